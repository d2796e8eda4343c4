import { scanBlock, scanPlain, scanQuoted } from './scalars';
import {
  atDocumentMark,
  closeFlow,
  currentKey,
  dedentTo,
  dropKey,
  indentTo,
  isBlank,
  isBreak,
  isGap,
  isWord,
  keyHolds,
  openFlow,
  Refusal,
  type Scan,
  saveKey,
  skip,
  skipBreak,
  type Token,
  type TokenType,
} from './scan';

const AFTER_NAME = '?:,]}%@`';
const NOT_PLAIN = '-?:,[]{}#&*!|>\'"%@`';
const URI = /[\w\-;/?:@&=+$,.!~*'()[\]%]/;

/** The next token; scans as far as is needed to know it. */
export function peek(scan: Scan): Token {
  for (;;) {
    if (scan.head < scan.tokens.length) {
      const key = scan.keys.find((k) => k.possible && k.token === scan.head);
      if (!key || !keyHolds(scan, key)) break;
    }
    fetch(scan);
  }
  return scan.tokens[scan.head]!;
}

/** The next token, consumed. */
export function take(scan: Scan): Token {
  const token = peek(scan);
  scan.head++;
  return token;
}

function fetch(scan: Scan): void {
  const { text } = scan;
  skipToToken(scan);
  dedentTo(scan, scan.column);
  const c = text[scan.at];
  const next = text[scan.at + 1];
  if (c === undefined) fetchMark(scan, 'end', 0);
  else if (scan.column === 0 && c === '%') fetchDirective(scan);
  else if (atDocumentMark(scan)) fetchMark(scan, 'document', 3);
  else if (c === '[' || c === '{') fetchOpen(scan, c);
  else if (c === ']' || c === '}') fetchClose(scan, c);
  else if (c === ',') fetchComma(scan);
  else if (c === '-' && isGap(next)) fetchDash(scan);
  else if (c === '?' && (scan.flow > 0 || isGap(next))) fetchQuestion(scan);
  else if (c === ':' && (scan.flow > 0 || isGap(next))) fetchColon(scan);
  else if (c === '*' || c === '&') fetchName(scan, c === '*' ? 'alias' : 'anchor');
  else if (c === '!') fetchTag(scan);
  else if ((c === '|' || c === '>') && scan.flow === 0) fetchBlock(scan);
  else if (c === "'" || c === '"') fetchInline(scan, false);
  else if (startsPlain(scan, c, next)) fetchInline(scan, true);
  else throw new Refusal('found character that cannot start any token', scan.at);
}

function startsPlain(scan: Scan, c: string, next: string | undefined): boolean {
  if (!NOT_PLAIN.includes(c) && !isBlank(c)) return true;
  if (c === '-') return !isBlank(next);
  return scan.flow === 0 && (c === '?' || c === ':') && !isGap(next);
}

/** White space and comments. A tab counts as white space only where no key may begin. */
function skipToToken(scan: Scan): void {
  const { text } = scan;
  for (;;) {
    for (let c = text[scan.at]; c === ' ' || (c === '\t' && (scan.flow > 0 || !scan.keyAllowed)); c = text[scan.at])
      skip(scan);
    if (text[scan.at] === '#') while (scan.at < text.length && !isBreak(text[scan.at])) skip(scan);
    if (!isBreak(text[scan.at])) return;
    skipBreak(scan);
    if (scan.flow === 0) scan.keyAllowed = true;
  }
}

/** Appends a token of that many characters. */
function push(scan: Scan, type: TokenType, length: number): void {
  const start = scan.at;
  for (let i = 0; i < length; i++) skip(scan);
  scan.tokens.push({ type, start, end: scan.at });
}

function fetchMark(scan: Scan, type: 'end' | 'document', length: number): void {
  dedentTo(scan, -1);
  if (type === 'end' && scan.column !== 0) {
    scan.column = 0;
    scan.line++;
  }
  dropKey(scan);
  scan.keyAllowed = false;
  push(scan, type, length);
}

/** `%YAML 1.1`; nothing that front matter has. */
function fetchDirective(scan: Scan): void {
  dedentTo(scan, -1);
  dropKey(scan);
  scan.keyAllowed = false;
  const rest = scan.text.slice(scan.at).split(/[\r\n]/, 1)[0]!;
  const name = /^%([\w-]*)/.exec(rest)![1]!;
  if (name === '') throw new Refusal('could not find expected directive name', scan.at);
  if (!isGap(rest[name.length + 1])) throw new Refusal('found unexpected non-alphabetical character', scan.at);
  if (name !== 'YAML' && name !== 'TAG') throw new Refusal('found unknown directive name', scan.at);
  push(scan, 'directive', rest.length);
}

function fetchOpen(scan: Scan, c: '[' | '{'): void {
  saveKey(scan);
  openFlow(scan);
  scan.keyAllowed = true;
  push(scan, c, 1);
}

function fetchClose(scan: Scan, c: ']' | '}'): void {
  dropKey(scan);
  closeFlow(scan);
  scan.keyAllowed = false;
  push(scan, c, 1);
}

function fetchComma(scan: Scan): void {
  dropKey(scan);
  scan.keyAllowed = true;
  push(scan, ',', 1);
}

function fetchDash(scan: Scan): void {
  if (scan.flow === 0) {
    if (!scan.keyAllowed) throw new Refusal('block sequence entries are not allowed in this context', scan.at);
    indentTo(scan, scan.column, { type: 'block-list', start: scan.at, end: scan.at }, scan.tokens.length);
  }
  dropKey(scan);
  scan.keyAllowed = true;
  push(scan, '-', 1);
}

function fetchQuestion(scan: Scan): void {
  if (scan.flow === 0) {
    if (!scan.keyAllowed) throw new Refusal('mapping keys are not allowed in this context', scan.at);
    indentTo(scan, scan.column, { type: 'block-map', start: scan.at, end: scan.at }, scan.tokens.length);
  }
  dropKey(scan);
  scan.keyAllowed = scan.flow === 0;
  push(scan, '?', 1);
}

function fetchColon(scan: Scan): void {
  const key = currentKey(scan);
  if (keyHolds(scan, key)) {
    scan.tokens.splice(key.token, 0, { type: '?', start: key.start, end: key.start });
    indentTo(scan, key.column, { type: 'block-map', start: key.start, end: key.start }, key.token);
    key.possible = false;
    scan.keyAllowed = false;
  } else {
    if (scan.flow === 0) {
      if (!scan.keyAllowed) throw new Refusal('mapping values are not allowed in this context', scan.at);
      indentTo(scan, scan.column, { type: 'block-map', start: scan.at, end: scan.at }, scan.tokens.length);
    }
    scan.keyAllowed = scan.flow === 0;
  }
  push(scan, ':', 1);
}

function fetchName(scan: Scan, type: 'alias' | 'anchor'): void {
  saveKey(scan);
  scan.keyAllowed = false;
  let end = scan.at + 1;
  while (isWord(scan.text[end])) end++;
  const after = scan.text[end];
  if (end === scan.at + 1 || !(isGap(after) || AFTER_NAME.includes(after!)))
    throw new Refusal('did not find expected alphabetic or numeric character', end, scan.at);
  push(scan, type, end - scan.at);
}

function fetchTag(scan: Scan): void {
  saveKey(scan);
  scan.keyAllowed = false;
  const { text } = scan;
  const verbatim = text[scan.at + 1] === '<';
  let end = scan.at + (verbatim ? 2 : 1);
  while (end < text.length && URI.test(text[end]!)) end++;
  const octet = /%(?![\da-fA-F]{2})/.exec(text.slice(scan.at, end));
  if (octet) throw new Refusal('did not find URI escaped octet', scan.at + octet.index, scan.at);
  if (verbatim && text[end] !== '>') throw new Refusal("did not find the expected '>'", end, scan.at);
  if (verbatim) end++;
  if (!isGap(text[end])) throw new Refusal('did not find expected whitespace or line break', end, scan.at);
  push(scan, 'tag', end - scan.at);
}

function fetchBlock(scan: Scan): void {
  dropKey(scan);
  scan.keyAllowed = true;
  const start = scan.at;
  scanBlock(scan);
  scan.tokens.push({ type: 'scalar', start, end: scan.at });
}

function fetchInline(scan: Scan, plain: boolean): void {
  saveKey(scan);
  scan.keyAllowed = false;
  const start = scan.at;
  if (plain) scan.tokens.push({ type: 'scalar', start, end: scanPlain(scan), plain });
  else {
    scanQuoted(scan, scan.text[start]!);
    scan.tokens.push({ type: 'scalar', start, end: scan.at });
  }
}
