import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Message, message } from '../base/message';
import { type Changed, changedFiles } from '../platform/node/git';
import { globFolder, type Input } from './inputs';

/** Those of the articles that git shows as changed. @param paths as given, which say in which repositories to ask */
export function changedInputs(
  inputs: readonly Input[],
  paths: readonly string[],
  since: string,
): { readonly inputs: readonly Input[] } | { readonly refused: Message } {
  const changed = new Set<string>();
  for (const folder of new Set(paths.map(folderOf))) {
    const found = changedFiles(folder, since);
    if ('failed' in found) return { refused: whyNot(found, folder, since) };
    for (const file of found.files) changed.add(file);
  }
  const real = realPaths();
  return { inputs: inputs.filter(({ file }) => changed.has(real(file))) };
}

function folderOf(given: string): string {
  try {
    return statSync(given).isDirectory() ? given : path.dirname(given);
  } catch {
    return globFolder(given);
  }
}

/** The path that git names a file by: links of folders on the way are followed, that of the file is not. */
function realPaths(): (file: string) => string {
  const folders = new Map<string, string>();
  return (file) => {
    const folder = path.dirname(path.resolve(file));
    let real = folders.get(folder);
    if (real === undefined) {
      real = realpathSync(folder);
      folders.set(folder, real);
    }
    return path.join(real, path.basename(file));
  };
}

function whyNot({ failed, says }: Extract<Changed, { failed: string }>, folder: string, since: string): Message {
  switch (failed) {
    case 'no-git':
      return message('--changed needs git, which is not on this machine.');
    case 'no-repository':
      return message('--changed needs a git repository, and {0} is in none.', path.resolve(folder));
    case 'no-such-ref':
      return message(
        'git knows no “{0}” here. Name a branch, a tag or a commit; in CI it may have to be fetched first.',
        since,
      );
    case 'no-common-commit':
      return message(
        '“{0}” and this branch have no commit in common. In CI, fetch the whole history (fetch-depth: 0).',
        since,
      );
    case 'git-failed':
      return message('git failed: {0}', says);
    default:
      return failed satisfies never;
  }
}
