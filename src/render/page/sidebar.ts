import type { Element, ElementContent } from 'hast';
import { type Child, element } from '../hast';
import { templateUrl } from '../templateUrl';
import { isTruthy, listed, printed } from '../values';
import { unknownPart } from './frame';
import { homeUrl, relUrl } from './urls';
import type { ArticleView } from './view';

/** The sidebar with its widgets in order; undefined when the article turns it off. */
export function sidebar(view: ArticleView): Element | undefined {
  const { values } = view;
  const own = values.own('sidebar');
  const side = own === undefined || own === '' ? values.site('sidebar', 'single') : own;
  if (!isTruthy(side)) return undefined;
  const written = values.own('widgets');
  const names = listed(isTruthy(written) ? written : values.site('sidebar', 'widgets'));
  const className = side === 'left' ? ['sidebar', 'sidebar--left'] : ['sidebar'];
  return element('aside', { className }, names.length === 0 ? warning(view) : names.map((name) => widget(name, view)));
}

function warning({ words }: ArticleView): Element {
  const strong = element('strong', {}, `${words.warning}:`);
  return element('p', { className: ['sidebar__warning'] }, strong, element('br', {}), words.chooseWidgets);
}

function widget(name: string, view: ArticleView): Child {
  switch (name) {
    case 'search':
      return search(view);
    case 'recent':
      return recent(view);
    case 'categories':
      return categories(view);
    case 'taglist':
      return taglist(view);
    case 'languages':
      return languages(view);
    case 'sidemenu':
      return sidemenu(view);
    case 'social':
      return social(view);
    case 'ddg-search':
      return duckDuckGo(view);
    default:
      return unknownPart(name);
  }
}

function search({ values, words, source: { site } }: ArticleView): Element {
  const action = printed(values.site('widgets', 'search', 'url')) || 'https://google.com/search';
  const name = printed(values.site('widgets', 'search', 'input', 'name')) || 'sitesearch';
  const before = printed(values.site('widgets', 'search', 'input', 'pre'));
  const label = { placeholder: words.search, value: '', name: 'q', ariaLabel: words.search };
  const form = element(
    'form',
    { className: ['widget-search__form'], role: 'search', method: 'get', action: templateUrl(action) },
    element('input', { className: ['widget-search__field'], type: 'search', ...label }),
    '\n',
    element('input', { className: ['widget-search__submit'], type: 'submit', value: 'Search' }),
    '\n',
    element('input', { type: 'hidden', name, value: `${before}${site.baseUrl}` }),
  );
  return element('div', { className: ['widget-search', 'widget'] }, form);
}

/** Deprecated, but the theme still has it. */
function duckDuckGo({ words, source: { site } }: ArticleView): ElementContent[] {
  const field = {
    className: ['widget-search__field'],
    type: 'search',
    placeholder: words.search,
    value: '',
    name: 'q',
  };
  const form = element(
    'form',
    { className: ['widget-search__form'], role: 'search', method: 'get', action: 'https://duckduckgo.com/' },
    element('label', {}, element('input', { ...field, ariaLabel: words.search })),
    '\n',
    element('input', { className: ['widget-search__submit'], type: 'submit', value: 'Search' }),
    '\n',
    element('input', { type: 'hidden', name: 'sites', value: site.baseUrl }),
  );
  return [element('div', { className: ['widget-search', 'widget'] }, form)];
}

const NETWORKS: readonly (readonly [key: string, name: string, base: string])[] = [
  ['facebook', 'Facebook', 'https://facebook.com/'],
  ['twitter', 'Twitter', 'https://twitter.com/'],
  ['instagram', 'Instagram', 'https://www.instagram.com/'],
  ['linkedin', 'LinkedIn', 'https://linkedin.com/in/'],
  ['telegram', 'Telegram', 'https://t.me/'],
  ['github', 'GitHub', 'https://github.com/'],
  ['gitlab', 'GitLab', 'https://gitlab.com/'],
  ['bitbucket', 'Bitbucket', 'https://bitbucket.org/'],
  ['email', 'Email', 'mailto:'],
];

