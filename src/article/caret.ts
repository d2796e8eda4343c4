import { type Span, span } from '../base/span';
import type { Article } from './article';
import { flowCaret } from './caretFlow';
import { type Surroundings, surroundingsOf } from './caretLines';
import { decode, scalarAt } from './caretScalar';
import { keyIn } from './frontMatter/entries';

/**
 * What the caret is about to complete in the front matter, read so that half-typed YAML has an answer too. Completing replaces `typed`.
 */
export type Caret =
  | { readonly kind: 'key'; readonly typed: Span }
  | {
      readonly kind: 'value';
      /** Lower-cased name of the top-level field. */
      readonly name: string;
      /** The whole scalar under the caret as written, quotes included; empty at the caret when nothing is typed yet. */
      readonly typed: Span;
      /** The scalar's text up to the caret, without quotes. */
      readonly prefix: string;
      /** The quote that the scalar begins with, or the one that its neighbours in the list use when it is empty. */
      readonly quote: '' | '"' | "'";
      /** Where the scalar stands: the field's value itself, an item of `[a, b]`, or an item of a `- a` list. */
      readonly place: 'scalar' | 'flow' | 'block';
      /** Needs a space before it: `title:|`, `-|`. */
      readonly glued: boolean;
      /** The list's other items, decoded. */
      readonly siblings: readonly string[];
    }
  | { readonly kind: 'none' };

const NONE: Caret = { kind: 'none' };

/**
 * Reads the front matter around a caret line by line, so that text which is broken, as it is while one types, has an answer. Nothing is completed in
 * comments, long texts (`|`, `>`), maps within fields, or outside of YAML front matter.
 */
export function caretAt(article: Article, offset: number): Caret {
  const around = surroundingsOf(article, offset);
  if (!around) return NONE;
  const { line, flow } = around;
  if (flow !== undefined) return inFlow(article.text, offset, around, flow);
  const before = article.text.slice(line.start, offset);
  if (/^\s*#/.test(line.text) || /^\s*#/.test(before)) return NONE;
  const key = keyIn(line.text);
  if (/^[ \t]*-(?:[ \t]|$)|^[ \t]*-\S/.test(line.text)) return inItem(article.text, offset, around);
  if (key && around.top) return inField(article.text, offset, around, key);
  return key ? NONE : bareWord(offset, around);
}

/** A word that is to become a field, or an empty line. */
function bareWord(offset: number, { line, top, inScalar }: Surroundings): Caret {
  const word = /^([ \t]*)([^\s#]*)[ \t]*$/.exec(line.text);
  if (!word || inScalar || !top) return NONE;
  const start = line.start + word[1]!.length;
  const end = start + word[2]!.length;
  if (word[2] === '') return { kind: 'key', typed: span(offset, offset) };
  return offset >= start && offset <= end ? { kind: 'key', typed: span(start, end) } : NONE;
}

function inField(text: string, offset: number, around: Surroundings, key: RegExpExecArray): Caret {
  const { line } = around;
  const start = line.start + key[1]!.length;
  const end = start + key[2]!.length;
  const colon = line.start + key[0].length - 1;
  if (offset <= colon) return offset >= start && offset <= end ? { kind: 'key', typed: span(start, end) } : NONE;
  if (text[colon] === '：') return NONE;
  const name = decode(key[2]!).toLowerCase();
  const lineEnd = line.start + line.text.length;
  const from = colon + 1 + /^[ \t]*/.exec(text.slice(colon + 1, lineEnd))![0].length;
  if (text[from] === '[' && from < lineEnd) {
    if (offset > from) return inFlow(text, offset, { ...around, name }, from);
    return NONE;
  }
  const scalar = scalarAt(text, span(colon + 1, lineEnd), offset);
  if (!scalar || (scalar.typed.start === scalar.typed.end && around.hasBelow)) return NONE;
  const glued = scalar.typed.start === colon + 1;
  return { kind: 'value', name, ...scalar, place: 'scalar', glued, siblings: [] };
}

function inItem(text: string, offset: number, around: Surroundings): Caret {
  const { line, name } = around;
  if (name === undefined || around.inScalar || around.nested) return NONE;
  const dash = line.start + line.text.indexOf('-');
  const rest = line.text.slice(dash + 1 - line.start);
  const lineEnd = line.start + line.text.length;
  if (offset <= dash || /^[ \t]*(?:-(?:[ \t]|$)|[[{])/.test(rest) || keyIn(rest)?.[3]?.endsWith(':')) return NONE;
  const scalar = scalarAt(text, span(dash + 1, lineEnd), offset);
  if (!scalar) return NONE;
  const others = around.items.filter((item) => item.start !== line.start).map((item) => item.text);
  const quote = scalar.quote || (scalar.typed.start === scalar.typed.end ? quoteOf(others) : '');
  const glued = scalar.typed.start === dash + 1;
  return { kind: 'value', name, ...scalar, quote, place: 'block', glued, siblings: others.map(decode) };
}

function inFlow(text: string, offset: number, { name, end }: Surroundings, bracket: number): Caret {
  const found = name === undefined ? undefined : flowCaret(text, span(bracket, end), offset);
  if (!found || name === undefined) return NONE;
  const { scalar, others } = found;
  const quote = scalar.quote || (scalar.typed.start === scalar.typed.end ? quoteOf(others) : '');
  return { kind: 'value', name, ...scalar, quote, place: 'flow', glued: false, siblings: others.map(decode) };
}

/** The quotation mark that most of a list's items have. */
function quoteOf(items: readonly string[]): '' | '"' | "'" {
  const double = items.filter((item) => item.startsWith('"')).length;
  const single = items.filter((item) => item.startsWith("'")).length;
  if (double + single <= items.length / 2) return '';
  return double >= single ? '"' : "'";
}
