import { DAYS, MONTHS } from './calendar';
import { type ContentPlace, placeOf } from './contentPath';
import { readDate } from './dates';
import type { Site } from './site';
import { escapePath, sanitizePath } from './urlize';
import { dateOf } from './zone';

/** What of an article its address depends on. An `ArticleBrief` has enough unless it sets `slug` or `url`. */
export interface PermalinkFields {
  readonly title: string;
  /** As written; '' when there is none. */
  readonly date: string;
  readonly slug?: string;
  readonly url?: string;
}

/** The article's address on the site as Hugo's `.RelPermalink` has it: `/en/news/a/`, percent-encoded, with the path of `baseURL` before it. */
export function permalinkOf(site: Site, path: string, fields: PermalinkFields): string {
  const base = basePath(site);
  const place = placeOf(site, path);
  const prefix = place ? languagePrefix(site, place.language) : '';
  if (fields.url)
    return base + escapePath(withSlashes(fields.url.startsWith('/') ? fields.url : `${prefix}/${fields.url}`));
  if (!place) return `${base}/`;
  const name = nameOf(place);
  const pattern = place.base === '_index' ? undefined : site.permalinks.get(folderOf(place).split('/')[0] || '/');
  const own =
    pattern === undefined
      ? `/${folderOf(place)}/${fields.slug || name}`
      : expand(pattern, { site, path, place, name, fields });
  return base + finished(site, prefix + own.replace(/^\/*/, '/'), place.base === '_index' && place.folder === '');
}

/**
 * The address at which Hugo writes an alias, in the form of `permalinkOf`. One that begins with `/` counts from the top, for every language; another
 * one from the folder above the article's own address. Spaces and capital letters stay.
 * @param url the article's own address
 */
export function aliasUrlOf(site: Site, url: string, alias: string): string {
  const from = alias.startsWith('/') ? basePath(site) : url.replace(/[^/]*\/?$/, '');
  const parts: string[] = [];
  for (const part of `${from}/${alias}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const path = escapePath(parts.map((part) => `/${part}`).join(''));
  return /\.html?$/.test(path) ? path : `${path}/`;
}

/** The address of a term's page: `/zh-cn/tags/ai/`. */
export function termUrlOf(
  site: Site,
  language: string,
  term: { readonly taxonomy: string; readonly name: string },
): string {
  const path = `${languagePrefix(site, language)}/${term.taxonomy}/${term.name.trim()}`;
  return basePath(site) + finished(site, path, false);
}

/** Sanitised, encoded and with its end: `/` or `.html`. */
function finished(site: Site, path: string, home: boolean): string {
  const clean = escapePath(sanitizePath(path, site.urls).replace(/\/{2,}/g, '/')).replace(/\/$/, '');
  return site.urls.ugly && !home ? `${clean}.html` : `${clean}/`;
}

/** `/en` where the language's addresses begin with it. */
function languagePrefix(site: Site, language: string): string {
  return language !== site.defaultLanguage || site.defaultLanguagePrefixed ? `/${language}` : '';
}

/** `/sub` of `https://example.org/sub/`. */
export function basePath(site: Site): string {
  const path =
    /^[a-z][a-z\d+.-]*:\/\/[^/]*(\/[^?#]*)?/i.exec(site.baseUrl)?.[1] ??
    (site.baseUrl.startsWith('/') ? site.baseUrl : '');
  return path.replace(/\/+$/, '');
}

/** The last part of the default address: the file's name, for a bundle its folder's, for a section or the home page ''. */
function nameOf(place: ContentPlace): string {
  if (place.base === '_index') return '';
  return place.base === 'index' ? place.folder.slice(place.folder.lastIndexOf('/') + 1) : place.base;
}

/** The folder before that name. */
function folderOf(place: ContentPlace): string {
  if (place.base !== 'index') return place.folder;
  return place.folder.includes('/') ? place.folder.slice(0, place.folder.lastIndexOf('/')) : '';
}

/** `/custom` → `/custom/`, `/a.html` as it is. Lower case does not touch a `url`, nor does the language one that begins with `/`. */
function withSlashes(url: string): string {
  return url.endsWith('/') || /\.\w+$/.test(url) ? url : `${url}/`;
}

interface Expanding {
  readonly site: Site;
  readonly path: string;
  readonly place: ContentPlace;
  readonly name: string;
  readonly fields: PermalinkFields;
}

/** Fills in a pattern of `[permalinks]`: `/:year/:month/:slug/`. */
function expand(pattern: string, of: Expanding): string {
  const date = clockOf(of);
  const two = (n: number) => String(n).padStart(2, '0');
  return pattern.replace(/:([a-z]+)(\[[^\]]*\])?/gi, (whole, name: string, range: string | undefined) => {
    switch (name.toLowerCase()) {
      case 'year':
        return String(date.getUTCFullYear());
      case 'month':
        return two(date.getUTCMonth() + 1);
      case 'monthname':
        return MONTHS[date.getUTCMonth()] ?? '';
      case 'day':
        return two(date.getUTCDate());
      case 'weekday':
        return String(date.getUTCDay());
      case 'weekdayname':
        return DAYS[date.getUTCDay()] ?? '';
      case 'yearday':
        return String(dayOfYear(date));
      case 'section':
        return folderOf(of.place).split('/')[0] ?? '';
      case 'sections':
        return sliced(sectionsOf(of), range).join('/');
      case 'title':
        return of.fields.title;
      case 'slug':
        return of.fields.slug || of.fields.title;
      case 'slugorfilename':
        return of.fields.slug || of.name;
      case 'filename':
        return of.name;
      default:
        return whole;
    }
  });
}

/** The date's own clock as if it were UTC; without a date, Go's first day of year 1. */
function clockOf({ site, fields }: Expanding): Date {
  const number = /^[+-]?\d{1,14}$/.test(fields.date);
  const read = readDate(number ? Number(fields.date) : fields.date, site.timeZone);
  return dateOf(read.state === 'ok' ? read.time + read.offset : -62_135_596_800_000);
}

function dayOfYear(date: Date): number {
  const first = new Date(date);
  first.setUTCMonth(0, 1);
  return Math.round((date.getTime() - first.getTime()) / 86_400_000) + 1;
}

/** Folders that are sections: the first one, and below it those with an `_index.md`, each inside the one before. */
export function sectionsOf({ site, path, place }: Pick<Expanding, 'site' | 'path' | 'place'>): readonly string[] {
  const names = folderOf(place).split('/').filter(Boolean);
  const folder = path.slice(0, path.lastIndexOf('/')).split('/');
  const above = folder.length - place.folder.split('/').filter(Boolean).length;
  let depth = Math.min(1, names.length);
  for (let n = 2; n <= names.length; n++) {
    if (site.sectionFolders.has(folder.slice(0, above + n).join('/'))) depth = n;
  }
  return names.slice(0, depth);
}

/** `[0]`, `[1:]`, `[:last]`, `[last]` as Hugo's `:sections` takes them. */
function sliced(sections: readonly string[], range: string | undefined): readonly string[] {
  if (range === undefined) return sections;
  const index = (text: string, otherwise: number): number =>
    text === '' ? otherwise : text === 'last' ? sections.length - 1 : Number(text);
  const [from = '', to] = range.slice(1, -1).split(':');
  if (to === undefined) return sections.slice(index(from, 0), index(from, 0) + 1);
  return sections.slice(index(from, 0), index(to, sections.length));
}
