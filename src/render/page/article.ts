import type { Element, Properties } from 'hast';
import { element } from '../hast';
import { members } from '../values';
import { formatMoment, type Moment, rfc3339 } from './dates';
import { categoryIcon, tagIcon, timeIcon } from './icons';
import type { ArticleView } from './view';

/** How the article's own parts are written: for readers, or for an editor, who gets the line of the field they come from. */
export interface Drawing {
  /** Properties of what comes from a field of the front matter. */
  from(field: string): Properties;
  /** A picture in the front matter. */
  picture(address: string): Properties;
  /** The addresses of terms, pages and the like as a template writes them. */
  href(url: string): string;
  readonly icons: boolean;
}

/** `<article class="post">`: all but what stands around it on the page. */
export function articleElement(view: ArticleView, drawing: Drawing): Element {
  const footer =
    view.tags.length === 0 ? undefined : element('footer', { className: ['post__footer'] }, tags(view, drawing));
  return element(
    'article',
    { className: ['post'] },
    header(view, drawing),
    thumbnail(view, drawing),
    contents(view, drawing),
    element(
      'div',
      { className: ['content', 'post__content', 'clearfix'] },
      '\n',
      [...view.body].filter(isElementContent),
    ),
    footer,
  );
}

function isElementContent(node: ArticleView['body'][number]) {
  return node.type !== 'doctype';
}

function header(view: ArticleView, drawing: Drawing): Element {
  const { title, lead } = view;
  return element(
    'header',
    { className: ['post__header'] },
    element('h1', { className: ['post__title'], ...drawing.from('title') }, title),
    lead === '' ? undefined : element('p', { className: ['post__lead'], ...drawing.from('lead') }, lead),
    meta(view, drawing),
  );
}

function meta(view: ArticleView, drawing: Drawing): Element | undefined {
  const { site } = view.source;
  // The theme shows what the site lists; where there is no site, what its own example lists.
  const names = members(view.values.either('post_meta') ?? (site.found ? [] : ['date', 'categories']));
  const items = names.flatMap((name) => metaItem(String(name), view, drawing) ?? []);
  return items.length === 0 ? undefined : element('div', { className: ['post__meta', 'meta'] }, items);
}

function metaItem(name: string, view: ArticleView, drawing: Drawing): Element | undefined {
  switch (name) {
    case 'date':
      return date(view, drawing);
    case 'categories':
      return categories(view, drawing);
    case 'author':
      return author(view);
    default:
      return undefined;
  }
}

function date({ date, lastmod, values, words }: ArticleView, drawing: Drawing): Element | undefined {
  if (!date) return undefined;
  const layout = String(values.site('dateformat') || 'January 02, 2006');
  const time = (moment: Moment, before: string, after: string) =>
    element(
      'time',
      { className: ['meta__text'], dateTime: rfc3339(moment) },
      `${before}${formatMoment(moment, layout)}${after}`,
    );
  const changed = lastmod && lastmod.time !== date.time ? ['\n', time(lastmod, `(${words.modified}: `, ')')] : [];
  const properties = { className: ['meta__item-datetime', 'meta__item'], ...drawing.from('date') };
  return element('div', properties, drawing.icons ? timeIcon() : undefined, time(date, '', ''), ...changed);
}

function categories(view: ArticleView, drawing: Drawing): Element | undefined {
  if (!view.categories) return undefined;
  const links = view.categories.map(({ name, url }, i) => [
    i > 0 ? ', ' : undefined,
    element('a', { className: ['meta__link'], href: drawing.href(url), rel: ['category'] }, name),
  ]);
  const properties = { className: ['meta__item-categories', 'meta__item'], ...drawing.from('categories') };
  const text = element('span', { className: ['meta__text'] }, links, '\n');
  return element('div', properties, drawing.icons ? categoryIcon() : undefined, text);
}

function author({ source }: ArticleView): Element | undefined {
  const name = source.site.author?.['name'];
  if (!name) return undefined;
  const text = element('span', { className: ['meta__text'] }, String(name));
  return element('div', { className: ['meta__item-author', 'meta__item'] }, text);
}

function thumbnail({ thumbnail: address, title }: ArticleView, drawing: Drawing): Element | undefined {
  if (address === undefined) return undefined;
  const picture = element('img', { className: ['thumbnail__image'], ...drawing.picture(address), alt: title });
  return element('figure', { className: ['post__thumbnail', 'thumbnail'], ...drawing.from('thumbnail') }, picture);
}

function contents({ contents: nav, words }: ArticleView, drawing: Drawing): Element | undefined {
  if (!nav) return undefined;
  return element(
    'div',
    { className: ['post__toc', 'toc'], ...drawing.from('toc') },
    element('div', { className: ['toc__title'] }, words.contents),
    element('div', { className: ['toc__menu'] }, nav),
  );
}

function tags(view: ArticleView, drawing: Drawing): Element {
  const items = view.tags.map(({ name, url }) => {
    const link = element('a', { className: ['tags__link', 'btn'], href: drawing.href(url), rel: ['tag'] }, name);
    return element('li', { className: ['tags__item'] }, link);
  });
  return element(
    'div',
    { className: ['post__tags', 'tags', 'clearfix'], ...drawing.from('tags') },
    drawing.icons ? tagIcon() : undefined,
    element('ul', { className: ['tags__list'] }, items),
  );
}
