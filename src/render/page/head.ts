import type { Element } from 'hast';
import { element, plainTextOf } from '../hast';
import { PUBLISHED } from '../published';
import { markdownText } from '../shortcodes/markdownify';
import { templateUrl } from '../templateUrl';
import { isTruthy, listed, printed } from '../values';
import { formatMoment, type Moment } from './dates';
import { siteTitle } from './frame';
import { relUrl } from './urls';
import type { ArticleView } from './view';

const FONTS = 'https://fonts.googleapis.com/css?family=Open+Sans:400,400i,700';
const NO_JS = '(function(d,e){d[e]=d[e].replace("no-js","js");})(document.documentElement,"className");';

/** `<head>`: title, description, style sheets, what social networks read. */
export function head(view: ArticleView): Element {
  const { values, source, title, language } = view;
  const site = source.site;
  const styles = listed(values.site('customcss')).map((href) => stylesheet(templateUrl(relUrl(site, href))));
  return element(
    'head',
    {},
    element('meta', { charSet: 'UTF-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, `${title} - ${siteTitle(site, language)}`),
    element('script', {}, NO_JS),
    element('meta', { name: 'description', content: printed(values.own('description')) }),
    isTruthy(values.site('opengraph')) ? openGraph(view) : undefined,
    fonts(printed(values.site('googlefontslink')) || FONTS),
    stylesheet(relUrl(site, 'css/style.css')),
    ...styles,
    element('link', { rel: ['shortcut', 'icon'], href: relUrl(site, 'favicon.ico') }),
  );
}

function stylesheet(href: string): Element {
  return element('link', { rel: ['stylesheet'], href });
}

function fonts(href: string): Element[] {
  if (!href.startsWith('https://fonts.googleapis.com/')) return [];
  return [
    element('link', { rel: ['preconnect'], href: 'https://fonts.gstatic.com', crossOrigin: '' }),
    element('link', { rel: ['dns-prefetch'], href: '//fonts.googleapis.com' }),
    element('link', { rel: ['dns-prefetch'], href: '//fonts.gstatic.com' }),
    stylesheet(href),
  ];
}

/** What social networks show of the page, as Hugo's own template writes it. */
function openGraph({ values, source, context, title, date, lastmod }: ArticleView): Element[] {
  const meta = (property: string, content: string | undefined) =>
    content === undefined ? [] : [element('meta', { property, content })];
  const moment = (of: Moment | undefined) => of && formatMoment(of, '2006-01-02T15:04:05-07:00');
  const summary = markdownText(source, PUBLISHED, printed(values.own('summary')))
    .map(plainTextOf)
    .join('')
    .trim();
  const section = source.path.split('/').slice(0, -1).at(-1);
  return [
    ...meta('og:title', title),
    ...meta('og:description', printed(values.own('description')) || summary),
    ...meta('og:type', 'article'),
    ...meta('og:url', context.url),
    ...meta('article:section', context.url?.split('/').filter(Boolean).at(0) ?? section),
    ...meta('article:published_time', moment(date)),
    ...meta('article:modified_time', moment(lastmod ?? date)),
  ];
}
