import type { ArticleBrief } from '../article/brief';
import { type ContentPlace, placeOf } from '../hugo/contentPath';
import type { PageContext, PageLink, PageTerm } from '../hugo/pageContext';
import { permalinkOf, sectionsOf, termUrlOf } from '../hugo/permalinks';
import type { Site } from '../hugo/site';
import type { Catalog } from './catalog';

/** An article among its neighbours. */
interface Neighbour {
  readonly brief: ArticleBrief;
  readonly time: number;
}

/**
 * What the page of an article shows of the rest of the site: only articles of its language that are not drafts. Dates in the future are
 * shown too, since a page is looked at for the day on which it is published.
 */
export function pageContextOf(catalog: Catalog, site: Site, path: string): PageContext {
  const place = placeOf(site, path);
  const own = catalog.get(path);
  const language = place?.language ?? site.defaultLanguage;
  const edition = catalog.memo(`edition ${language}`, () => editionOf(catalog, site, language));
  const [older, newer] = place && own ? around(edition, { site, place, own, time: catalog.timeOf(path) }) : [];
  return {
    url: own && place ? permalinkOf(site, path, own) : undefined,
    previous: older && linkOf(site, older.brief),
    next: newer && linkOf(site, newer.brief),
    recent: edition.recent,
    terms: edition.terms,
  };
}

/** All that one language of the site publishes. */
interface Edition {
  /** Newest first, by section: `news/own`. */
  readonly sections: ReadonlyMap<string, readonly Neighbour[]>;
  readonly recent: readonly PageLink[];
  readonly terms: ReadonlyMap<string, readonly PageTerm[]>;
}

function editionOf(catalog: Catalog, site: Site, language: string): Edition {
  const sections = new Map<string, Neighbour[]>();
  const byTop = new Map<string, Neighbour[]>();
  const terms = new Map([...site.taxonomies.values()].map((taxonomy) => [taxonomy, new Map<string, Counted>()]));
  for (const brief of catalog.all()) {
    if (brief.draft && !site.buildDrafts) continue;
    const place = placeOf(site, brief.path);
    if (site.found && place?.language !== language) continue;
    const neighbour = { brief, time: catalog.timeOf(brief.path) ?? Number.NEGATIVE_INFINITY };
    add(byTop, place?.folder.split('/')[0] ?? '', neighbour);
    if (place) add(sections, sectionOf(site, brief.path, place), neighbour);
    for (const [taxonomy, counted] of terms) count(counted, brief.terms.get(taxonomy));
  }
  for (const section of sections.values()) section.sort(inOrder);
  const main = mainSections(site, byTop).flatMap((name) => byTop.get(name) ?? []);
  return {
    sections,
    recent: newest(main, recentCount(site)).map(({ brief }) => linkOf(site, brief)),
    terms: new Map([...terms].map(([taxonomy, counted]) => [taxonomy, termsOf(site, counted, { taxonomy, language })])),
  };
}

function add(lists: Map<string, Neighbour[]>, key: string, neighbour: Neighbour): void {
  const list = lists.get(key);
  if (list) list.push(neighbour);
  else lists.set(key, [neighbour]);
}

function sectionOf(site: Site, path: string, place: ContentPlace): string {
  return sectionsOf({ site, path, place }).join('/');
}

interface Own {
  readonly site: Site;
  readonly place: ContentPlace;
  readonly own: ArticleBrief;
  readonly time: number | undefined;
}

/** The next older and the next newer article of the section; those of a draft are where it would stand. */
function around(edition: Edition, { site, place, own, time }: Own): readonly (Neighbour | undefined)[] {
  const section = edition.sections.get(sectionOf(site, own.path, place)) ?? [];
  const self = { brief: own, time: time ?? Number.NEGATIVE_INFINITY };
  const at = section.findIndex((other) => inOrder(other, self) >= 0);
  if (at < 0) return [undefined, section.at(-1)];
  const older = section[at]?.brief.path === own.path ? section[at + 1] : section[at];
  return [older, at > 0 ? section[at - 1] : undefined];
}

interface Counted {
  readonly name: string;
  count: number;
}

/** `AI` and `ai` are one page to Hugo. */
function count(counted: Map<string, Counted>, names: readonly string[] | undefined): void {
  for (const name of new Set(names)) {
    const key = name.trim().toLowerCase();
    if (key === '') continue;
    const known = counted.get(key);
    if (known) known.count++;
    else counted.set(key, { name, count: 1 });
  }
}

function termsOf(
  site: Site,
  counted: ReadonlyMap<string, Counted>,
  of: { readonly taxonomy: string; readonly language: string },
): readonly PageTerm[] {
  const keys = [...counted.keys()].sort();
  return keys.map((key) => {
    const { name, count } = counted.get(key) as Counted;
    return {
      name,
      count,
      // Worked out only for those that are shown.
      get url() {
        return termUrlOf(site, of.language, { taxonomy: of.taxonomy, name });
      },
    };
  });
}

/** `params.mainSections`, else the section with the most articles. */
function mainSections(site: Site, bySection: ReadonlyMap<string, readonly Neighbour[]>): readonly string[] {
  const written = site.params['mainsections'];
  if (Array.isArray(written)) return written.filter((name) => typeof name === 'string');
  let most: string | undefined;
  for (const [name, { length }] of bySection) {
    if (name !== '' && length > (most === undefined ? 0 : (bySection.get(most)?.length ?? 0))) most = name;
  }
  return most === undefined ? [''] : [most];
}

/** Mainroad's `params.widgets.recent_num`. */
function recentCount(site: Site): number {
  const widgets = site.params['widgets'];
  const number = typeof widgets === 'object' && widgets !== null && 'recent_num' in widgets ? widgets.recent_num : 10;
  return typeof number === 'number' && number > 0 ? Math.min(Math.floor(number), 100) : 10;
}

/** The first few in order, without sorting the rest. */
function newest(neighbours: readonly Neighbour[], limit: number): readonly Neighbour[] {
  const best: Neighbour[] = [];
  for (const neighbour of neighbours) {
    const last = best[limit - 1];
    if (last && inOrder(neighbour, last) >= 0) continue;
    const at = best.findIndex((other) => inOrder(neighbour, other) < 0);
    best.splice(at < 0 ? best.length : at, 0, neighbour);
    if (best.length > limit) best.pop();
  }
  return best;
}

/** Newest first, those without a date last; then by title and path. */
function inOrder(a: Neighbour, b: Neighbour): number {
  if (a.time !== b.time) return a.time > b.time ? -1 : 1;
  if (a.brief.title !== b.brief.title) return a.brief.title < b.brief.title ? -1 : 1;
  return a.brief.path < b.brief.path ? -1 : a.brief.path > b.brief.path ? 1 : 0;
}

function linkOf(site: Site, brief: ArticleBrief): PageLink {
  return { title: brief.title, url: permalinkOf(site, brief.path, brief) };
}
