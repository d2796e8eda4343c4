import type { Term } from './catalog';

/** Every use of the terms of one taxonomy, with the time of the article. Asked for only when a term's newest use is gone. */
export type Uses = () => Iterable<readonly [name: string, time: number | undefined]>;

/** Counts the terms of one taxonomy. */
export interface TermIndex {
  add(name: string, time: number | undefined): void;
  remove(name: string, time: number | undefined): void;
  /** Most used first, then by name. The same array until a term changes. */
  sorted(uses: Uses): readonly Term[];
  get(name: string, uses: Uses): Term | undefined;
}

interface Entry {
  readonly name: string;
  count: number;
  last: number | undefined;
}

/** An index without terms. */
export function createTermIndex(): TermIndex {
  const entries = new Map<string, Entry>();
  /** Terms that lost the use that was their newest. */
  const stale = new Set<string>();
  let sorted: readonly Term[] | undefined;
  const freshen = (uses: Uses): void => {
    if (stale.size === 0) return;
    for (const name of stale) {
      const entry = entries.get(name);
      if (entry) entry.last = undefined;
    }
    for (const [name, time] of uses()) {
      const entry = stale.has(name) ? entries.get(name) : undefined;
      if (entry) entry.last = newer(entry.last, time);
    }
    stale.clear();
  };
  return {
    add(name, time) {
      const entry = entries.get(name) ?? { name, count: 0, last: undefined };
      entry.count++;
      entry.last = newer(entry.last, time);
      entries.set(name, entry);
      sorted = undefined;
    },
    remove(name, time) {
      const entry = entries.get(name);
      if (!entry) return;
      entry.count--;
      sorted = undefined;
      if (entry.count === 0) {
        entries.delete(name);
        stale.delete(name);
      } else if (time !== undefined && time === entry.last) stale.add(name);
    },
    sorted(uses) {
      freshen(uses);
      sorted ??= [...entries.values()].map(({ name, count, last }) => ({ name, count, last })).sort(byUse);
      return sorted;
    },
    get(name, uses) {
      const entry = entries.get(name);
      if (entry && stale.has(name)) freshen(uses);
      return entry && { name: entry.name, count: entry.count, last: entry.last };
    },
  };
}

function newer(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

function byUse(a: Term, b: Term): number {
  return b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
