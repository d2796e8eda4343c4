import { isUtf8, transcode } from 'node:buffer';
import { closeSync, constants, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry, Files } from '../../base/files';

/** Files beyond this count as absent: no article, configuration or picture that is looked at is as large. */
export const LARGEST_FILE = 50 * 1024 * 1024;
const FIRST_BUFFER = 256 * 1024;
/** A named pipe must not keep us waiting. Windows has no such flag. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** What `Files` gives, at once. */
export interface FilesNow {
  read(path: string): Uint8Array | undefined;
  list(path: string): readonly Entry[] | undefined;
  readEach(paths: readonly string[], each: (path: string, bytes: Buffer) => void): void;
}

/** The files below the folder of a URI; undefined for one that names no folder of this machine: of another kind, or such as `file:///a%2Fb`. */
export function filesOfUri(uri: string): Files | undefined {
  try {
    return uri.startsWith('file:') ? nodeFiles(fileURLToPath(uri)) : undefined;
  } catch {
    return undefined;
  }
}

/** The files below a folder of this machine. Calls of the system are made one after the other: they cost a fifth of Node's own promises. */
export function nodeFiles(rootPath: string): Files {
  const now = nodeFilesNow(rootPath);
  return {
    read: async (below) => now.read(below),
    list: async (below) => now.list(below),
    readEach: async (paths, each) => now.readEach(paths, each),
  };
}

/** The same for a program that has nothing else to do meanwhile. */
export function nodeFilesNow(rootPath: string): FilesNow {
  const root = path.resolve(rootPath);
  const full = (below: string): string | undefined =>
    below.split('/').includes('..') || below.includes('\0') ? undefined : path.join(root, below);
  return {
    read(below) {
      const at = full(below);
      if (at === undefined) return undefined;
      const reader = createReader();
      try {
        return new Uint8Array(reader.read(at));
      } catch {
        return undefined;
      }
    },
    list(below) {
      const at = full(below);
      return at === undefined ? undefined : listFolder(root, below, at);
    },
    readEach(paths, each) {
      const reader = createReader();
      for (const below of paths) {
        const at = full(below);
        const bytes = at === undefined ? undefined : readOr(reader, at);
        if (bytes) each(below, bytes);
      }
    },
  };
}

function readOr(reader: Reader, at: string): Buffer | undefined {
  try {
    return reader.read(at);
  } catch {
    return undefined;
  }
}

/** Reads file after file into one buffer. */
export interface Reader {
  /** Bytes that are true until the next file is read. Throws what the system says when it cannot be read, or when it is larger than `LARGEST_FILE`. */
  read(file: string): Buffer;
}

export function createReader(): Reader {
  let buffer: Buffer = Buffer.allocUnsafeSlow(FIRST_BUFFER);
  return {
    read(at) {
      const file = openSync(at, READ);
      try {
        let length = 0;
        for (;;) {
          const count = readSync(file, buffer, length, buffer.length - length, null);
          length += count;
          if (length > LARGEST_FILE) throw new Error(`EFBIG: more than ${LARGEST_FILE / 2 ** 20} MB`);
          if (count === 0 || length < buffer.length) return buffer.subarray(0, length);
          const larger = Buffer.allocUnsafeSlow(buffer.length * 4);
          buffer.copy(larger, 0, 0, length);
          buffer = larger;
        }
      } finally {
        closeSync(file);
      }
    },
  };
}

/** The text of bytes, several times as fast as `toString`. What is no UTF-8 becomes replacement characters. */
export function textIn(bytes: Buffer): string {
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : bytes.toString('utf8');
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
