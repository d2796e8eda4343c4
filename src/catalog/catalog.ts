import type { ArticleBrief } from '../article/brief';
import type { Mark } from './marks';

/** Every article of one site in brief, and what the newsroom's terms are. A view of one generation, to be used until the next change: then the store behind it has moved on. */
export interface Catalog {
  readonly generation: number;
  /** False while the first reading is under way. */
  readonly complete: boolean;
  readonly size: number;
  get(path: string): ArticleBrief | undefined;
  all(): Iterable<ArticleBrief>;
  /** Its date in milliseconds since 1970, when Hugo can read it. */
  timeOf(path: string): number | undefined;
  /** What `make` makes of this generation: made once for each key, forgotten with the generation. */
  memo<T>(key: string, make: () => T): T;
  /** Terms of a taxonomy (plural name, `tags`), most used first, then by name. */
  terms(taxonomy: string): readonly Term[];
  term(taxonomy: string, name: string): Term | undefined;
  /** Paths of the articles that have this title, address, name in common. */
  sharing(mark: Mark, key: string): readonly string[];
  /** Grows with each change of an article that shares something with another, before or after it: what is said of either may be out of date. */
  readonly encounters: number;
}

export interface Term {
  readonly name: string;
  /** Articles that use it. */
  readonly count: number;
  /** Milliseconds since 1970 of the newest article that uses it, when any has a date. */
  readonly last: number | undefined;
}

export const EMPTY_CATALOG: Catalog = {
  generation: 0,
  complete: true,
  size: 0,
  get: () => undefined,
  all: () => [],
  timeOf: () => undefined,
  memo: (_, make) => make(),
  terms: () => [],
  term: () => undefined,
  sharing: () => [],
  encounters: 0,
};
