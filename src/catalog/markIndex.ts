import type { Mark } from './marks';

/** Which articles have a title, an address, a name in common. */
export interface MarkIndex {
  /** @returns whether another article has it. */
  add(mark: Mark, key: string, path: string): boolean;
  /** @returns whether another article has it still. */
  remove(mark: Mark, key: string, path: string): boolean;
  /** Paths of the articles that have it, in the order of their names. */
  sharing(mark: Mark, key: string): readonly string[];
}

/** A path alone, which nearly all are, takes less memory than a list of one. */
type Paths = string | readonly string[];

/** An index without articles. */
export function createMarkIndex(): MarkIndex {
  const marks: Readonly<Record<Mark, Map<string, Paths>>> = {
    title: new Map(),
    url: new Map(),
    alias: new Map(),
    entry: new Map(),
    version: new Map(),
  };
  return {
    add(mark, key, path) {
      const known = marks[mark].get(key);
      if (known === path) return false;
      if (known === undefined) marks[mark].set(key, path);
      else if (typeof known === 'string') marks[mark].set(key, inOrder([known, path]));
      else if (!known.includes(path)) marks[mark].set(key, inOrder([...known, path]));
      return known !== undefined;
    },
    remove(mark, key, path) {
      const known = marks[mark].get(key);
      const left = typeof known === 'string' ? [known] : (known ?? []);
      const others = left.filter((other) => other !== path);
      if (others.length === 0) marks[mark].delete(key);
      else if (others.length < left.length) marks[mark].set(key, others.length === 1 ? others[0]! : others);
      return others.length > 0;
    },
    sharing(mark, key) {
      const known = marks[mark].get(key);
      return typeof known === 'string' ? [known] : (known ?? []);
    },
  };
}

function inOrder(paths: string[]): readonly string[] {
  return paths.sort((a, b) => (a < b ? -1 : 1));
}
