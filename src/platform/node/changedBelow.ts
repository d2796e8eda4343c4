import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Message, message } from '../../base/message';
import { baseBranchOf, changedFiles } from './git';

/** Paths below a folder that git shows as changed or new since a commit, with `/`; or why it cannot tell. */
export function changedBelow(
  uri: string,
  since: string,
): { readonly paths: ReadonlySet<string> } | { readonly refused: Message } {
  try {
    const folder = realpathSync(fileURLToPath(uri));
    const changed = changedFiles(folder, since);
    if ('failed' in changed) return { refused: refusalOf(changed.failed, changed.says) };
    const below = changed.files.map((file) => path.relative(folder, file).split(path.sep).join('/'));
    return { paths: new Set(below.filter((file) => !file.startsWith('../'))) };
  } catch (error) {
    return { refused: refusalOf('git-failed', String(error)) };
  }
}

/** The branch that the one of a folder's repository most likely left. */
export function baseBranch(uri: string): string | undefined {
  try {
    return baseBranchOf(realpathSync(fileURLToPath(uri)));
  } catch {
    return undefined; // not on this machine
  }
}

function refusalOf(why: string, says: string): Message {
  if (why === 'no-git') return message('There is no git here that could tell what has changed.');
  if (why === 'no-repository')
    return message('This folder is not in a git repository, so nobody knows what has changed.');
  return message('git could not tell what has changed: {0}', says);
}