/** Without the networks' drawings. */
function social({ values, words }: ArticleView): Element | undefined {
  const accounts = values.site('widgets', 'social');
  if (!isTruthy(accounts)) return undefined;
  const items = NETWORKS.flatMap(([key, title, base]) => {
    const account = printed(values.site('widgets', 'social', key));
    if (account === '') return [];
    const outside = key === 'email' ? {} : { rel: ['noopener', 'noreferrer'], target: '_blank' };
    const className = ['widget-social__link', 'widget__link', 'btn'];
    const properties = { className, title, ...outside, href: templateUrl(base + account) };
    const name = element('span', {}, key === 'email' ? account : title);
    return element('div', { className: ['widget-social__item', 'widget__item'] }, element('a', properties, name));
  });
  const heading = element('h4', { className: ['widget-social__title', 'widget__title'] }, words.social);
  const content = element('div', { className: ['widget-social__content', 'widget__content'] }, items);
  return element('div', { className: ['widget-social', 'widget'] }, heading, content);
}

function recent({ context, words }: ArticleView): Element | undefined {
  if (context.recent.length === 0) return undefined;
  const items = context.recent.map(({ title, url }) => item(link(title, url)));
  return titled('widget-recent', words.recent, list(items));
}

function categories({ context, values, words }: ArticleView): Element | undefined {
  const terms = context.terms.get('categories') ?? [];
  if (terms.length === 0) return undefined;
  const counted = isTruthy(values.site('widgets', 'categories_counter'));
  const items = terms.map(({ name, url, count }) => {
    const bubble = { className: ['widget__counter', 'widget__counter--bubble'] };
    return item(link(name, url), ...(counted ? ['\u00a0 ', element('span', bubble, String(count))] : []));
  });
  return titled('widget-categories', words.categories, list(items));
}

function taglist({ context, values, words }: ArticleView): Element | undefined {
  const terms = context.terms.get('tags') ?? [];
  if (terms.length === 0) return undefined;
  const counted = isTruthy(values.site('widgets', 'tags_counter'));
  const links = terms.map(({ name, url, count }) => {
    const className = ['widget-taglist__link', 'widget__link', 'btn'];
    return [
      element('a', { className, href: templateUrl(url), title: name }, counted ? `${name} (${count})` : name),
      '\n',
    ];
  });
  return titled('widget-taglist', words.tags, links.flat());
}

function languages({ source: { site }, words }: ArticleView): Element | undefined {
  if (site.languages.length < 2) return undefined;
  const items = site.languages.map(({ code, name }) => {
    const button = ['widget-languages__link-btn', 'widget__link-btn', 'btn'];
    const shown = { className: ['widget-languages__link-text', 'widget__link-text'] };
    const properties = { className: ['widget-languages__link', 'widget__link'], href: homeUrl(site, code) };
    const parts = [element('span', { className: button }, code.toUpperCase()), '\n', element('span', shown, name)];
    return item(element('a', properties, '\n', parts, '\n'));
  });
  return titled('widget-languages', words.languages, list(items));
}

function sidemenu({ source: { site }, words }: ArticleView): Element | undefined {
  const entries = site.menus.get('side') ?? [];
  if (entries.length === 0) return undefined;
  const items = entries.map(({ name, url }) => item(link(name, relUrl(site, url))));
  const title = element('h4', { className: ['widget__title'] }, words.menu);
  const nav = element('nav', { className: ['widget__content'] }, list(items));
  return element('div', { className: ['widget-sidemenu', 'widget'] }, title, nav);
}

function titled(name: string, title: string, content: Element | readonly (Element | string)[]): Element {
  const heading = element('h4', { className: ['widget__title'] }, title);
  return element(
    'div',
    { className: [name, 'widget'] },
    heading,
    element('div', { className: ['widget__content'] }, '\n', content),
  );
}

function list(items: readonly Element[]): Element {
  return element('ul', { className: ['widget__list'] }, items);
}

function item(...children: readonly (Element | string)[]): Element {
  return element('li', { className: ['widget__item'] }, children);
}

function link(name: string, url: string): Element {
  return element('a', { className: ['widget__link'], href: templateUrl(url) }, name);
}
