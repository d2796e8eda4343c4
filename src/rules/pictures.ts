import type { Article, ImageUse } from '../article/article';
import type { Edit } from '../base/edit';
import { message } from '../base/message';
import { type Span, span } from '../base/span';
import { captionOf } from './captions';
import { fieldOf, textOf } from './fields';
import { blockAt, countUpTo, holding } from './places';
import type { Fix, Subject } from './rule';

/** The pictures that readers see: an `<img>` only where the site lets raw HTML through. */
export function picturesIn({ article, world }: Subject): readonly ImageUse[] {
  const { images } = article.body;
  return world.site.unsafe ? images : images.filter(({ kind }) => kind !== 'html');
}

/** Whether Hugo publishes no address for it: none is written, or one that it empties, as `javascript:` or an SVG in `data:`. */
export function isWithoutAddress({ kind, url }: ImageUse, unsafe: boolean): boolean {
  const address = url.trim();
  if (address === '') return true;
  if (kind === 'html' || kind === 'shortcode' || unsafe) return false;
  return /^(?:javascript|vbscript|file|data):/i.test(address) && !/^data:image\/(?:png|gif|jpeg|webp);/i.test(address);
}

/** The same text for two addresses that lead to the same picture, whatever scheme, sizes or formats they ask for. */
export function sameAddress(url: string): string {
  const address = url.trim().replace(/^https?:(?=\/\/)/i, '');
  return /^\/\/[^/]*[A-Z]|[#?%]/.test(address) ? withoutAsides(address) : address;
}

function withoutAsides(address: string): string {
  const [whole = ''] = address.split('#', 1);
  const at = whole.indexOf('?');
  const path = at < 0 ? whole : whole.slice(0, at);
  const kept =
    at < 0
      ? []
      : whole
          .slice(at + 1)
          .split('&')
          .filter((part) => part !== '' && !SIZE.test(part));
  const plain = decoded(path.replace(/^\/\/[^/]*/, (host) => host.toLowerCase()));
  return kept.length > 0 ? `${plain}?${kept.join('&')}` : plain;
}

/** Parts of a query that ask a picture server for another size or format of the same picture. */
const SIZE =
  /^(?:w|h|width|height|q|quality|fm|format|fit|crop|auto|dpr|tp|wx_fmt|wxfrom|wx_lazy|wx_co|x-oss-process|imageview2?|imagemogr2|ssl|resize)(?:[=/]|$)/i;

function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** What the picture could be described with: the caption below it, or the nearest heading above. None of them is written without asking. */
export function altFixes({ article }: Subject, image: ImageUse): readonly Fix[] {
  const fixes: Fix[] = [];
  const add = (title: 'caption' | 'heading', written: string | undefined) => {
    const text = written && asAlt(written);
    if (!text || text === image.alt || fixes.some(({ edits }) => edits[0]?.text === altEdit(image, text).text)) return;
    fixes.push({
      title:
        title === 'caption'
          ? message('Use the caption “{0}” as alt text', text)
          : message('Use the heading “{0}” as alt text', text),
      edits: [altEdit(image, text)],
    });
  };
  add('caption', captionOf(article, image)?.text);
  add('heading', headingAbove(article, image) ?? titleOf(article));
  return fixes;
}

/** One line without what could end an alt text or a quoted value early. */
function asAlt(text: string): string {
  const line = text
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[[\]\\"`*_<>&{}]/g, '')
    .trim();
  return line.length > LONGEST ? '' : line;
}

/** Characters that an alt text may have to be offered. */
const LONGEST = 120;

function altEdit(image: ImageUse, text: string): Edit {
  const attribute = image.kind === 'html' || image.kind === 'shortcode';
  const absent = attribute && image.altSpan.start === image.altSpan.end && image.alt === '';
  return { span: image.altSpan, text: absent ? ` alt="${text}"` : text };
}

/** One that says something: `3` does not. */
function headingAbove({ body }: Article, image: ImageUse): string | undefined {
  const heading = body.headings[countUpTo(body.headings, image.span.start) - 1]?.text;
  return heading && /\p{L}.*\p{L}/su.test(heading) ? heading : undefined;
}

function titleOf({ frontMatter }: Article): string | undefined {
  const title = fieldOf(frontMatter, 'title');
  return title && textOf(title.value);
}

/** Takes a picture out, with its line when nothing else stands there. None for a picture in a link, which would lose its text. */
export function takingOut({ text, body }: Article, image: ImageUse): Fix | undefined {
  const at = blockAt(body.nodes.blocks, image.span.start);
  if (!at || holding(body.links, image.span.end)) return undefined;
  const alone =
    text.slice(at.block.span.start, at.block.span.end).trim() === text.slice(image.span.start, image.span.end);
  const where = alone ? withLine(text, image.span) : image.span;
  return { title: message('Take the picture out'), edits: [{ span: where, text: '' }] };
}

/** Its line and the blank lines behind it. */
function withLine(text: string, { start, end }: Span): Span {
  const behind = /[ \t]*(?:\r?\n[ \t]*)*/y;
  behind.lastIndex = end;
  const rest = behind.exec(text)?.[0] ?? '';
  const lastLine = rest.lastIndexOf('\n');
  return span(start, lastLine < 0 ? end + rest.length : end + lastLine + 1);
}
