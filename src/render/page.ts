import type { PageContext } from '../hugo/pageContext';
import { bodyTree } from './body/tree';
import { element, htmlOf } from './hast';
import { articleElement, type Drawing } from './page/article';
import { authorbox } from './page/authorbox';
import { pager, siteFooter, siteHeader } from './page/frame';
import { head } from './page/head';
import { sidebar } from './page/sidebar';
import { relUrl } from './page/urls';
import { type ArticleView, viewOf } from './page/view';
import { PUBLISHED } from './published';
import type { Source } from './rendering';
import { templateUrl } from './templateUrl';

export interface PageSource extends Source {
  readonly context: PageContext;
  /** For the copyright line; the present time when left out. */
  readonly now?: Date;
}

/** The whole HTML document of an article, as Hugo publishes it with the theme Mainroad. */
export function renderPage({ context, now, ...source }: PageSource): string {
  const view = viewOf(source, context, bodyTree(source, PUBLISHED));
  const html = element(
    'html',
    { className: ['no-js'], lang: view.language },
    head(view),
    body(view, now ?? new Date()),
  );
  return `<!DOCTYPE html>\n${htmlOf([html])}\n`;
}

function body(view: ArticleView, now: Date) {
  const { site } = view.source;
  const picture = (address: string) => ({ src: templateUrl(relUrl(site, address)) });
  const drawing: Drawing = { from: () => ({}), picture, href: templateUrl, icons: true };
  const main = element('main', { className: ['main'], role: 'main' }, articleElement(view, drawing));
  const primary = element('div', { className: ['primary'] }, main, authorbox(view, PUBLISHED, picture), pager(view));
  const wrapper = element('div', { className: ['wrapper', 'flex'] }, primary, sidebar(view));
  const outer = { className: ['container', 'container--outer'] };
  const container = element('div', outer, siteHeader(view), wrapper, siteFooter(view, now.getUTCFullYear()));
  const script = element('script', { async: true, defer: true, src: relUrl(site, 'js/menu.js') });
  return element('body', { className: ['body'] }, container, script, mathjax(view));
}

/** Only a true boolean loads it. */
function mathjax({ values }: ArticleView) {
  if (values.either('mathjax') !== true) return undefined;
  const path = values.either('mathjaxpath') || 'https://cdnjs.cloudflare.com/ajax/libs/mathjax/2.7.6/MathJax.js';
  const config = values.either('mathjaxconfig') || 'TeX-AMS-MML_HTMLorMML';
  return element('script', { src: templateUrl(`${path}?config=${config}`), async: true });
}
