import { type ArticleBrief, briefFrom } from '../article/brief';
import { message } from '../base/message';
import type { Mark } from '../catalog/marks';
import { placeOf } from '../hugo/contentPath';
import type { Site } from '../hugo/site';
import { isRead } from './fields';
import type { Related, Subject } from './rule';

const NO_FIELDS: ReadonlySet<string> = new Set();
/** So many are named; the rest is counted with three dots. */
const NAMED = 3;

/** What the article says of itself now, saved or not; undefined when it has no page of its own on the site. */
export function publishedBrief({ article, path, kind, world: { site } }: Subject): ArticleBrief | undefined {
  if (kind === 'section' || !isRead(article.frontMatter)) return undefined;
  const own = briefFrom(path, article.text, article.frontMatter, NO_FIELDS);
  return isPublished(site, own) ? own : undefined;
}

function isPublished(site: Site, brief: ArticleBrief): boolean {
  return !brief.hidden && (!brief.draft || site.buildDrafts);
}

/** The other articles that are published and have this in common with the article. */
export function othersWith({ path, world: { catalog, site } }: Subject, mark: Mark, key: string): ArticleBrief[] {
  const others: ArticleBrief[] = [];
  for (const other of catalog.sharing(mark, key)) {
    const brief = other === path ? undefined : catalog.get(other);
    if (brief && isPublished(site, brief)) others.push(brief);
  }
  return others;
}

/** The language in which Hugo publishes it. */
export function languageIn(site: Site, path: string): string {
  return placeOf(site, path)?.language ?? site.defaultLanguage;
}

/** Paths of articles for a message. */
export function pathsOf(others: readonly ArticleBrief[]): string {
  const paths = others.slice(0, NAMED).map(({ path }) => path);
  return [...paths, ...(others.length > NAMED ? ['…'] : [])].join(', ');
}

/** To go to them from the problem. */
export function relatedTo(others: readonly ArticleBrief[]): readonly Related[] {
  return others
    .slice(0, 20)
    .map(({ path, title }) => ({ path, message: message('The other article: {0}', title || path) }));
}
