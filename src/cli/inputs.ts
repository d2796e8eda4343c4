import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { type Message, message } from '../base/message';
import { mayHoldArticles } from '../hugo/articles';
import { isGlob, type PathTest, pathTest } from '../project/globs';
import { type Ignores, ignoresAt, NOTHING_IGNORED } from './gitignore';

/** An article named on the command line; `named` when its own path was given, not only a folder above it or a glob. */
export interface Input {
  /** As given, or joined from the folder as given; with `/`. */
  readonly file: string;
  readonly named: boolean;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Folders that could not be looked into. */
  readonly unread: readonly Message[];
}

export interface InputOptions {
  /** What `.gitignore` leaves out is found only when its own path is given. */
  readonly respectIgnore: boolean;
}

const ARTICLE = /\.(md|markdown)$/i;

/**
 * Markdown files of the paths and globs, in order and each once; or why nothing can be done: a path that was given is not there, or no file, or
 * nothing is like the glob.
 */
export function inputsOf(
  paths: readonly string[],
  { respectIgnore }: InputOptions = { respectIgnore: false },
): Inputs | { readonly refused: Message } {
  const inputs: Input[] = [];
  const unread: Message[] = [];
  for (const given of paths) {
    const found = statOf(given);
    const from = (folder: string): Walk => ({
      inputs,
      unread,
      above: [],
      ignores: respectIgnore ? ignoresAt(folder) : NOTHING_IGNORED,
      wanted: () => true,
    });
    // A named pipe would keep us waiting for ever.
    if (found?.isFile()) inputs.push({ file: given, named: true });
    else if (found?.isDirectory()) walk(given, from(given));
    else if (found) return { refused: message('{0} is not a file.', given) };
    else {
      const glob = globIn(given);
      const before = inputs.length;
      if (glob) walk(glob.folder, { ...from(glob.folder), wanted: glob.wanted });
      else return { refused: message('{0} does not exist.', given) };
      if (inputs.length === before) return { refused: message('No article is like {0}.', given) };
    }
  }
  return { inputs: paths.length > 1 ? eachOnce(inputs) : inputs, unread };
}

/** One that is named itself counts before the same one in a folder. */
function eachOnce(inputs: readonly Input[]): Input[] {
  const known = new Map<string, Input>();
  for (const input of inputs) {
    const place = path.resolve(input.file);
    const other = known.get(place);
    if (!other || (input.named && !other.named)) known.set(place, other ? { ...other, named: true } : input);
  }
  return [...known.values()];
}

/** `content/**\/*.en.md` → the folder to look in, and which paths as given are meant; undefined for a text without `*`, `?`, `[` or `{`. */
function globIn(given: string): { readonly folder: string; readonly wanted: PathTest } | undefined {
  if (!/[*?[{]/.test(given) || !isGlob(given)) return undefined;
  const parts = given.replace(/^(?:\.\/)+/, '').split('/');
  const at = parts.findIndex((part) => /[*?[{]/.test(part));
  const folder = parts.slice(0, at).join('/');
  const start = folder === '' && at > 0 ? '/' : folder === '' ? '.' : folder;
  const prefix = start === '.' ? '' : start === '/' ? '/' : `${folder}/`;
  const test = pathTest([`/${parts.slice(at).join('/')}`]);
  return { folder: start, wanted: (file) => test(file.slice(prefix.length)) };
}

/** The folder that a glob looks in. */
export function globFolder(given: string): string {
  return globIn(given)?.folder ?? '.';
}

/** The text of a file, or why it cannot be read. Bytes that are no UTF-8 become replacement characters, as they do in Hugo. */
export function readText(file: string): { readonly text: string } | { readonly unread: Message } {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { unread: cannotRead(file, error) };
  }
}

interface Walk {
  readonly inputs: Input[];
  readonly unread: Message[];
  /** The real paths of the folders on the way. */
  readonly above: readonly string[];
  readonly ignores: Ignores;
  readonly wanted: PathTest;
}

/** Links are followed, as Hugo does below `content`, but not back to a folder on the way. */
function walk(folder: string, walking: Walk): void {
  const { inputs, unread, above, wanted } = walking;
  try {
    const real = realpathSync(folder);
    if (above.includes(real)) return;
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    const ignores = entries.some(({ name }) => name === '.gitignore')
      ? walking.ignores.within(folder)
      : walking.ignores;
    for (const entry of entries) {
      const file = folder === '.' ? entry.name : `${folder.replace(/[\\/]+$/, '')}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? statOf(file) : entry;
      if (kind?.isDirectory()) {
        if (mayHoldArticles(entry.name) && !ignores.test(file, true))
          walk(file, { ...walking, ignores, above: [...above, real] });
      } else if (kind?.isFile() && ARTICLE.test(entry.name) && wanted(file) && !ignores.test(file, false))
        inputs.push({ file, named: false });
    }
  } catch (error) {
    unread.push(cannotRead(folder, error));
  }
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

export function cannotRead(file: string, error: unknown): Message {
  return message('{0} cannot be read: {1}.', path.normalize(file), reasonOf(error));
}

/** `EACCES: permission denied` of `EACCES: permission denied, open 'a.md'`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+(?: '.*)?$/s, '') : String(error);
}
