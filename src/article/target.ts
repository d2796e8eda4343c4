import { type Span, touches } from '../base/span';
import type { Article, Heading, ImageUse, LinkUse, Shortcode } from './article';
import type { Field, Value } from './frontMatter';

/** What stands at an offset. `path` of a value leads from the field's value to it: list indexes and keys. */
export type Target =
  | { readonly kind: 'key'; readonly field: Field }
  | {
      readonly kind: 'value';
      readonly field: Field;
      readonly value: Value;
      readonly path: readonly (number | string)[];
    }
  | { readonly kind: 'image'; readonly image: ImageUse }
  | { readonly kind: 'link'; readonly link: LinkUse }
  | { readonly kind: 'shortcode'; readonly shortcode: Shortcode }
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'frontMatter' }
  | { readonly kind: 'text' };

/**
 * What is under a caret: a span includes both of its ends. The smallest thing wins: a picture in a link, a link in a heading. Of two
 * that meet at the caret the one that begins there wins.
 */
export function targetAt(article: Article, offset: number): Target {
  const { frontMatter } = article;
  const inside = offset >= frontMatter.span.start && offset < frontMatter.span.end;
  if (inside || (offset === frontMatter.span.end && frontMatter.close === undefined && frontMatter.format !== 'none'))
    return inFrontMatter(frontMatter.fields, offset);
  return inBody(article, offset);
}

function inFrontMatter(fields: readonly Field[], offset: number): Target {
  for (const field of fields) {
    if (touches(field.keySpan, offset)) return { kind: 'key', field };
    if (!touches(field.span, offset)) continue;
    const path: (number | string)[] = [];
    const value = deepest(field.value, offset, path);
    if (value) return { kind: 'value', field, value, path };
  }
  return { kind: 'frontMatter' };
}

/** The innermost value at the offset; fills `path`. */
function deepest(value: Value, offset: number, path: (number | string)[]): Value | undefined {
  if (!touches(value.span, offset)) return undefined;
  const inner: readonly (readonly [number | string, Value])[] =
    value.kind === 'list'
      ? value.items.map((item, index) => [index, item] as const)
      : value.kind === 'map'
        ? value.fields.map((field) => [field.key, field.value] as const)
        : [];
  for (const [step, item] of inner) {
    path.push(step);
    const found = deepest(item, offset, path);
    if (found) return found;
    path.pop();
  }
  return value;
}

function inBody(article: Article, offset: number): Target {
  const { images, links, headings, shortcodes } = article.body;
  const image = smallest(images, offset);
  if (image) return { kind: 'image', image };
  const link = smallest(links, offset);
  if (link) return { kind: 'link', link };
  const shortcode = smallest(shortcodes, offset);
  if (shortcode) return { kind: 'shortcode', shortcode };
  const heading = smallest(headings, offset);
  return heading ? { kind: 'heading', heading } : { kind: 'text' };
}

function smallest<T extends { readonly span: Span }>(things: readonly T[], offset: number): T | undefined {
  let best: T | undefined;
  for (const thing of things) {
    if (!touches(thing.span, offset)) continue;
    const length = thing.span.end - thing.span.start;
    const least = best ? best.span.end - best.span.start : Number.POSITIVE_INFINITY;
    const beginsHere = thing.span.start === offset && best?.span.end === offset;
    if (beginsHere || (length < least && !(best?.span.start === offset && thing.span.end === offset))) best = thing;
  }
  return best;
}
