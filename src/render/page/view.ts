import type { Element, RootContent } from 'hast';
import { isRecord } from '../../base/records';
import { languageOf } from '../../hugo/articles';
import type { PageContext } from '../../hugo/pageContext';
import { termUrlOf } from '../../hugo/permalinks';
import type { Site } from '../../hugo/site';
import type { Source } from '../rendering';
import { isTruthy, listed, members, type PageValues, printed, scalarText, valuesOf } from '../values';
import { entriesIn, tableOfContents } from './contents';
import { datesOf, type Moment } from './dates';
import { homeUrl, tagLink } from './urls';
import { type ThemeWords, themeWords } from './words';

export interface TermLink {
  readonly name: string;
  readonly url: string;
}

/** What the theme shows of one article. */
export interface ArticleView {
  readonly source: Source;
  readonly context: PageContext;
  readonly values: PageValues;
  /** Code of the article's language, lower case. */
  readonly language: string;
  readonly words: ThemeWords;
  readonly title: string;
  readonly lead: string;
  readonly date: Moment | undefined;
  readonly lastmod: Moment | undefined;
  /** Undefined when the article says nothing of categories; then the theme shows none. */
  readonly categories: readonly TermLink[] | undefined;
  readonly tags: readonly TermLink[];
  /** The address as written; undefined when the theme shows no picture. */
  readonly thumbnail: string | undefined;
  readonly contents: Element | undefined;
  readonly body: readonly RootContent[];
}

/** Gathers what the theme shows. @param body the rendered body, whose headings make the table of contents */
export function viewOf(source: Source, context: PageContext, body: readonly RootContent[]): ArticleView {
  const values = valuesOf(source);
  const { site, path } = source;
  const language = languageOf(site, path).code;
  const lead = values.own('lead');
  const categories = values.either('categories');
  const tag = (value: unknown) => ({
    name: printed(value),
    url: tagLink(site, language, scalarText(value)),
  });
  return {
    source,
    context,
    values,
    language,
    words: themeWords(language, site.defaultLanguage),
    title: scalarText(values.own('title')),
    lead: isTruthy(lead) ? printed(lead) : '',
    ...datesOf(source, values),
    categories: isTruthy(categories)
      ? (Array.isArray(categories) ? listed(categories) : []).map((name) =>
          categoryLink(name, { site, language, context }),
        )
      : undefined,
    tags: members(values.own('tags')).map(tag),
    thumbnail: thumbnailOf(values),
    contents: isTruthy(values.either('toc')) ? tableOfContents(entriesIn(body)) : undefined,
    body,
  };
}

/** The page of a category, called as the article that named it first wrote it. Without a name it is the list of all categories. */
function categoryLink(
  written: string,
  on: { readonly site: Site; readonly language: string; readonly context: PageContext },
): TermLink {
  const key = written.trim().toLowerCase();
  if (key === '') return { name: 'Categories', url: `${homeUrl(on.site, on.language)}categories/` };
  const known = on.context.terms.get('categories')?.find(({ name }) => name.trim().toLowerCase() === key);
  return known ?? { name: written, url: termUrlOf(on.site, on.language, { taxonomy: 'categories', name: written }) };
}

/** `thumbnail: a.png`, or `{src, visibility}`, where `visibility` says on which pages it is shown. */
function thumbnailOf(values: PageValues): string | undefined {
  const written = values.own('thumbnail');
  if (!isTruthy(written)) return undefined;
  const own = isRecord(written) ? written['visibility'] : undefined;
  const visibility = own ?? values.site('thumbnail', 'visibility');
  if (isTruthy(visibility) && !listed(visibility).includes('post')) return undefined;
  const src = isRecord(written) ? written['src'] : written;
  return Array.isArray(src) ? '' : printed(src);
}
