import type { Element, ElementContent, Properties } from 'hast';
import { element, plainTextOf } from '../hast';
import type { Rendering } from '../rendering';
import { templateUrl } from '../templateUrl';
import { markdownify } from './markdownify';
import { argument, type ShortcodeUse } from './uses';

/** `{{< figure src="a.png" caption="A *cat*" >}}`, as Hugo's own template writes it. */
export function figure(use: ShortcodeUse, rendering: Rendering): Element {
  const get = (name: string) => argument(use, name) || undefined;
  const caption = markdownify(rendering, get('caption') ?? '');
  const picture = element('img', {
    src: templateUrl(get('src') ?? ''),
    alt: get('alt') ?? (get('caption') === undefined ? undefined : plainified(caption, get('caption') ?? '')),
    width: get('width'),
    height: get('height'),
  });
  const properties: Properties = { class: get('class') };
  return element('figure', properties, linked(picture, get), captionOf(rendering, caption, get), '\n');
}

type Get = (name: string) => string | undefined;

function linked(picture: Element, get: Get): Element {
  const link = get('link');
  if (link === undefined) return picture;
  return element('a', { href: templateUrl(link), target: get('target'), rel: get('rel')?.split(' ') }, picture);
}

function captionOf(rendering: Rendering, caption: ElementContent[], get: Get): Element | undefined {
  const title = get('title');
  const attr = get('attr');
  if (title === undefined && get('caption') === undefined && attr === undefined) return undefined;
  const source = attr === undefined ? [] : markdownify(rendering, attr);
  const link = get('attrlink');
  const credit = link === undefined ? source : [element('a', { href: templateUrl(link) }, source)];
  const hasText = get('caption') !== undefined || attr !== undefined;
  const gap = link === undefined ? undefined : '\n';
  const line = hasText ? element('p', {}, caption, gap, credit) : undefined;
  return element('figcaption', {}, title === undefined ? undefined : element('h4', {}, title), line);
}

const TYPESET: readonly (readonly [string, string])[] = [
  ['“', '&ldquo;'],
  ['”', '&rdquo;'],
  ['‘', '&lsquo;'],
  ['’', '&rsquo;'],
  ['–', '&ndash;'],
  ['—', '&mdash;'],
  ['…', '&hellip;'],
  ['«', '&laquo;'],
  ['»', '&raquo;'],
];

/** `plainify` takes tags away but leaves entities, so that readers of the alternative text get `&ldquo;`. */
function plainified(caption: readonly ElementContent[], written: string): string {
  const plain = caption.map(plainTextOf).join('').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const quoted = plain.replace(/"/g, '&quot;');
  return TYPESET.reduce((all, [c, entity]) => (written.includes(c) ? all : all.replaceAll(c, entity)), quoted);
}
