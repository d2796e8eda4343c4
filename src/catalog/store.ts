import type { ArticleBrief } from '../article/brief';
import { readDate } from '../hugo/dates';
import type { Site } from '../hugo/site';
import { type Zone, zoneOf } from '../hugo/zone';
import type { Catalog, Term } from './catalog';
import { createMarkIndex, type MarkIndex } from './markIndex';
import { eachMark } from './marks';
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

/** List fields that name other articles. */
const CONNECTING: readonly string[] = ['translations'];

interface Row {
  readonly brief: ArticleBrief;
  readonly time: number | undefined;
}

/**
 * @param fields list fields whose values are counted, lower case: the plural names of the taxonomies (`tags`), and any others.
 * @param timeZone the site's, for dates without an offset.
 * @param site when what articles have in common is to be known: titles, addresses, names in menus.
 */
export function createStore(fields: Iterable<string>, timeZone = 'UTC', site?: Site): CatalogStore {
  const zone = zoneOf(timeZone) ?? (zoneOf('UTC') as Zone);
  const disk = new Map<string, Row>();
  const editors = new Map<string, Row>();
  const indexes = new Map([...fields].map((name) => [name, createTermIndex()]));
  const marks = createMarkIndex();
  const state = { generation: 0, complete: false, encounters: 0 };
  const current = (path: string): Row | undefined => editors.get(path) ?? disk.get(path);
  let view: Catalog | undefined;

  /** Makes a change, and counts what it does to the terms of the one article. */
  const change = (path: string, make: () => void): void => {
    const before = current(path);
    make();
    const after = current(path);
    if (before === after || (before && after && sameBrief(before.brief, after.brief))) return;
    for (const [taxonomy, index] of indexes) move({ index, taxonomy, before, after });
    if (site && moveMarks({ marks, site, before: before?.brief, after: after?.brief })) state.encounters++;
    state.generation++;
    view = undefined;
  };
  const rowOf = (brief: ArticleBrief): Row => ({ brief, time: timeOf(brief.date, zone) });
  const rows = (): Iterable<Row> => currentRows(disk, editors);

  return {
    fields: new Set([...indexes.keys(), ...(site ? CONNECTING : [])]),
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
      view ??= viewOf({ ...state, disk, editors, indexes, marks, rows });
      return view;
    },
  };
}

interface ViewParts {
  readonly generation: number;
  readonly complete: boolean;
  readonly encounters: number;
  readonly marks: MarkIndex;
  readonly disk: ReadonlyMap<string, Row>;
  readonly editors: ReadonlyMap<string, Row>;
  readonly indexes: ReadonlyMap<string, TermIndex>;
  rows(): Iterable<Row>;
}

function viewOf(of: ViewParts): Catalog {
  const { disk, editors, indexes, marks } = of;
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
    sharing: (mark, key) => marks.sharing(mark, key),
    encounters: of.encounters,
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

interface MarksMove {
  readonly marks: MarkIndex;
  readonly site: Site;
  readonly before: ArticleBrief | undefined;
  readonly after: ArticleBrief | undefined;
}

/** @returns whether another article has, or had, something in common with this one. */
function moveMarks({ marks, site, before, after }: MarksMove): boolean {
  let met = false;
  if (before)
    eachMark(site, before, (mark, key) => {
      if (marks.remove(mark, key, before.path)) met = true;
    });
  if (after)
    eachMark(site, after, (mark, key) => {
      if (marks.add(mark, key, after.path)) met = true;
    });
  return met;
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
  if (a.slug !== b.slug || a.url !== b.url || a.translationKey !== b.translationKey || a.hidden !== b.hidden)
    return false;
  if (!sameTexts(a.aliases, b.aliases) || !sameMenus(a.menus, b.menus)) return false;
  if (a.terms.size !== b.terms.size) return false;
  for (const [name, values] of a.terms) {
    if (!sameTexts(values, b.terms.get(name))) return false;
  }
  return true;
}

function sameTexts(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || (a?.length === b?.length && a?.every((text, i) => text === b?.[i]) === true);
}

function sameMenus(a: ArticleBrief['menus'], b: ArticleBrief['menus']): boolean {
  const texts = (menus: ArticleBrief['menus']) => menus?.flatMap(({ menu, entry }) => [menu, entry ?? '\n']);
  return a === b || sameTexts(texts(a), texts(b));
}
