import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What `.gitignore` files leave out, from the root of the repository down to a folder. */
export interface Ignores {
  /** @param file as the walk names it */
  test(file: string, isFolder: boolean): boolean;
  /** With the `.gitignore` of a folder further down. */
  within(folder: string): Ignores;
}

export const NOTHING_IGNORED: Ignores = { test: () => false, within: () => NOTHING_IGNORED };

interface Layer {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** What holds in a folder: the files of the folders above it, up to the root of the repository, which may leave out more in `.git/info/exclude`. The folder's own is not among them. */
export function ignoresAt(folder: string): Ignores {
  const start = path.resolve(folder);
  const folders: string[] = [];
  let layers: Layer[] = [];
  for (let above = start; ; above = path.dirname(above)) {
    if (above !== start) folders.unshift(above);
    if (existsSync(path.join(above, '.git'))) {
      layers = [...layerOf(above, '.git/info/exclude'), ...folders.flatMap((one) => layerOf(one, '.gitignore'))];
      break;
    }
    if (path.dirname(above) === above) break;
  }
  return layered(layers);
}

function layered(layers: readonly Layer[]): Ignores {
  return {
    within: (folder) => layered([...layers, ...layerOf(path.resolve(folder), '.gitignore')]),
    test(file, isFolder) {
      if (layers.length === 0) return false;
      const full = path.resolve(file);
      // The nearest file that says something counts.
      for (let i = layers.length - 1; i >= 0; i--) {
        const { folder, patterns } = layers[i]!;
        const below = path.relative(folder, full).split(path.sep).join('/');
        if (below === '' || below.startsWith('../')) continue;
        const { ignored, unignored } = patterns.test(isFolder ? `${below}/` : below);
        if (ignored || unignored) return ignored;
      }
      return false;
    },
  };
}

function layerOf(folder: string, name: string): Layer[] {
  try {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return [{ folder, patterns: ignore({ allowRelativePaths: true }).add(text) }];
  } catch {
    return [];
  }
}
