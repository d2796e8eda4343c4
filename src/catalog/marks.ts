import type { ArticleBrief } from '../article/brief';
import { placeOf } from '../hugo/contentPath';
import { aliasUrlOf, permalinkOf } from '../hugo/permalinks';
import type { Site } from '../hugo/site';

/**
 * What other articles may have too. `title`: with its white space folded. `url` and `alias`: percent-encoded, with the path of `baseURL` before it. `entry`: what an
 * article is called in a menu, where that is not its title. `version`: what its translations have in common.
 */
export type Mark = 'title' | 'url' | 'alias' | 'entry' | 'version';

export type MarkVisitor = (mark: Mark, key: string) => void;

/** Tells every mark of an article. */
export function eachMark(site: Site, brief: ArticleBrief, visit: MarkVisitor): void {
  const title = foldTitle(brief.title);
  if (title !== '') visit('title', title);
  const url = urlOf(site, brief);
  if (url !== undefined) {
    visit('url', url);
    for (const alias of brief.aliases ?? []) visit('alias', aliasUrlOf(site, url, alias));
  }
  for (const { entry } of brief.menus ?? []) if (entry !== undefined) visit('entry', entry);
  if (site.languages.length < 2) return;
  const name = versionOf(brief.path);
  visit('version', name);
  if (brief.translationKey !== undefined && brief.translationKey !== name) visit('version', brief.translationKey);
}

/** Line ends and runs of spaces make no other title to a reader. */
export function foldTitle(title: string): string {
  return /^\s|\s$|\s\s|[^\S ]/.test(title) ? title.trim().replace(/\s+/g, ' ') : title;
}

/** The address at which Hugo publishes an article; undefined when it has no page of its own, or no place in the site. */
export function urlOf(site: Site, brief: ArticleBrief): string | undefined {
  if (brief.hidden || (!brief.url && !placeOf(site, brief.path))) return undefined;
  return permalinkOf(site, brief.path, brief);
}

/**
 * What the files of an article and its translations are called by: `a` of `news/a.zh-CN.md` and of `en/a.en.md`, whether Hugo takes the suffix
 * for a language or not; of a bundle, its folder.
 */
export function versionOf(path: string): string {
  const parts = path.split('/');
  const name = (parts.pop() ?? '').replace(/(?:\.[a-z]{2,3}(?:[-_][a-z\d]{2,8})*)?\.[^.]+$/i, '');
  return name === 'index' ? (parts.pop() ?? name) : name;
}
