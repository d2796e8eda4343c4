import { span } from '../../base/span';
import type { Field, FrontMatter, Value } from '../frontMatter';
import { typeScalar } from './scalar';

/**
 * Front matter of the usual forms, read a line at a time without a parser: `key: value`, `key:`, `- item`, `key: [a, b]`, comments and blank lines between
 * plain fences, every value on its own line, no key twice. Undefined for anything else, which the real readers read. What is read here is equal to
 * what they give, which is a test over every article there is.
 */
export function scanUsual(text: string): FrontMatter | undefined {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  if (!text.startsWith('---', start)) return undefined;
  const from = afterLineBreak(text, start + 3);
  if (text.charCodeAt(from - 1) !== LF) return undefined;
  const before = text.indexOf('\n---', from - 1);
  if (before < 0) return undefined;
  const content = span(from, before + 1);
  const fields = scanFields(text.slice(content.start, content.end), content.start);
  if (!fields) return undefined;
  const close = span(content.end, content.end + 3);
  const whole = span(start, afterLineBreak(text, close.end));
  return { format: 'yaml', span: whole, open: span(start, start + 3), close, content, fields, problems: [] };
}

const BOM = 0xfeff;
const LF = 10;
const CR = 13;
const SPACE = 32;
const DOUBLE = 34;
const HASH = 35;
const SINGLE = 39;
const DASH = 45;
const COLON = 58;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;

/** Past one line break at the offset: LF, CR LF, or a lone CR. */
function afterLineBreak(text: string, at: number): number {
  const next = text.charCodeAt(at) === CR ? at + 1 : at;
  return text.charCodeAt(next) === LF ? next + 1 : next;
}

