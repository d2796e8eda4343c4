import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { type Message, message } from '../base/message';
import { mayHoldArticles } from '../hugo/articles';

/** An article named on the command line; `named` when its own path was given, not only a folder above it. */
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

/** Markdown files of the paths, in order; or why nothing can be done: a path that was given is not there, or no file. */
export function inputsOf(paths: readonly string[]): Inputs | { readonly refused: Message } {
  const inputs: Input[] = [];
  const unread: Message[] = [];
  for (const given of paths) {
    const found = statOf(given);
    // A named pipe would keep us waiting for ever.
    if (found?.isFile()) inputs.push({ file: given, named: true });
    else if (found?.isDirectory()) walk(given, { inputs, unread, above: [] });
    else return { refused: found ? message('{0} is not a file.', given) : message('{0} does not exist.', given) };
  }
  return { inputs, unread };
}

/** The text of a file, or why it cannot be read. Bytes that are no UTF-8 become replacement characters, as they do in Hugo. */
export function readText(file: string): { readonly text: string } | { readonly unread: Message } {
  try {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(file)) };
  } catch (error) {
    return { unread: cannotRead(file, error) };
  }
}

interface Walk {
  readonly inputs: Input[];
  readonly unread: Message[];
  /** The real paths of the folders on the way. */
  readonly above: readonly string[];
}

/** Links are followed, as Hugo does below `content`, but not back to a folder on the way. */
function walk(folder: string, { inputs, unread, above }: Walk): void {
  try {
    const real = realpathSync(folder);
    if (above.includes(real)) return;
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const file = folder === '.' ? entry.name : `${folder.replace(/[\\/]+$/, '')}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? statOf(file) : entry;
      if (kind?.isDirectory() && mayHoldArticles(entry.name)) walk(file, { inputs, unread, above: [...above, real] });
      else if (kind?.isFile() && /\.(md|markdown)$/i.test(entry.name)) inputs.push({ file, named: false });
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

function cannotRead(file: string, error: unknown): Message {
  return message('{0} cannot be read: {1}.', path.normalize(file), reasonOf(error));
}

/** `EACCES: permission denied` of `EACCES: permission denied, open 'a.md'`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+(?: '.*)?$/s, '') : String(error);
}
