import { type Span, span } from '../base/span';
import type { Shortcode, ShortcodeArgument } from './article';

/** The shortcodes of a text and the stretches of it that Hugo does not read as Markdown. */
export interface Shortcodes {
  readonly all: readonly Shortcode[];
  // A tag with its inside between slash-star and star-slash: published without those marks, and not run.
  readonly comments: readonly Span[];
}

type Broken = NonNullable<Shortcode['broken']>;

interface Lexer {
  readonly text: string;
  /** Names that may be closed. */
  readonly open: Set<string>;
  /** True once any shortcode has a name: until then nothing can be closed. */
  named: boolean;
  /** Where each mark was found last, or that it is not there any more: many broken tags ask for the same one. */
  readonly seen: Map<string, number>;
}

/** Like `text.indexOf`, for offsets that grow. */
function nextOf({ text, seen }: Lexer, mark: string, from: number): number {
  const last = seen.get(mark);
  if (last !== undefined && (last < 0 || last >= from)) return last;
  const at = text.indexOf(mark, from);
  seen.set(mark, at);
  return at;
}

const LETTER = /[\p{L}\p{Nd}_]/u;
const WORD = /[\p{L}\p{Nd}_-]/u;

/**
 * Finds shortcodes as Hugo's lexer does: anywhere below the front matter, also in code, since Hugo runs them there. `{{ x }}` is nothing.
 * Hugo stops at the first broken one; this goes on behind it. Never throws.
 */
export function shortcodesOf(text: string, from: number): Shortcodes {
  const lexer: Lexer = { text, open: new Set(), named: false, seen: new Map() };
  const all: Shortcode[] = [];
  const comments: Span[] = [];
  let at = nextStart(text, from);
  while (at >= 0) {
    const markdown = text[at + 2] === '%';
    const right = markdown ? '%}}' : '>}}';
    let end: number;
    if (text.startsWith('/*', at + 3)) {
      const close = nextOf(lexer, `*/${right}`, at + 5);
      if (close < 0) all.push(unclosed(at, markdown));
      else comments.push(span(at, close + 5));
      end = close < 0 ? at + 3 : close + 5;
    } else {
      const shortcode = readTag(lexer, at, markdown);
      all.push(shortcode);
      end = shortcode.span.end;
    }
    at = nextStart(text, end);
  }
  return { all, comments };
}

function nextStart(text: string, from: number): number {
  for (let at = text.indexOf('{{', from); at >= 0; at = text.indexOf('{{', at + 1)) {
    const c = text[at + 2];
    if (c === '<' || c === '%') return at;
  }
  return -1;
}

function unclosed(at: number, markdown: boolean): Shortcode {
  const mark = span(at, at + 3);
  const nameSpan = span(at + 3, at + 3);
  const bare = { name: '', nameSpan, markdown, closing: false, selfClosing: false, args: [] };
  return { ...bare, span: mark, broken: 'unclosed' };
}

interface Tag {
  name: string;
  nameSpan: Span;
  closing: boolean;
  selfClosing: boolean;
  readonly args: ShortcodeArgument[];
  end: number;
  broken: Broken | undefined;
}

function readTag(lexer: Lexer, start: number, markdown: boolean): Shortcode {
  const nameSpan = span(start + 3, start + 3);
  const tag: Tag = {
    name: '',
    nameSpan,
    closing: false,
    selfClosing: false,
    args: [],
    end: start + 3,
    broken: undefined,
  };
  const right = markdown ? '%}}' : '>}}';
  while (tag.broken === undefined && !lexer.text.startsWith(right, tag.end)) step(lexer, tag);
  if (tag.broken === undefined) tag.end += 3;
  else tag.end = endOfBroken(lexer, { start, right, tag });
  const { name, closing, selfClosing, args, broken, end } = tag;
  return { span: span(start, end), name, nameSpan: tag.nameSpan, markdown, closing, selfClosing, args, broken };
}

/** A broken tag that is closed on the same line is shown whole; else only what was read of its name. */
function endOfBroken(lexer: Lexer, { start, right, tag }: { start: number; right: string; tag: Tag }): number {
  const close = nextOf(lexer, right, start);
  const ends = [nextOf(lexer, '\n', start), nextOf(lexer, '\r', start)];
  if (close >= 0 && ends.every((end) => end < 0 || close < end)) return close + 3;
  tag.broken = 'unclosed';
  return Math.max(start + 3, tag.nameSpan.end);
}