/** Tabs, control characters, line breaks other than LF and CR LF. */
const UNUSUAL = /[\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/;
const HALVES = /[\ud800-\udfff]/;
const LONE_HALF = /[\ud800-\udfff]/u;
/** What the reader may take for a nesting that is too deep. */
const DEEP = /[-?][-? ]{90}/;
const MOST_BRACKETS = 50;

function isUsual(matter: string): boolean {
  if (UNUSUAL.test(matter) || DEEP.test(matter)) return false;
  if (HALVES.test(matter) && LONE_HALF.test(matter)) return false;
  let brackets = 0;
  for (const bracket of '[{')
    for (let at = matter.indexOf(bracket); at >= 0; at = matter.indexOf(bracket, at + 1)) brackets++;
  return brackets < MOST_BRACKETS;
}

/** A key whose value is not on its line: a list may follow, or the next key. */
interface Pending {
  readonly key: string;
  readonly start: number;
  /** Of the colon. */
  readonly colon: number;
  readonly items: Value[];
  /** Where the first dash stands. */
  dash: number;
  column: number;
}

/** @param shift where `matter` begins in the text, whose offsets all spans have */
function scanFields(matter: string, shift: number): Field[] | undefined {
  if (!isUsual(matter)) return undefined;
  const fields: Field[] = [];
  const names = new Set<string>();
  let pending: Pending | undefined;
  for (let at = 0, next = 0; at < matter.length; at = next) {
    const lf = matter.indexOf('\n', at);
    next = lf < 0 ? matter.length : lf + 1;
    const end = endOfLine(matter, at, lf < 0 ? matter.length : lf);
    const c = matter.charCodeAt(at);
    if (end === at || c === HASH) continue;
    if (c === SPACE || c === DASH) {
      if (!pending || !scanItem(matter, { at, end, shift }, pending)) return undefined;
      continue;
    }
    if (pending && !pushPending(fields, matter, pending, shift)) return undefined;
    pending = undefined;
    const colon = keyEnd(matter, at, end);
    if (colon < 0) return undefined;
    const key = matter.slice(at, colon);
    const name = key.toLowerCase();
    if (names.has(name)) return undefined;
    names.add(name);
    const from = skipSpaces(matter, colon + 1);
    if (from >= end) {
      pending = { key, start: at, colon, items: [], dash: -1, column: -1 };
      continue;
    }
    const value = scanValue(matter, { at: from, end, shift });
    if (!value) return undefined;
    fields.push(fieldOf(key, shift + at, value));
  }
  return pending && !pushPending(fields, matter, pending, shift) ? undefined : fields;
}

/** A part of a line. */
interface Piece {
  readonly at: number;
  readonly end: number;
  readonly shift: number;
}

/** Without the CR and the spaces before the line break. */
function endOfLine(matter: string, start: number, lf: number): number {
  let end = lf > start && matter.charCodeAt(lf - 1) === CR ? lf - 1 : lf;
  while (end > start && matter.charCodeAt(end - 1) === SPACE) end--;
  return end;
}

function skipSpaces(matter: string, from: number): number {
  let at = from;
  while (matter.charCodeAt(at) === SPACE) at++;
  return at;
}

const LONGEST_KEY = 100;

/** Offset of the colon of `key:` or `key: value`, or -1. */
function keyEnd(matter: string, start: number, end: number): number {
  for (let at = start; at < end && at < start + LONGEST_KEY; at++) {
    const c = matter.charCodeAt(at);
    const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
    if (letter || (at > start && ((c >= 48 && c <= 57) || c === 95 || c === DASH))) continue;
    const ends = c === COLON && at > start && (at + 1 === end || matter.charCodeAt(at + 1) === SPACE);
    return ends ? at : -1;
  }
  return -1;
}

function fieldOf(key: string, start: number, value: Value): Field {
  const keySpan = span(start, start + key.length);
  return { key, name: key.toLowerCase(), keySpan, span: span(start, value.span.end), value };
}

/** A list, or nothing, which stands right behind the colon. False where white space follows it: the parser has its own ideas of the place then. */
function pushPending(
  fields: Field[],
  matter: string,
  { key, start, colon, items, dash }: Pending,
  shift: number,
): boolean {
  const last = items.at(-1);
  const value: Value = last
    ? { kind: 'list', span: span(shift + dash, last.span.end), items, style: 'block' }
    : { kind: 'null', span: span(shift + colon + 1, shift + colon + 1) };
  fields.push(fieldOf(key, shift + start, value));
  return last !== undefined || matter.charCodeAt(colon + 1) !== SPACE;
}

/** `- item` in the column of the first. False when it is anything else. */
function scanItem(matter: string, { at, end, shift }: Piece, list: Pending): boolean {
  const dash = skipSpaces(matter, at);
  if (matter.charCodeAt(dash) !== DASH || matter.charCodeAt(dash + 1) !== SPACE) return false;
  if (list.column >= 0 && dash - at !== list.column) return false;
  if (list.column < 0) {
    list.column = dash - at;
    list.dash = dash;
  }
  const item = scanScalar(matter, { at: skipSpaces(matter, dash + 1), end, shift });
  if (item) list.items.push(item);
  return item !== undefined;
}

function scanValue(matter: string, piece: Piece): Value | undefined {
  return matter.charCodeAt(piece.at) === OPEN ? scanFlow(matter, piece) : scanScalar(matter, piece);
}

/** What a plain scalar may not begin with here. */
const NOT_PLAIN = '"\'[]{}&*!|>%@`#,?:-';

/** `"text"`, `'text'` or plain text, up to the end of the piece. */
function scanScalar(matter: string, { at, end, shift }: Piece): Value | undefined {
  if (at >= end) return undefined;
  const where = span(shift + at, shift + end);
  const c = matter.charCodeAt(at);
  if (c === DOUBLE || c === SINGLE) {
    if (end - at < 2 || quoteEnd(matter, at) !== end - 1) return undefined;
    const written = matter.slice(at + 1, end - 1);
    const value = c === DOUBLE && written.includes('\\') ? unescaped(written) : written;
    return value === undefined
      ? undefined
      : { kind: 'string', span: where, value, style: c === DOUBLE ? 'double' : 'single' };
  }
  const text = matter.slice(at, end);
  if (NOT_PLAIN.includes(text[0]!) || text.includes(': ') || text.includes(' #') || text.endsWith(':'))
    return undefined;
  return typeScalar({ span: where, text, style: 'plain' });
}

/** Offset of the mark that closes the one at `start`, or -1. */
function quoteEnd(matter: string, start: number): number {
  const mark = matter[start]!;
  let end = matter.indexOf(mark, start + 1);
  if (mark === '"') while (end > 0 && isEscaped(matter, end)) end = matter.indexOf(mark, end + 1);
  return end;
}

/** Behind an odd number of backslashes. */
function isEscaped(matter: string, at: number): boolean {
  let from = at;
  while (matter.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

/** With `\"` and `\\` put right; undefined when there are other escapes. */
function unescaped(written: string): string | undefined {
  return /\\[^"\\]|\\$/.test(written.replaceAll('\\\\', '')) ? undefined : written.replace(/\\(["\\])/g, '$1');
}

/** `[a, "b"]` up to the end of the piece. */
function scanFlow(matter: string, { at, end, shift }: Piece): Value | undefined {
  const list = matter.slice(0, end - 1);
  if (matter.charCodeAt(end - 1) !== CLOSE) return undefined;
  const items: Value[] = [];
  let from = skipSpaces(list, at + 1);
  for (let more = from < list.length; more; ) {
    const quoted = list.charCodeAt(from) === DOUBLE || list.charCodeAt(from) === SINGLE;
    const comma = list.indexOf(',', quoted ? quoteEnd(list, from) : from);
    more = comma >= 0;
    const to = endOfLine(list, from, more ? comma : list.length);
    const item = scanScalar(list, { at: from, end: to, shift });
    if (!item || (!quoted && /[[\]{}?:#]/.test(list.slice(from, to)))) return undefined;
    items.push(item);
    from = skipSpaces(list, comma + 1);
  }
  return { kind: 'list', span: span(shift + at, shift + end), items, style: 'flow' };
}
