import type { Element } from 'hast';
import type { PageLink } from '../../hugo/pageContext';
import { type Child, comment, element } from '../hast';
import { templateUrl } from '../templateUrl';
import { isTruthy, printed } from '../values';
import { homeUrl, relUrl } from './urls';
import type { ArticleView } from './view';

// What stands around the article on every page of the theme.

/** Logo and main menu. */
export function siteHeader(view: ArticleView): Element {
  const container = { className: ['container', 'header__container'] };
  return element('header', { className: ['header'] }, element('div', container, logo(view), menu(view)));
}

function logo({ values, source: { site }, language }: ArticleView): Element | undefined {
  const title = printed(values.site('logo', 'title')) || siteTitle(site, language);
  const subtitle = printed(values.site('logo', 'subtitle') ?? values.site('subtitle'));
  const image = printed(values.site('logo', 'image'));
  if (title === '' && image === '') return undefined;
  const tagline = subtitle && element('div', { className: ['logo__tagline'] }, subtitle);
  const name = element('div', { className: ['logo__title'] }, title);
  const picture = element('img', { className: ['logo__img'], src: templateUrl(relUrl(site, image)) });
  const properties = {
    className: ['logo__link'],
    href: homeUrl(site, language),
    title: title || undefined,
    rel: ['home'],
  };
  const link = element(
    'a',
    properties,
    image && element('div', { className: ['logo__item', 'logo__imagebox'] }, picture),
    title && element('div', { className: ['logo__item', 'logo__text'] }, name, '\n', tagline),
  );
  return element('div', { className: image && title ? ['logo', 'logo--mixed'] : ['logo'] }, link);
}

/** The site's title in a language. */
export function siteTitle(site: ArticleView['source']['site'], language: string): string {
  return site.languages.find(({ code }) => code === language)?.title ?? site.title;
}

function menu({ source: { site }, words }: ArticleView): Element {
  const entries = site.menus.get('main') ?? [];
  if (entries.length === 0) return element('div', { className: ['divider'] });
  const title = element('span', { className: ['menu__btn-title'], tabIndex: -1 }, words.menu);
  const button = { className: ['menu__btn'], ariaHasPopup: 'true', ariaExpanded: 'false', tabIndex: 0 };
  const items = entries
    .filter(({ name }) => name !== '')
    .map(({ name, url }) => {
      const text = element('span', { className: ['menu__text'] }, name);
      const link = element('a', { className: ['menu__link'], href: templateUrl(relUrl(site, url)) }, '\n', text, '\n');
      return element('li', { className: ['menu__item'] }, link);
    });
  const list = element('ul', { className: ['menu__list'] }, items);
  return element('nav', { className: ['menu'] }, element('button', button, title), list);
}

/** Links to the articles before and after, when the article or the site asks for them. */
export function pager({ values, context, words }: ArticleView): Element | undefined {
  const { previous, next } = context;
  if (!isTruthy(values.either('pager')) || (!previous && !next)) return undefined;
  return element(
    'nav',
    { className: ['pager', 'flex'] },
    previous && pagerItem('prev', previous, `«\u2009${words.previous}`),
    next && pagerItem('next', next, `${words.next}\u2009»`),
  );
}

function pagerItem(rel: 'prev' | 'next', { title, url }: PageLink, subtitle: string): Element {
  const link = element(
    'a',
    { className: ['pager__link'], href: templateUrl(url), rel: [rel] },
    '\n',
    element('span', { className: ['pager__subtitle'] }, subtitle),
    element('p', { className: ['pager__title'] }, title),
  );
  return element('div', { className: ['pager__item', `pager__item--${rel}`] }, link);
}

/** @param year for the copyright. */
export function siteFooter(view: ArticleView, year: number): Element {
  const { values, source, language } = view;
  const owner = printed(values.site('copyright')) || siteTitle(source.site, language);
  const credits = element('span', { className: ['footer__copyright-credits'] }, creditsOf(view.words.credits));
  const copyright = element('div', { className: ['footer__copyright'] }, `© ${year} ${owner}. `, credits);
  const container = { className: ['container', 'footer__container', 'flex'] };
  return element('footer', { className: ['footer'] }, element('div', container, footerLinks(view), copyright));
}

function footerLinks({ source: { site } }: ArticleView): Element | undefined {
  const entries = site.menus.get('footer') ?? [];
  if (entries.length === 0) return undefined;
  const links = entries.map(({ name, url }, i) => [
    i > 0 ? ' | ' : undefined,
    element('a', { className: ['footer__link'], href: templateUrl(relUrl(site, url)) }, name),
  ]);
  return element('div', { className: ['footer__links'] }, links);
}

function creditsOf(credits: string): Child[] {
  const link = (name: string, href: string) =>
    element('a', { href, rel: ['nofollow', 'noopener'], target: '_blank' }, name);
  return credits.split(/(\{\w+\})/).map((part) => {
    if (part === '{hugo}') return link('Hugo', 'https://gohugo.io/');
    return part === '{theme}' ? link('Mainroad', 'https://github.com/Vimux/Mainroad/') : part;
  });
}

/** A widget that the theme does not know. Hugo would stop; the page says so. */
export function unknownPart(name: string) {
  return comment(` partial "widgets/${name.replace(/--|>/g, '')}.html" not found `);
}