function step(lexer: Lexer, tag: Tag): void {
  const { text } = lexer;
  const c = charAt(text, tag.end);
  if (c === '') tag.broken = 'unclosed';
  else if (c === ' ' || c === '\t' || c === '\r' || c === '\n') tag.end++;
  else if (c === '/') close(lexer, tag);
  else if (tag.name === '') readName(lexer, tag, c);
  else if (tag.closing) tag.broken = 'unclosed';
  else if (WORD.test(c) || c === '"' || c === '`' || c === '\\') readArgument(text, tag);
  else tag.broken = 'bad-argument';
}

function close(lexer: Lexer, tag: Tag): void {
  tag.end++;
  if (tag.name !== '') tag.selfClosing = true;
  else if (lexer.named) tag.closing = true;
  else tag.broken = 'bad-name';
}

function readName(lexer: Lexer, tag: Tag, first: string): void {
  const { text } = lexer;
  if (!LETTER.test(first)) {
    tag.broken = 'bad-name';
    return;
  }
  let at = tag.end;
  for (let c = first; WORD.test(c) || c === '/' || c === '.'; c = charAt(text, at)) {
    if (c === '.' && !text.startsWith('inline ', at + 1)) tag.broken = 'bad-name';
    at += c.length;
  }
  tag.name = text.slice(tag.end, at);
  tag.nameSpan = span(tag.end, at);
  tag.end = at;
  lexer.named = true;
  if (tag.closing && !lexer.open.delete(tag.name)) tag.broken ??= 'bad-name';
  else if (!tag.closing) lexer.open.add(tag.name);
}

function readArgument(text: string, tag: Tag): void {
  const start = tag.end;
  const quoted = readQuoted(text, start);
  if (quoted) {
    addArgument(text, tag, { name: undefined, start, ...quoted });
    return;
  }
  let at = start;
  for (let c = charAt(text, at); WORD.test(c) || c === '.'; c = charAt(text, at)) at += c.length;
  if (at === start || text[at] !== '=') {
    if (at === start) tag.broken = text[at] === '\\' ? 'bad-argument' : 'unclosed';
    addArgument(text, tag, { name: undefined, start, from: start, to: at, end: at });
    return;
  }
  const name = text.slice(start, at);
  at++;
  while (text[at] === ' ' || text[at] === '\t') at++;
  const value = readQuoted(text, at) ?? readBare(text, at);
  addArgument(text, tag, { name, start, ...value });
  if (value.end < 0) tag.broken = 'unclosed';
}

interface Raw {
  /** The value without quotes. */
  readonly from: number;
  readonly to: number;
  /** Past the closing quote. */
  readonly end: number;
}

/** Unquoted values run to the next white space, past a `>}}` that is glued to them. */
function readBare(text: string, at: number): Raw {
  let end = at;
  while (end < text.length && !/\s/.test(text[end]!)) end++;
  return { from: at, to: end, end };
}

/** `"a \"b\" c"`, `` `raw` `` or `\"a\"`; undefined when nothing quoted begins here; a string without an end has `end` -1. */
function readQuoted(text: string, at: number): Raw | undefined {
  if (text[at] === '`') {
    const end = text.indexOf('`', at + 1);
    return end < 0 ? { from: at + 1, to: at + 1, end: -1 } : { from: at + 1, to: end, end: end + 1 };
  }
  const escaped = text.startsWith('\\"', at);
  if (!escaped && text[at] !== '"') return undefined;
  const from = at + (escaped ? 2 : 1);
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') break;
    if (c === '\\' && text[i + 1] === '"') {
      if (escaped) return { from, to: i, end: i + 2 };
      i++;
    } else if (c === '"') return { from, to: i, end: i + 1 };
  }
  return { from, to: from, end: -1 };
}

function addArgument(text: string, tag: Tag, raw: Raw & { name: string | undefined; start: number }): void {
  if (raw.end < 0) {
    tag.broken = 'unclosed';
    return;
  }
  const mixed = tag.args[0] !== undefined && (tag.args[0].name === undefined) !== (raw.name === undefined);
  if (mixed) tag.broken = 'bad-argument';
  tag.end = Math.max(raw.end, tag.end);
  if (raw.end === raw.start) return;
  const value = text.slice(raw.from, raw.to).replaceAll('\\"', '"');
  const valueSpan = span(raw.from, raw.to);
  tag.args.push({ name: raw.name, value, span: span(raw.start, raw.end), valueSpan });
}

function charAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}
