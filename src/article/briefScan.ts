import type { Span } from '../base/span';
import type { ScalarStyle } from './frontMatter';
import { textOfScalar, typeScalar } from './frontMatter/scalar';

/** A scalar of one line. */
export interface ScannedScalar {
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface ScannedBrief {
  title?: ScannedScalar;
  date?: ScannedScalar;
  draft?: ScannedScalar;
  thumbnail?: ScannedScalar;
  readonly terms: Map<string, readonly string[]>;
}

/** What a plain scalar may not begin with, for this scanner; `y`, `null` and numbers are left to the caller. */
const NOT_PLAIN = '"\'[]{}&*!|>%@`#,?:-';
const WANTED: ReadonlySet<string> = new Set(['title', 'date', 'draft', 'thumbnail']);
const UNUSUAL = /[\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)|[\ud800-\udfff]/;

/**
 * Reads front matter whose lines are all of the usual forms: `key: value`, `key:`, `- item`, `key: [a, b]`, comments and blank lines, with values of one
 * line. Undefined for anything else.
 */
export function scanBrief(matter: string, fields: ReadonlySet<string>): ScannedBrief | undefined {
  if (UNUSUAL.test(matter)) return undefined;
  const brief: ScannedBrief = { terms: new Map() };
  let list: string[] | undefined;
  let name = '';
  let indent = -1;
  for (let at = 0; at < matter.length; ) {
    let end = matter.indexOf('\n', at);
    if (end < 0) end = matter.length;
    const line = matter.slice(at, end).trimEnd();
    at = end + 1;
    const c = line.charCodeAt(0);
    if (line === '' || c === 35) continue;
    if (c === 32 || c === 45) {
      const dash = line.search(/[^ ]/);
      if (!list || line[dash] !== '-' || line[dash + 1] !== ' ' || (indent >= 0 && dash !== indent)) return undefined;
      indent = dash;
      const item = scalarOf(line.slice(dash + 1).trimStart());
      if (!item) return undefined;
      list.push(termOf(item));
      continue;
    }
    const colon = keyEnd(line);
    if (colon < 0) return undefined;
    if (list) setTerms(brief, name, list, fields);
    const key = line.slice(0, colon);
    name = key.toLowerCase();
    // Of two spellings of a field, Hugo prefers the one with capital letters.
    if (key !== name && (WANTED.has(name) || fields.has(name))) return undefined;
    const raw = line.slice(colon + 1).trimStart();
    list = raw === '' ? [] : undefined;
    indent = -1;
    if (!assign(brief, name, raw, fields)) return undefined;
  }
  if (list) setTerms(brief, name, list, fields);
  return brief;
}

/** Offset of the colon of `key:` or `key: value`, or -1. */
function keyEnd(line: string): number {
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    const word =
      (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (i > 0 && ((c >= 48 && c <= 57) || c === 95 || c === 45));
    if (word) continue;
    return c === 58 && i > 0 && (i + 1 === line.length || line.charCodeAt(i + 1) === 32) ? i : -1;
  }
  return -1;
}

const NOWHERE: Span = { start: 0, end: 0 };
const EMPTY: ScannedScalar = { text: '', style: 'plain' };

/** False when the value is of no usual form. */
function assign(brief: ScannedBrief, name: string, raw: string, fields: ReadonlySet<string>): boolean {
  const wanted = name === 'title' || name === 'date' || name === 'draft' || name === 'thumbnail';
  if (raw.startsWith('[')) {
    const items = itemsOf(raw);
    if (!items || wanted) return false;
    setTerms(brief, name, items, fields);
    return true;
  }
  const scalar = raw === '' ? EMPTY : scalarOf(raw);
  if (!scalar) return false;
  if (wanted) brief[name] = scalar;
  setTerms(brief, name, raw === '' ? [] : [termOf(scalar)], fields);
  return true;
}

function setTerms(brief: ScannedBrief, name: string, items: readonly string[], fields: ReadonlySet<string>): void {
  if (!fields.has(name)) return;
  const terms = new Set(items.filter((item) => item !== ''));
  if (terms.size > 0) brief.terms.set(name, [...terms]);
  else brief.terms.delete(name);
}

/** `"text"` and `'text'` without anything to decode, or plain text; undefined for other forms. */
function scalarOf(raw: string): ScannedScalar | undefined {
  const mark = raw[0]!;
  if (mark === '"' || mark === "'") {
    if (raw.length < 2 || raw.indexOf(mark, 1) !== raw.length - 1 || (mark === '"' && raw.includes('\\')))
      return undefined;
    return { text: raw.slice(1, -1), style: mark === '"' ? 'double' : 'single' };
  }
  if (NOT_PLAIN.includes(mark) || raw.includes(': ') || raw.includes(' #') || raw.endsWith(':')) return undefined;
  return { text: raw, style: 'plain' };
}

function termOf({ text, style }: ScannedScalar): string {
  return style === 'plain' ? textOfScalar(typeScalar({ span: NOWHERE, text, style })) : text;
}

/** `[a, "b"]` on one line. */
function itemsOf(raw: string): string[] | undefined {
  if (!raw.endsWith(']')) return undefined;
  const inside = raw.slice(1, -1).trim();
  if (inside === '') return [];
  const items: string[] = [];
  for (const part of inside.split(',')) {
    const item = part.trim();
    const scalar = item === '' ? undefined : scalarOf(item);
    if (!scalar || (scalar.style === 'plain' && /[[\]{}?]/.test(item))) return undefined;
    items.push(termOf(scalar));
  }
  return items;
}
