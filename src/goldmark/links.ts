import type { Definition } from 'mdast';
import { isAsciiPunctuation, isSpace } from './characters';
import { labelKey, unescapeText } from './escapes';
import type { InlineParser } from './inlines';
import { DEEPEST_INLINE, depthAround, type Target, Token } from './tokens';

// Links, images and references, once their `]` is found. All functions read text up to `end` only.

/** Longest label of a reference. */
const LONGEST_LABEL = 999;
/** Parentheses nested deeper in a destination end it; so that a hundred thousand `[](` are read in one go. */
const DEEPEST_PARENTHESES = 100;

/** What stands between delimiters, still escaped, and the offset behind them. */
export interface LinkParts {
  readonly text: string;
  readonly end: number;
}

/** Offset of the first character from `start` on that is no white space, or `end`. */
export function skipSpace(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

function isEscape(text: string, at: number, end: number): boolean {
  return text.charCodeAt(at) === 92 && at + 1 < end && isAsciiPunctuation(text.charCodeAt(at + 1));
}

/** Offset of the `]` that ends the label beginning at `start`, or -1. */
export function labelEnd(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 93) return i;
    if (c === 91) return -1;
    if (c === 92 && isEscape(text, i, end)) i++;
  }
  return -1;
}

/** `<url>` or `url`. */
export function readDestination(text: string, start: number, end: number): LinkParts | undefined {
  if (start < end && text.charCodeAt(start) === 60) return readAngleDestination(text, start, end);
  let depth = 0;
  let i = start;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (isSpace(c)) break;
    if (c === 92 && isEscape(text, i, end)) i++;
    else if (c === 40 && ++depth > DEEPEST_PARENTHESES) return undefined;
    else if (c === 41 && --depth < 0) break;
  }
  return i === start ? undefined : { text: text.slice(start, i), end: i };
}

function readAngleDestination(text: string, start: number, end: number): LinkParts | undefined {
  for (let i = start + 1; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 62) return { text: text.slice(start + 1, i), end: i + 1 };
    if (c === 10) return undefined;
    if (c === 92 && isEscape(text, i, end)) i++;
  }
  return undefined;
}

/** `"title"`, `'title'` or `(title)`. */
export function readTitle(text: string, start: number, end: number): LinkParts | undefined {
  const open = start < end ? text.charCodeAt(start) : 0;
  if (open !== 34 && open !== 39 && open !== 40) return undefined;
  const close = open === 40 ? 41 : open;
  for (let i = start + 1; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === close) return { text: text.slice(start + 1, i), end: i + 1 };
    if (c === open) return undefined;
    if (c === 92 && isEscape(text, i, end)) i++;
  }
  return undefined;
}

/** Makes a link or image of what stands between the last open bracket and the `]` at `at`. Returns the offset behind, or -1. */
export function closeBracket(parser: InlineParser, at: number): number {
  const bracket = parser.brackets.pop() as Token;
  // The label of a reference holds no bare brackets.
  const plain = parser.lastBracket < bracket.end;
  parser.lastBracket = at;
  if (!bracket.isImage && bracket.flag) return fail(bracket);
  const found = findTarget(parser, bracket, at, plain);
  if (found === undefined) return fail(bracket);
  const bottom = parser.bottom;
  parser.bottom = undefined;
  parser.runs.pair(bottom);
  const depth = depthAround(bracket.next, undefined);
  if (depth > DEEPEST_INLINE) {
    for (const open of parser.brackets.splice(0)) open.kind = 'gone';
    return fail(bracket);
  }
  const token = new Token(bracket.isImage ? 'image' : 'link', bracket.start, found.end);
  token.innerStart = bracket.end;
  token.innerEnd = at;
  token.depth = depth;
  token.target = found.target;
  token.first = bracket.next;
  if (bracket.next !== undefined) bracket.next.previous = undefined;
  parser.runs.enclose(bracket.end, token);
  parser.cutBefore(bracket);
  parser.append(token);
  if (!bracket.isImage) markBracketsBefore(parser);
  return found.end;
}

function fail(bracket: Token): number {
  bracket.kind = 'gone';
  return -1;
}

/** A link holds no link: the brackets still open cannot become one. Those before a marked one are marked. */
function markBracketsBefore({ brackets }: InlineParser): void {
  for (let i = brackets.length - 1; i >= 0; i--) {
    const bracket = brackets[i] as Token;
    if (bracket.flag) break;
    bracket.flag = true;
  }
}

interface Found {
  readonly target: Target;
  readonly end: number;
}

function findTarget(parser: InlineParser, bracket: Token, at: number, plain: boolean): Found | undefined {
  const { text, end } = parser;
  const c = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  if (c === 40) {
    const found = readResource(parser, at + 2);
    if (found !== undefined) return found;
  }
  const own = plain && at - bracket.end <= LONGEST_LABEL ? text.slice(bracket.end, at) : '';
  const close = c === 91 ? labelEnd(text, at + 2, end) : -1;
  if (close < 0) return reference(parser, own, 'shortcut', at + 1);
  const label = text.slice(at + 2, close);
  if (label.length > LONGEST_LABEL) return undefined;
  if (skipSpace(label, 0, label.length) < label.length) return reference(parser, label, 'full', close + 1);
  return reference(parser, own, 'collapsed', close + 1);
}

function reference(
  { document }: InlineParser,
  label: string,
  referenceType: NonNullable<Target['referenceType']>,
  end: number,
): Found | undefined {
  const { definitions } = document;
  const key = definitions.size > 0 ? labelKey(label) : '';
  const definition: Definition | undefined = key === '' ? undefined : definitions.get(key);
  if (definition === undefined) return undefined;
  return { target: { url: definition.url, title: definition.title ?? null, definition, label, referenceType }, end };
}

/** `(url "title")`, whose `(` stands before `start`. */
function readResource(parser: InlineParser, start: number): Found | undefined {
  const { text, end } = parser;
  let i = skipSpace(text, start, end);
  if (isClose(text, i, end)) return { target: { url: '', title: null }, end: i + 1 };
  if (text.charCodeAt(i) === 60 && parser.lacksAngleClose(i)) return undefined;
  const destination = readDestination(text, i, end);
  if (destination === undefined) {
    if (text.charCodeAt(i) === 60) parser.rememberNoAngleClose(i);
    return undefined;
  }
  const url = unescapeText(destination.text);
  i = skipSpace(text, destination.end, end);
  if (isClose(text, i, end)) return { target: { url, title: null }, end: i + 1 };
  const title = readTitle(text, i, end);
  if (title === undefined) return undefined;
  i = skipSpace(text, title.end, end);
  return isClose(text, i, end) ? { target: { url, title: unescapeText(title.text) }, end: i + 1 } : undefined;
}

function isClose(text: string, at: number, end: number): boolean {
  return at < end && text.charCodeAt(at) === 41;
}
