import { atDocumentMark, isBlank, isBreak, isGap, Refusal, type Scan, skip, skipBreak } from './scan';

const FLOW_INDICATORS = ',?[]{}';
const ESCAPES = '0abt\tnvfre "\'\\N_LP';
const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Past `'…'` or `"…"`, which may run over lines of any indentation. */
export function scanQuoted(scan: Scan, quote: string): void {
  const { text } = scan;
  const start = scan.at;
  skip(scan);
  for (;;) {
    if (atDocumentMark(scan)) throw new Refusal('found unexpected document indicator', scan.at, start);
    if (scan.at >= text.length) throw new Refusal('found unexpected end of stream', scan.at, start);
    while (!isGap(text[scan.at])) {
      if (quote === "'" && text.startsWith("''", scan.at)) {
        skip(scan);
        skip(scan);
      } else if (text[scan.at] === quote) break;
      else if (quote === '"' && text[scan.at] === '\\') {
        if (scanEscape(scan, start)) break;
      } else skip(scan);
    }
    if (text[scan.at] === quote) break;
    skipGaps(scan);
  }
  skip(scan);
}

/** Past a backslash and what belongs to it; true when that was a line break. */
function scanEscape(scan: Scan, start: number): boolean {
  const { text } = scan;
  const backslash = scan.at;
  const c = text[backslash + 1];
  if (isBreak(c)) {
    skip(scan);
    skipBreak(scan);
    return true;
  }
  const length = c === undefined ? undefined : ESCAPE_LENGTHS[c];
  if (length === undefined && (c === undefined || !ESCAPES.includes(c)))
    throw new Refusal('found unknown escape character', backslash, start);
  skip(scan);
  skip(scan);
  if (length === undefined) return false;
  const digits = text.slice(scan.at, scan.at + length);
  if (digits.length < length || !/^[\da-fA-F]+$/.test(digits))
    throw new Refusal('did not find expected hexdecimal number', backslash, start);
  const point = Number.parseInt(digits, 16);
  if ((point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff)
    throw new Refusal('found invalid Unicode character escape code', backslash, start);
  for (let i = 0; i < length; i++) skip(scan);
  return false;
}

function skipGaps(scan: Scan): void {
  for (let c = scan.text[scan.at]; c !== undefined && isGap(c); c = scan.text[scan.at]) {
    if (isBlank(c)) skip(scan);
    else skipBreak(scan);
  }
}

/** Past a plain scalar; returns where its last character ends. Lines that are further in belong to it. */
export function scanPlain(scan: Scan): number {
  const { text } = scan;
  const start = scan.at;
  const indent = scan.indent + 1;
  let end = scan.at;
  let broken = false;
  for (;;) {
    if (atDocumentMark(scan) || text[scan.at] === '#') break;
    for (let c = text[scan.at]; c !== undefined && !isGap(c); c = text[scan.at]) {
      if (c === ':' && isGap(text[scan.at + 1])) break;
      if (scan.flow > 0 && FLOW_INDICATORS.includes(c)) break;
      broken = false;
      skip(scan);
      end = scan.at;
    }
    if (!isBlank(text[scan.at]) && !isBreak(text[scan.at])) break;
    for (let c = text[scan.at]; c !== undefined && isGap(c); c = text[scan.at]) {
      if (isBreak(c)) {
        skipBreak(scan);
        broken = true;
        continue;
      }
      if (c === '\t' && broken && scan.column < indent)
        throw new Refusal('found a tab character that violates indentation', scan.at, start);
      skip(scan);
    }
    if (scan.flow === 0 && scan.column < indent) break;
  }
  if (broken) scan.keyAllowed = true;
  return end;
}

/** Past `|` or `>`, its header and the lines that are further in. */
export function scanBlock(scan: Scan): void {
  const { text } = scan;
  const start = scan.at;
  skip(scan);
  let indent = blockIndent(scan, start);
  while (isBlank(text[scan.at])) skip(scan);
  if (text[scan.at] === '#') while (scan.at < text.length && !isBreak(text[scan.at])) skip(scan);
  if (scan.at < text.length && !isBreak(text[scan.at]))
    throw new Refusal('did not find expected comment or line break', scan.at, start);
  if (scan.at < text.length) skipBreak(scan);
  indent = skipBlockBreaks(scan, indent, start);
  while (scan.column === indent && scan.at < text.length) {
    while (scan.at < text.length && !isBreak(text[scan.at])) skip(scan);
    if (scan.at < text.length) skipBreak(scan);
    indent = skipBlockBreaks(scan, indent, start);
  }
}

/** The indentation that a header such as `|2-` sets, or 0. */
function blockIndent(scan: Scan, start: number): number {
  const header = /^(?:[+-](\d)?|(\d)[+-]?)?/.exec(scan.text.slice(scan.at, scan.at + 3))!;
  const digit = header[1] ?? header[2];
  if (digit === '0')
    throw new Refusal('found an indentation indicator equal to 0', scan.at + header[0].indexOf('0'), start);
  for (let i = 0; i < header[0].length; i++) skip(scan);
  if (digit === undefined) return 0;
  return scan.indent >= 0 ? scan.indent + Number(digit) : Number(digit);
}

/** Past indentation and empty lines; returns the block's indentation, found out from its first line when still 0. */
function skipBlockBreaks(scan: Scan, indent: number, start: number): number {
  const { text } = scan;
  let deepest = 0;
  for (;;) {
    while ((indent === 0 || scan.column < indent) && text[scan.at] === ' ') skip(scan);
    deepest = Math.max(deepest, scan.column);
    if ((indent === 0 || scan.column < indent) && text[scan.at] === '\t')
      throw new Refusal('found a tab character where an indentation space is expected', scan.at, start);
    if (!isBreak(text[scan.at])) break;
    skipBreak(scan);
  }
  return indent === 0 ? Math.max(deepest, scan.indent + 1, 1) : indent;
}
