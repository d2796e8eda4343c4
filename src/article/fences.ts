import { type Span, span } from '../base/span';
import type { Format } from './frontMatter';
import { splitMatter } from './frontMatter/matter';

/** Where Hugo sees the front matter of a text. The meanings of the spans are those of `FrontMatter`. */
export interface Fences {
  readonly format: Format;
  readonly span: Span;
  readonly open: Span | undefined;
  readonly close: Span | undefined;
  readonly content: Span;
  /**
   * `unclosed`: Hugo stops at the end of the file. `delimiter`: the text begins with fewer than three dashes (or plus signs). `comment`: it begins
   * with `<!--`, for which Hugo then finds no `-->`.
   */
  readonly fault: 'unclosed' | 'delimiter' | 'comment' | undefined;
}

const DASH = 45;
const PLUS = 43;
const BRACE = 123;
const HASH = 35;
const BOM = 0xfeff;

/**
 * Finds the front matter as Hugo 0.111's page lexer does: white space and byte order marks may stand before it; the first other
 * character decides. Never throws.
 */
export function fencesOf(text: string): Fences {
  let at = 0;
  let comment = false;
  for (;;) {
    at = skipBlank(text, at);
    if (comment || !text.startsWith('<!--', at)) break;
    // `<!--` on its own line before the fence hides the front matter from browsers; Hugo still reads it.
    const next = lineBreakAfter(text, at);
    if (next < 0) break;
    comment = true;
    at = next;
  }
  const found = fencesAt(text, at);
  if (!comment) return found;
  // Only behind what it takes for the front matter Hugo looks for the end of the comment, even where that stands on the first line.
  if (found.format === 'none') {
    const ends = text.indexOf('-->', at) >= 0 || found.fault;
    return ends ? none(text, 0) : { ...none(text, 0), fault: 'comment' };
  }
  const end = text.indexOf('-->', found.span.end);
  if (end >= 0) return { ...found, span: span(found.span.start, end + 3) };
  return found.fault ? found : { ...found, fault: 'comment' };
}

function fencesAt(text: string, at: number): Fences {
  switch (text.charCodeAt(at)) {
    case DASH:
      return fenced(text, at, '---', 'yaml');
    case PLUS:
      return fenced(text, at, '+++', 'toml');
    case BRACE:
      return braced(text, at);
    case HASH:
      return text.charCodeAt(at + 1) === PLUS ? org(text, at) : none(text, 0);
    default:
      return none(text, 0);
  }
}

function none(text: string, from: number, fault?: 'delimiter'): Fences {
  const start = text.charCodeAt(from) === BOM ? from + 1 : from;
  const empty = span(start, start);
  return { format: 'none', span: empty, open: undefined, close: undefined, content: empty, fault };
}

/** What follows the three dashes on their line is content (`----` puts `-` into it), and so is what follows the closing ones body. */
function fenced(text: string, start: number, fence: '---' | '+++', format: 'yaml' | 'toml'): Fences {
  if (!text.startsWith(fence, start)) return none(text, 0, 'delimiter');
  const open = span(start, start + 3);
  const from = afterLineBreak(text, open.end);
  const closing = closingFence(text, open.end, fence);
  if (closing < 0) {
    const all = span(from, text.length);
    return { format, span: span(start, text.length), open, close: undefined, content: all, fault: 'unclosed' };
  }
  const close = span(closing, closing + 3);
  const end = afterLineBreak(text, close.end);
  return { format, span: span(start, end), open, close, content: span(from, closing), fault: undefined };
}

/**
 * Offset of the fence that closes, or -1: the first right after a line break, which to Hugo is also a lone CR, whatever follows it. Where
 * gray-matter finds one after LF, that is the first such.
 */
function closingFence(text: string, from: number, fence: '---' | '+++'): number {
  const length = splitMatter(text.slice(from - 3), fence);
  const afterLf = length === undefined ? indexAfter(text, `\n${fence}`, from) : from + length + 1;
  const afterCr = indexAfter(text, `\r${fence}`, from);
  return afterCr >= 0 && (afterLf < 0 || afterCr < afterLf) ? afterCr : afterLf;
}

function indexAfter(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? -1 : at + 1;
}

/** JSON ends at the brace that closes the first; quotes and backslashes are honoured as Hugo does. */
function braced(text: string, start: number): Fences {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const c = text[at];
    if (c === '\\') at++;
    else if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) {
      const content = span(start, at + 1);
      const whole = span(start, afterLineBreak(text, at + 1));
      return { format: 'json', span: whole, open: undefined, close: undefined, content, fault: undefined };
    }
  }
  const all = span(start, text.length);
  return { format: 'json', span: all, open: undefined, close: undefined, content: all, fault: 'unclosed' };
}

/** Lines that begin with `#+`. */
function org(text: string, start: number): Fences {
  let end = start;
  while (text.startsWith('#+', end)) {
    const next = text.indexOf('\n', end);
    end = next < 0 ? text.length : next + 1;
  }
  const all = span(start, end);
  return { format: 'org', span: all, open: undefined, close: undefined, content: all, fault: undefined };
}

function skipBlank(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c !== 32 && c !== 9 && c !== 10 && c !== 13 && c !== BOM) break;
  }
  return at;
}

/** Past one line break at the offset: LF, CR LF, or a lone CR. */
function afterLineBreak(text: string, at: number): number {
  const next = text.charCodeAt(at) === 13 ? at + 1 : at;
  return text.charCodeAt(next) === 10 ? next + 1 : next;
}

function lineBreakAfter(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) return at + 1;
  }
  return -1;
}
