import { closeSync, constants, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Entry, Files } from '../../base/files';

/** Files beyond this count as absent: no article, configuration or picture that is looked at is as large. */
export const LARGEST_FILE = 50 * 1024 * 1024;
const FIRST_BUFFER = 256 * 1024;
/** A named pipe must not keep us waiting. Windows has no such flag. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The files below a folder of this machine. Calls of the system are made one after the other: they cost a fifth of Node's own promises. */
export function nodeFiles(rootPath: string): Files {
  const root = path.resolve(rootPath);
  const full = (below: string): string | undefined =>
    below.split('/').includes('..') || below.includes('\0') ? undefined : path.join(root, below);
  return {
    async read(below) {
      const at = full(below);
      const bytes = at === undefined ? undefined : readInto({ at, buffer: Buffer.allocUnsafeSlow(FIRST_BUFFER) });
      return bytes && new Uint8Array(bytes.buffer.subarray(0, bytes.length));
    },
    async list(below) {
      const at = full(below);
      return at === undefined ? undefined : listFolder(root, below, at);
    },
    async readEach(paths, each) {
      let buffer: Buffer = Buffer.allocUnsafeSlow(FIRST_BUFFER);
      for (const below of paths) {
        const at = full(below);
        const found = at === undefined ? undefined : readInto({ at, buffer });
        if (!found) continue;
        buffer = found.buffer;
        each(below, buffer.subarray(0, found.length));
      }
    },
  };
}

/** Reads a file into the buffer, or into a larger one that takes its place. */
function readInto(from: {
  readonly at: string;
  readonly buffer: Buffer;
}): { buffer: Buffer; length: number } | undefined {
  let { buffer } = from;
  let file: number | undefined;
  try {
    file = openSync(from.at, READ);
    let length = 0;
    for (;;) {
      const count = readSync(file, buffer, length, buffer.length - length, null);
      length += count;
      if (length > LARGEST_FILE) return undefined;
      if (count === 0 || length < buffer.length) return { buffer, length };
      const larger = Buffer.allocUnsafeSlow(buffer.length * 4);
      buffer.copy(larger, 0, 0, length);
      buffer = larger;
    }
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function listFolder(root: string, below: string, at: string): Entry[] | undefined {
  try {
    const entries: Entry[] = [];
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const kind = entry.isSymbolicLink() ? kindOfLink(root, below, path.join(at, entry.name)) : kindOf(entry);
      if (kind) entries.push({ name: entry.name, kind });
    }
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return undefined;
  }
}

function kindOf(of: { isFile(): boolean; isDirectory(): boolean }): Entry['kind'] | undefined {
  if (of.isFile()) return 'file';
  return of.isDirectory() ? 'folder' : undefined;
}

/** What a link leads to; nothing when it is broken or leads back to a folder on the way to it, which would never end. */
function kindOfLink(root: string, below: string, at: string): Entry['kind'] | undefined {
  try {
    const kind = kindOf(statSync(at));
    if (kind !== 'folder') return kind;
    const target = realpathSync(at) + path.sep;
    const parts = below === '' ? [] : below.split('/');
    for (let i = 0; i <= parts.length; i++) {
      const folder = realpathSync(path.join(root, ...parts.slice(0, i))) + path.sep;
      if (folder.startsWith(target)) return undefined;
    }
    return kind;
  } catch {
    return undefined;
  }
}
