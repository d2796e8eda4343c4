import { type Span, span } from '../base/span';
import { endOfQuoted } from './frontMatter/scalarRepair';
import { readYaml } from './frontMatter/yaml';

/** The scalar under a caret. */
export interface CaretScalar {
  readonly typed: Span;
  readonly prefix: string;
  readonly quote: '' | '"' | "'";
}

/**
 * The scalar that fills a stretch of one line, or undefined when the caret is behind it, in a comment, or in something that is no plain or quoted
 * scalar.
 * @param where without the line break; `where.start` is behind the colon, dash, bracket or comma
 */
export function scalarAt(text: string, where: Span, caret: number): CaretScalar | undefined {
  const raw = text.slice(where.start, where.end);
  const blank = /^[ \t]*/.exec(raw)![0].length;
  const from = where.start + blank;
  const first = text[from];
  if (from >= where.end || first === '#') return startsBefore(caret, from, first) ? empty(caret) : undefined;
  if (first === '"' || first === "'") return quotedAt(text, span(from, where.end), caret, first);
  if ('|>{}&*!%@`'.includes(first!)) return undefined;
  const comment = /[ \t]#/.exec(text.slice(from, where.end));
  const limit = comment ? from + comment.index : where.end;
  if (caret > limit) return undefined;
  const end = Math.max(from + text.slice(from, limit).trimEnd().length, caret > from ? caret : 0);
  return { typed: span(Math.min(from, caret), end), prefix: caret > from ? text.slice(from, caret) : '', quote: '' };
}

/** Before a comment there may still be a value; behind its `#` not. */
function startsBefore(caret: number, from: number, first: string | undefined): boolean {
  return first !== '#' || caret < from;
}

function empty(caret: number): CaretScalar {
  return { typed: span(caret, caret), prefix: '', quote: '' };
}

function quotedAt(text: string, where: Span, caret: number, quote: '"' | "'"): CaretScalar | undefined {
  const raw = text.slice(where.start, where.end);
  const length = endOfQuoted(raw, quote);
  const closed = length >= 0;
  const end = where.start + (closed ? length : Math.max(raw.trimEnd().length, caret - where.start));
  if (caret > end || (closed && caret === end && text[end] !== undefined && !/[\s,\]]/.test(text[end]!)))
    return undefined;
  const until = Math.min(caret, closed ? end - 1 : end);
  const prefix = caret > where.start ? decode(text.slice(where.start, until) + quote) : '';
  return { typed: span(Math.min(where.start, caret), end), prefix, quote };
}

/** The text of a scalar as written; what cannot be read is taken as it stands, without its quotation marks. */
export function decode(written: string): string {
  if (!/["'\\]/.test(written)) return written;
  const value = readYaml(`k: ${written}`, 0).fields?.[0]?.value;
  return value?.kind === 'string' ? value.value : written.replace(/^["']|["']$/g, '');
}
