import { type Span, span } from '../base/span';
import type { ImageUse } from './article';

interface HtmlAttribute {
  readonly value: string;
  readonly valueSpan: Span;
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<img(?=[\s/>])((?:[^"'<>]|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** `<img>` tags in a stretch of raw HTML; comments are skipped. */
export function htmlImagesOf(text: string, where: Span): ImageUse[] {
  const source = text.slice(where.start, where.end);
  const images: ImageUse[] = [];
  for (const match of source.matchAll(TAG)) {
    if (match[1] === undefined) continue;
    const start = where.start + match.index;
    const attributes = attributesOf(match[1], start + 4);
    const src = attributes.get('src');
    if (!src) continue;
    const alt = attributes.get('alt');
    images.push({
      kind: 'html',
      span: span(start, start + match[0].length),
      url: src.value,
      urlSpan: src.valueSpan,
      alt: alt?.value ?? '',
      altSpan: alt?.valueSpan ?? span(start + 4, start + 4),
      title: attributes.get('title')?.value,
    });
  }
  return images;
}

/** By lower-cased name; the first of a name wins, as in browsers. */
function attributesOf(source: string, shift: number): Map<string, HtmlAttribute> {
  const attributes = new Map<string, HtmlAttribute>();
  for (const match of source.matchAll(ATTRIBUTE)) {
    const name = match[1]!.toLowerCase();
    const raw = match[2] ?? match[3] ?? match[4] ?? '';
    const quoted = match[2] !== undefined || match[3] !== undefined;
    const end = shift + match.index + match[0].length - (quoted ? 1 : 0);
    if (!attributes.has(name)) attributes.set(name, { value: decode(raw), valueSpan: span(end - raw.length, end) });
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

/** The entities that addresses are written with. */
function decode(value: string): string {
  return value.replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}
