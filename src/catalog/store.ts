import type { ArticleBrief } from '../article/brief';
import { readDate } from '../hugo/dates';
import { type Zone, zoneOf } from '../hugo/zone';
import type { Catalog, Term } from './catalog';
import { createTermIndex, type TermIndex } from './terms';

/** The articles as they are on disk, with the versions open in editors lying over them. Whoever makes a store owns it; it is changed by one writer. */
export interface CatalogStore {
  /** The list fields whose values are counted: what `briefOf` has to be asked for. */
  readonly fields: ReadonlySet<string>;
  /** What the disk says of an article now. */
  put(brief: ArticleBrief): void;
  /** The file is gone; a version open in an editor stays. */
  remove(path: string): void;
  /** What an editor says of an article, saved or not; undefined once it is closed. */
  override(path: string, brief: ArticleBrief | undefined): void;
  /** The versions open in editors, for a new store that takes the place of this one. */
  overrides(): Iterable<readonly [path: string, brief: ArticleBrief]>;
  /** The first reading is over. */
  complete(): void;
  /** A view that keeps answering; after a change it answers from the new state, and a new view has a new generation. */
  view(): Catalog;
  /** Paths on disk. */
  paths(): Iterable<string>;
}

interface Row {
  readonly brief: ArticleBrief;
  readonly time: number | undefined;
}

/**
 * @param fields list fields whose values are counted, lower case: the plural names of the taxonomies (`tags`), and any others.
 * @param timeZone the site's, for dates without an offset.
 */
export function createStore(fields: Iterable<string>, timeZone = 'UTC'): CatalogStore {
  const zone = zoneOf(timeZone) ?? (zoneOf('UTC') as Zone);
  const disk = new Map<string, Row>();
  const editors = new Map<string, Row>();
  const indexes = new Map([...fields].map((name) => [name, createTermIndex()]));
  const state = { generation: 0, complete: false };
  const current = (path: string): Row | undefined => editors.get(path) ?? disk.get(path);
  let view: Catalog | undefined;

  /** Makes a change, and counts what it does to the terms of the one article. */
  const change = (path: string, make: () => void): void => {
    const before = current(path);
    make();
    const after = current(path);
    if (before === after || (before && after && sameBrief(before.brief, after.brief))) return;
    for (const [taxonomy, index] of indexes) move({ index, taxonomy, before, after });
    state.generation++;
    view = undefined;
  };
  const rowOf = (brief: ArticleBrief): Row => ({ brief, time: timeOf(brief.date, zone) });
  const rows = (): Iterable<Row> => currentRows(disk, editors);

  return {
    fields: new Set(indexes.keys()),
    put: (brief) => change(brief.path, () => disk.set(brief.path, rowOf(brief))),
    remove: (path) => change(path, () => disk.delete(path)),
    override: (path, brief) => change(path, () => (brief ? editors.set(path, rowOf(brief)) : editors.delete(path))),
    overrides: () => [...editors].map(([path, { brief }]) => [path, brief] as const),
    complete() {
      if (!state.complete) view = undefined;
      state.complete = true;
    },
    paths: () => disk.keys(),
    view() {
      view ??= viewOf({ ...state, disk, editors, indexes, rows });
      return view;
    },
  };
}

interface ViewParts {
  readonly generation: number;
  readonly complete: boolean;
  readonly disk: ReadonlyMap<string, Row>;
  readonly editors: ReadonlyMap<string, Row>;
  readonly indexes: ReadonlyMap<string, TermIndex>;
  rows(): Iterable<Row>;
}

function viewOf(of: ViewParts): Catalog {
  const { disk, editors, indexes } = of;
  const get = (path: string) => editors.get(path) ?? disk.get(path);
  const made = new Map<string, unknown>();
  return {
    generation: of.generation,
    complete: of.complete,
    get size() {
      let size = disk.size;
      for (const path of editors.keys()) if (!disk.has(path)) size++;
      return size;
    },
    get: (path) => get(path)?.brief,
    timeOf: (path) => get(path)?.time,
    *all() {
      for (const { brief } of of.rows()) yield brief;
    },
    memo<T>(key: string, make: () => T): T {
      if (!made.has(key)) made.set(key, make());
      return made.get(key) as T;
    },
    terms: (taxonomy) => indexes.get(taxonomy)?.sorted(() => uses(of.rows(), taxonomy)) ?? [],
    term: (taxonomy, name): Term | undefined => indexes.get(taxonomy)?.get(name, () => uses(of.rows(), taxonomy)),
  };
}

function* currentRows(disk: ReadonlyMap<string, Row>, editors: ReadonlyMap<string, Row>): Iterable<Row> {
  for (const [path, row] of disk) yield editors.get(path) ?? row;
  for (const [path, row] of editors) if (!disk.has(path)) yield row;
}

function* uses(rows: Iterable<Row>, taxonomy: string): Iterable<readonly [name: string, time: number | undefined]> {
  for (const { brief, time } of rows) for (const name of namesOf(brief, taxonomy)) yield [name, time];
}

function move(of: { index: TermIndex; taxonomy: string; before: Row | undefined; after: Row | undefined }): void {
  const { index, taxonomy, before, after } = of;
  const old = before ? namesOf(before.brief, taxonomy) : new Set<string>();
  const now = after ? namesOf(after.brief, taxonomy) : new Set<string>();
  const moved = before?.time !== after?.time;
  for (const name of now) if (moved || !old.has(name)) index.add(name, after?.time);
  for (const name of old) if (moved || !now.has(name)) index.remove(name, before?.time);
}

/** A term that stands twice in one article is used once; an empty one is none. */
function namesOf(brief: ArticleBrief, taxonomy: string): ReadonlySet<string> {
  const names = new Set(brief.terms.get(taxonomy));
  names.delete('');
  return names;
}

/** A date that is all digits is a number in YAML: seconds since 1970. */
function timeOf(date: string, zone: Zone): number | undefined {
  if (date === '') return undefined;
  const read = readDate(/^[+-]?\d{1,15}$/.test(date) ? Number(date) : date, zone);
  return read.state === 'ok' ? read.time : undefined;
}

function sameBrief(a: ArticleBrief, b: ArticleBrief): boolean {
  if (a.title !== b.title || a.date !== b.date || a.draft !== b.draft || a.thumbnail !== b.thumbnail) return false;
  if (a.terms.size !== b.terms.size) return false;
  for (const [name, values] of a.terms) {
    const others = b.terms.get(name);
    if (!others || others.length !== values.length || values.some((value, i) => value !== others[i])) return false;
  }
  return true;
}
