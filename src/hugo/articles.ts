import { cutName, isBelow, isContentMount, placeOf } from './contentPath';
import type { Site } from './site';

/** Folders whose files are never articles, wherever they stand. */
const FOREIGN_FOLDERS = new Set(['node_modules', 'public', 'archetypes', 'themes', 'resources', 'vendor', '_vendor']);

/**
 * Whether a file is an article: Markdown under a content folder of the site; without a site, Markdown whose front matter has a title.
 * @param path below the workspace root.
 * @param frontMatterHasTitle asked only when there is no site.
 */
export function articleKindOf(
  site: Site,
  path: string,
  frontMatterHasTitle?: boolean,
): 'article' | 'section' | undefined {
  if (!mayBeArticle(path)) return undefined;
  if (site.found ? !placeOf(site, path) : frontMatterHasTitle !== true) return undefined;
  return isSection(path) ? 'section' : 'article';
}

/** What the path alone rules out: other files than Markdown, READMEs, hidden files, and folders that are not the newsroom's. */
export function mayBeArticle(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  if (!/\.(md|markdown|mdown)$/.test(name) || /^[.#]/.test(name) || /^readme\./i.test(name)) return false;
  return parts.every(mayHoldArticles);
}

/** False for a folder that is not looked into. */
export function mayHoldArticles(folderName: string): boolean {
  return !folderName.startsWith('.') && !FOREIGN_FOLDERS.has(folderName);
}

function isSection(path: string): boolean {
  return cutName(path.slice(path.lastIndexOf('/') + 1)).base === '_index';
}

/** The language of an article, and what in its name looks like one but is none. */
export interface ArticleLanguage {
  readonly code: string;
  readonly how: 'folder' | 'suffix' | 'default';
  /** File name without language and extension; translations of one article share it. */
  readonly base: string;
  /** `zh-CN` in `a.zh-CN.md` when Hugo takes it for a part of the name, and so publishes `/a.zh-cn/` in another language. */
  readonly suspect: SuspectSuffix | undefined;
}

export interface SuspectSuffix {
  /** As written. */
  readonly suffix: string;
  /** The language of the site that is meant, when it is plain: the same code but for capital letters, or one that is turned off. */
  readonly meant: string | undefined;
  /** `case`: Hugo lower-cases the codes of languages, not file names. `disabled`: the article is not published. `unknown`: no language of the site. */
  readonly why: 'case' | 'disabled' | 'unknown';
}

/** How Hugo finds the language: a suffix that equals a code letter for letter, else the content folder, else the default language. */
export function languageOf(site: Site, path: string): ArticleLanguage {
  const place = placeOf(site, path);
  const { base, suffix } = cutName(path.slice(path.lastIndexOf('/') + 1));
  if (place)
    return { code: place.language, how: place.how, base: place.base, suspect: suspectOf(site, place.how, suffix) };
  const known = suffix !== undefined && site.languages.some(({ code }) => code === suffix);
  return {
    code: known ? suffix : site.defaultLanguage,
    how: known ? 'suffix' : 'default',
    base: known || suffix === undefined ? base : `${base}.${suffix}`,
    suspect: suspectOf(site, known ? 'suffix' : 'default', suffix),
  };
}

function suspectOf(site: Site, how: ArticleLanguage['how'], suffix: string | undefined): SuspectSuffix | undefined {
  if (how === 'suffix' || suffix === undefined) return undefined;
  const lower = suffix.toLowerCase();
  if (site.disabledLanguages.includes(suffix)) return { suffix, meant: suffix, why: 'disabled' };
  if (site.languages.some(({ code }) => code === lower)) return { suffix, meant: lower, why: 'case' };
  return /^[a-z]{2}([-_][a-z]{4})?([-_]([a-z]{2}|\d{3}))?$/i.test(suffix)
    ? { suffix, meant: undefined, why: 'unknown' }
    : undefined;
}

/** Folders that hold articles: those of the content mounts that are not inside another, or the whole root without a site. */
export function contentFolders(site: Site): readonly string[] {
  if (!site.found) return [''];
  const folders = [...new Set(site.mounts.filter(isContentMount).map(({ source }) => source))];
  return folders.filter((folder) => !folders.some((other) => other !== folder && isBelow(folder, other)));
}
