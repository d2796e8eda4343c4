import type { ArticleBrief } from '../article/brief';
import { type ContentPlace, placeOf } from '../hugo/contentPath';
import type { PageContext, PageLink, PageTerm } from '../hugo/pageContext';
import { permalinkOf, sectionsOf, termUrlOf } from '../hugo/permalinks';
import type { Site } from '../hugo/site';
import type { Catalog } from './catalog';

export type { PageContext, PageLink, PageTerm } from '../hugo/pageContext';

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
  const found = gather(catalog, site, { path, place });
  const section = found.section.sort(inOrder);
  const at = section.findIndex(({ brief }) => brief.path === path);
  const link = (neighbour: Neighbour | undefined): PageLink | undefined => neighbour && linkOf(site, neighbour.brief);
  return {
    url: own && place ? permalinkOf(site, path, own) : undefined,
    previous: at < 0 ? undefined : link(section[at + 1]),
    next: at < 0 ? undefined : link(section[at - 1]),
    recent: newest(found.main(), recentCount(site)).map(({ brief }) => linkOf(site, brief)),
    terms: found.terms,
  };
}

interface Gathered {
  readonly section: Neighbour[];
  main(): readonly Neighbour[];
  readonly terms: ReadonlyMap<string, readonly PageTerm[]>;
}

/** One pass over the catalog. */
function gather(
  catalog: Catalog,
  site: Site,
  page: { readonly path: string; readonly place: ContentPlace | undefined },
): Gathered {
  const language = page.place?.language ?? site.defaultLanguage;
  const sectionOf = (path: string, place: ContentPlace) => sectionsOf({ site, path, place }).join('/');
  const own = page.place && sectionOf(page.path, page.place);
  const section: Neighbour[] = [];
  const bySection = new Map<string, Neighbour[]>();
  const terms = new Map([...site.taxonomies.values()].map((taxonomy) => [taxonomy, new Map<string, Counted>()]));
  for (const brief of catalog.all()) {
    if (brief.draft && !site.buildDrafts && brief.path !== page.path) continue;
    const place = placeOf(site, brief.path);
    if (site.found && place?.language !== language) continue;
    const neighbour = { brief, time: catalog.timeOf(brief.path) ?? Number.NEGATIVE_INFINITY };
    const top = place?.folder.split('/')[0] ?? '';
    bySection.get(top)?.push(neighbour) ?? bySection.set(top, [neighbour]);
    if (place && own !== undefined && top === own.split('/')[0] && sectionOf(brief.path, place) === own)
      section.push(neighbour);
    for (const [taxonomy, counted] of terms) count(counted, brief.terms.get(taxonomy));
  }
  return {
    section,
    main: () => mainSections(site, bySection).flatMap((name) => bySection.get(name) ?? []),
    terms: new Map([...terms].map(([taxonomy, counted]) => [taxonomy, termsOf(site, counted, { taxonomy, language })])),
  };
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
