import type { Node, Parent, Root } from 'mdast';
import { linesOf } from '../base/lines';
import { type Span, span } from '../base/span';
import type { Shortcode } from './article';
import type { Shortcodes } from './shortcodes';

/** A stretch that Markdown does not see, and the word of the same length that stands there instead. */
interface Blank {
  readonly span: Span;
  readonly word: string;
  /** What the reader of the tree sees. */
  readonly shown: string;
}

export interface Blanks {
  /** As long as the original. */
  readonly text: string;
  readonly blanks: readonly Blank[];
}

/**
 * Puts a word of ASCII letters in place of every shortcode, as Hugo does, so that Markdown treats it as a word. A pair of `{{< x >}}` and
 * `{{< /x >}}` is one word with all that is between; of `{{% x %}}` only the tags are, since Hugo reads what is between as Markdown.
 */
export function blank(text: string, shortcodes: Shortcodes): Blanks {
  const regions = [...regionsOf(shortcodes.all), ...shortcodes.comments].sort((a, b) => a.start - b.start);
  if (regions.length === 0) return { text, blanks: [] };
  const comments = new Set(shortcodes.comments);
  const blanks: Blank[] = [];
  let result = '';
  let at = 0;
  for (const region of regions) {
    if (region.start < at) continue;
    const source = text.slice(region.start, region.end);
    const shown = comments.has(region) ? uncommented(source) : source;
    const word = wordFor(blanks.length, source.length);
    blanks.push({ span: region, word, shown });
    result += text.slice(at, region.start) + word;
    at = region.end;
  }
  return { text: result + text.slice(at), blanks };
}

/** The stretches that Hugo does not read as Markdown, in their order: tags, and what stands between `{{< x >}}` and `{{< /x >}}`. */
export function regionsOf(all: readonly Shortcode[]): Span[] {
  const regions: Span[] = [];
  const open: Shortcode[] = [];
  /** How many of a name are open. */
  const count = new Map<string, number>();
  for (const shortcode of all) {
    if (shortcode.broken === 'unclosed') continue;
    if (shortcode.markdown || !shortcode.closing) regions.push(shortcode.span);
    if (shortcode.markdown) continue;
    if (!shortcode.closing) {
      open.push(shortcode);
      count.set(shortcode.name, (count.get(shortcode.name) ?? 0) + 1);
    }
    const opened = shortcode.closing && (count.get(shortcode.name) ?? 0) > 0;
    const opener = opened ? open.findLastIndex((o) => o.name === shortcode.name) : -1;
    if (shortcode.closing && opener < 0) regions.push(shortcode.span);
    if (opener < 0) continue;
    const region = span(open[opener]!.span.start, shortcode.span.end);
    for (const { name } of open.splice(opener)) count.set(name, count.get(name)! - 1);
    while (regions.length > 0 && regions.at(-1)!.start >= region.start) regions.pop();
    regions.push(region);
  }
  return regions;
}

// The marks of a commented shortcode go, the rest is published.
function uncommented(source: string): string {
  return source.slice(0, 3) + source.slice(5, -5) + source.slice(-3);
}

/** Letters only; the number keeps neighbours apart. The shortest shortcode has seven characters. */
function wordFor(index: number, length: number): string {
  const number = index.toString(36);
  return `H${number}${'Q'.repeat(Math.max(0, length - number.length - 2))}H`.slice(0, length);
}

/** Puts the source back into the values of the tree, and the lines and columns of the original into its positions. */
export function unblank(tree: Root, text: string, { blanks }: Blanks): void {
  if (blanks.length === 0) return;
  const broken = blanks.some((b) => /[\r\n]/.test(text.slice(b.span.start, b.span.end)));
  const lines = broken ? linesOf(text) : undefined;
  const visit = (node: Node): void => {
    const position = node.position;
    if (position && lines) {
      for (const point of [position.start, position.end]) {
        const place = lines.placeAt(point.offset ?? 0);
        point.line = place.line + 1;
        point.column = place.character + 1;
      }
    }
    const inside = blanksWithin(blanks, position?.start.offset ?? 0, position?.end.offset ?? text.length);
    if (inside.length > 0) restore(node, inside);
    for (const child of (node as Partial<Parent>).children ?? []) visit(child);
  };
  visit(tree);
}

function blanksWithin(blanks: readonly Blank[], start: number, end: number): readonly Blank[] {
  let low = 0;
  let high = blanks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blanks[middle]!.span.end <= start) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while (stop < blanks.length && blanks[stop]!.span.start < end) stop++;
  return blanks.slice(low, stop);
}

/** The words stand in the order of the source, though not all of them in each string. */
function withShown(value: string, blanks: readonly Blank[]): string {
  let result = '';
  let from = 0;
  for (const { word, shown } of blanks) {
    const at = value.indexOf(word, from);
    if (at < 0) continue;
    result += value.slice(from, at) + shown;
    from = at + word.length;
  }
  return result + value.slice(from);
}

/** All strings that a node keeps: `value`, `url`, `alt`, `title`, `data.typeset` … */
function restore(node: object, blanks: readonly Blank[]): void {
  for (const [key, value] of Object.entries<unknown>({ ...node })) {
    if (key === 'type' || key === 'children' || key === 'position') continue;
    if (typeof value === 'string') {
      Object.assign(node, { [key]: withShown(value, blanks) });
    } else if (key === 'data' && typeof value === 'object' && value !== null) restore(value, blanks);
  }
}
