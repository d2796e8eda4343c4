/** An entry of a folder. Links are followed: a link to a folder is a folder. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/**
 * The files of one workspace root. Paths are relative to it, with `/` between the parts and no leading `/`: `content/a.md`; the root
 * itself is ''. What cannot be read counts as absent; nothing throws.
 */
export interface Files {
  read(path: string): Promise<Uint8Array | undefined>;
  list(path: string): Promise<readonly Entry[] | undefined>;
  /** Bytes of many files, in any order, cheaper than `read` for each. `each` must not keep the bytes: the buffer is used again. */
  readEach(paths: readonly string[], each: (path: string, bytes: Uint8Array) => void): Promise<void>;
}
