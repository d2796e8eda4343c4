import type { Catalog } from '../catalog/catalog';
import { placeOf } from '../hugo/contentPath';
import type { Site } from '../hugo/site';

/** The pages of one language, as `ref` looks for them. */
export interface Pages {
  /** Paths below the content folder, `news/a`, of what is published. */
  readonly regular: ReadonlySet<string>;
  /** Of drafts. */
  readonly drafts: ReadonlySet<string>;
  /** Folders that are pages: those with an `_index.md`, and the first ones. */
  readonly sections: ReadonlySet<string>;
  /** Those with an `_index.md`. */
  readonly indexed: ReadonlySet<string>;
  /** How many published pages bear a name. */
  readonly names: ReadonlyMap<string, number>;
}

type Found = 'found' | 'nowhere' | 'ambiguous' | 'draft';

/** Every page by language, made once for each state of the catalog. */
export function pagesOf(site: Site, catalog: Catalog): ReadonlyMap<string, Pages> {
  return catalog.memo('refs', () => {
    const byLanguage = new Map<string, Growing>();
    for (const { path, draft } of catalog.all()) {
      const place = placeOf(site, path);
      if (!place) continue;
      const pages = byLanguage.get(place.language) ?? empty();
      byLanguage.set(place.language, pages);
      add(pages, keyOf(place.page.slice(1)), {
        isSection: place.base === '_index',
        isDraft: draft && !site.buildDrafts,
      });
    }
    return byLanguage;
  });
}

interface Growing extends Pages {
  readonly regular: Set<string>;
  readonly drafts: Set<string>;
  readonly sections: Set<string>;
  readonly indexed: Set<string>;
  readonly names: Map<string, number>;
}

function empty(): Growing {
  return { regular: new Set(), drafts: new Set(), sections: new Set(['']), indexed: new Set(), names: new Map() };
}

function add(pages: Growing, key: string, { isSection, isDraft }: { isSection: boolean; isDraft: boolean }): void {
  const slash = key.indexOf('/');
  if (slash > 0) pages.sections.add(key.slice(0, slash));
  if (isSection) {
    pages.sections.add(key);
    pages.indexed.add(key);
  } else if (isDraft) pages.drafts.add(key);
  else {
    pages.regular.add(key);
    const name = key.slice(key.lastIndexOf('/') + 1);
    pages.names.set(name, (pages.names.get(name) ?? 0) + 1);
  }
}

/** Hugo looks in small letters, and takes a hyphen for a space. */
function keyOf(path: string): string {
  return path.toLowerCase().replaceAll(' ', '-');
}

export interface Asking {
  /** As written, without `#…` and `?…`. */
  readonly ref: string;
  /** The folder of the article below the content folder. */
  readonly folder: string;
  readonly language: string;
  readonly taxonomies: Iterable<string>;
}

/** Finds a page as Hugo 0.111 does: beside the article, from the root of the content, and by its bare name anywhere. */
export function findPage(pages: Pages, { ref, folder, language, taxonomies }: Asking): Found {
  const written = keyOf(ref.trim()).replace(/^\/content\//, '/');
  const stem = withoutSuffix(written, language);
  // `news/_index.md` is a section with that file, `trip/index.md` a bundle.
  const isIndex = stem !== written && /(?:^|\/)_index$/.test(stem);
  const bare = stem.replace(isIndex ? /\/?_index$/ : /(?<=.)\/index$/, '');
  const fromRoot = bare.startsWith('.') ? undefined : climb('', bare);
  const candidates = bare.startsWith('/') ? [fromRoot] : [climb(folder.toLowerCase(), bare), fromRoot];
  const isFolder = isIndex || written.endsWith('/') || /(?:^|\/)\.{1,2}$/.test(written);
  let draft = false;
  for (const path of candidates) {
    if (path === undefined) continue;
    if ((isIndex ? pages.indexed : pages.sections).has(path)) return 'found';
    if (isFolder) continue;
    if (pages.regular.has(path)) return 'found';
    draft ||= pages.drafts.has(path);
  }
  for (const taxonomy of taxonomies) if (taxonomy.toLowerCase() === bare.replace(/^\/|\/$/g, '')) return 'found';
  const name = stem.replace(/^\//, '');
  if (name !== '' && !name.includes('/') && !isFolder) {
    const count = pages.names.get(name) ?? 0;
    if (count > 0) return count === 1 ? 'found' : 'ambiguous';
    for (const path of pages.drafts) draft ||= path.endsWith(`/${name}`);
  }
  return draft ? 'draft' : 'nowhere';
}

/** `a.en.md` → `a` */
function withoutSuffix(ref: string, language: string): string {
  const stem = ref.replace(/(?<=[^/.])\.[^/.]*$/, '');
  return stem.endsWith(`.${language}`) ? stem.slice(0, -language.length - 1) : stem;
}

/** `../other/a` seen from a folder; undefined above the top. */
function climb(from: string, path: string): string | undefined {
  const parts = from === '' ? [] : from.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
