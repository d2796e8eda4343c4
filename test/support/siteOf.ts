import type { Entry, Files } from '../../src/base/files';
import { readSite } from '../../src/hugo/readSite';
import type { Site } from '../../src/hugo/site';

/** Files by path below the root: `{'content/a.md': '…', 'static/cat.jpg': ''}`. */
export type FileRecord = Readonly<Record<string, string | Uint8Array>>;

/** The files of a workspace that exists in memory only. The record may be changed afterwards. */
export function filesOf(record: FileRecord): Files {
  const bytesOf = (path: string): Uint8Array | undefined => {
    const value = Object.hasOwn(record, path) ? record[path] : undefined;
    return typeof value === 'string' ? new TextEncoder().encode(value) : value;
  };
  return {
    read: async (path) => bytesOf(path),
    list: async (path) => listOf(Object.keys(record), path),
    async readEach(paths, each) {
      for (const path of paths) {
        const bytes = bytesOf(path);
        if (bytes) each(path, bytes);
      }
    },
  };
}

function listOf(paths: readonly string[], folder: string): Entry[] | undefined {
  const prefix = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, Entry>();
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    entries.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' });
  }
  return entries.size === 0 && folder !== ''
    ? undefined
    : [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The site that the files make; `hugo.toml` and the like are read when they are there. */
export function siteOf(record: FileRecord): Promise<Site> {
  return readSite(filesOf(record));
}
