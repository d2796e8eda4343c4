/** The tokens of YAML 1.1 as libyaml, and so gopkg.in/yaml.v2, cuts them. */
export type TokenType =
  | 'directive'
  | 'document'
  | 'block-map'
  | 'block-list'
  | 'block-end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'
  | 'end';

export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  /** A scalar without quotes or `|`. */
  readonly plain?: boolean;
}

/** A place where a key without `?` may have begun; whether it was one shows when its `:` comes. */
export interface PossibleKey {
  possible: boolean;
  /** Nothing but a key can stand here. */
  required: boolean;
  /** Index of its first token. */
  token: number;
  start: number;
  line: number;
  column: number;
}

/** Where a scanner is. Mutable, and owned by one reading. */
export interface Scan {
  readonly text: string;
  at: number;
  line: number;
  column: number;
  /** How many brackets are open. */
  flow: number;
  indent: number;
  readonly indents: number[];
  readonly keys: PossibleKey[];
  keyAllowed: boolean;
  readonly tokens: Token[];
  /** The token that the grammar reads next. */
  head: number;
}

/** What Hugo's YAML reader stops with, in its own words, and where. Thrown inside of this folder only. */
export class Refusal {
  constructor(
    readonly says: string,
    readonly at: number,
    /** Where the thing began that could not be read. */
    readonly from: number = at,
  ) {}
}

export function startScan(text: string): Scan {
  return {
    text,
    at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    line: 0,
    column: 0,
    flow: 0,
    indent: -1,
    indents: [],
    keys: [{ possible: false, required: false, token: -1, start: 0, line: 0, column: 0 }],
    keyAllowed: true,
    tokens: [],
    head: 0,
  };
}

export function isBlank(c: string | undefined): boolean {
  return c === ' ' || c === '\t';
}

/** YAML 1.1 also breaks lines at NEL and at the Unicode line and paragraph separators. */
export function isBreak(c: string | undefined): boolean {
  return c === '\n' || c === '\r' || c === '\u0085' || c === '\u2028' || c === '\u2029';
}

/** White space, a line break, or the end of the text. */
export function isGap(c: string | undefined): boolean {
  return c === undefined || isBlank(c) || isBreak(c);
}

export function isWord(c: string | undefined): boolean {
  return c !== undefined && /[\w-]/.test(c);
}

/** One character, which may be two units. */
export function skip(scan: Scan): void {
  const point = scan.text.codePointAt(scan.at) ?? 0;
  scan.at += point > 0xffff ? 2 : 1;
  scan.column++;
}

export function skipBreak(scan: Scan): void {
  scan.at += scan.text[scan.at] === '\r' && scan.text[scan.at + 1] === '\n' ? 2 : 1;
  scan.column = 0;
  scan.line++;
}

/** `---` or `...` alone at the start of a line. */
export function atDocumentMark(scan: Scan): boolean {
  if (scan.column !== 0) return false;
  const { text, at } = scan;
  return (text.startsWith('---', at) || text.startsWith('...', at)) && isGap(text[at + 3]);
}

const MAX_KEY = 1024;
const MAX_DEPTH = 10_000;

/** Whether a possible key may still be one: it must be on this line and short. */
export function keyHolds(scan: Scan, key: PossibleKey): boolean {
  if (!key.possible) return false;
  if (key.line === scan.line && key.start + MAX_KEY >= scan.at) return true;
  if (key.required) throw new Refusal("could not find expected ':'", scan.at, key.start);
  key.possible = false;
  return false;
}

export function currentKey(scan: Scan): PossibleKey {
  return scan.keys[scan.keys.length - 1]!;
}

export function saveKey(scan: Scan): void {
  if (!scan.keyAllowed) return;
  dropKey(scan);
  const key = currentKey(scan);
  key.possible = true;
  key.required = scan.flow === 0 && scan.indent === scan.column;
  key.token = scan.tokens.length;
  key.start = scan.at;
  key.line = scan.line;
  key.column = scan.column;
}

export function dropKey(scan: Scan): void {
  const key = currentKey(scan);
  if (key.possible && key.required) throw new Refusal("could not find expected ':'", scan.at, key.start);
  key.possible = false;
}

export function openFlow(scan: Scan): void {
  scan.keys.push({ possible: false, required: false, token: -1, start: scan.at, line: scan.line, column: scan.column });
  scan.flow++;
  if (scan.flow > MAX_DEPTH) throw new Refusal(`exceeded max depth of ${MAX_DEPTH}`, scan.at);
}

export function closeFlow(scan: Scan): void {
  if (scan.flow === 0) return;
  scan.flow--;
  scan.keys.pop();
}

/** Begins a block map or list when the column is further in than the block that is open. */
export function indentTo(scan: Scan, column: number, begin: Token, index: number): void {
  if (scan.flow > 0 || scan.indent >= column) return;
  scan.indents.push(scan.indent);
  scan.indent = column;
  if (scan.indents.length > MAX_DEPTH) throw new Refusal(`exceeded max depth of ${MAX_DEPTH}`, scan.at);
  scan.tokens.splice(index, 0, begin);
}

/** Ends the blocks that are further in than the column. */
export function dedentTo(scan: Scan, column: number): void {
  if (scan.flow > 0) return;
  while (scan.indent > column) {
    scan.tokens.push({ type: 'block-end', start: scan.at, end: scan.at });
    scan.indent = scan.indents.pop() ?? -1;
  }
}
