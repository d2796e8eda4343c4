import { parse, TomlDate, TomlError } from 'smol-toml';
import { linesOf } from '../../base/lines';
import { type Span, slice, span } from '../../base/span';
import type { Field, SyntaxProblem, Value } from '../frontMatter';
import type { Block } from './block';
import { linesIn } from './entries';
import { syntaxMessage } from './messages';

/** Reads TOML. Keys and values of one line have exact spans; what is in tables has that of the whole table. */
export function readToml(text: string, content: Span): Block {
  const source = slice(text, content);
  try {
    const values = parse(source);
    const places = placesOf(source, content.start);
    const fields = Object.entries(values).map(([key, value]) =>
      fieldOf(key, value, { place: places.get(key), content, text }),
    );
    fields.sort((a, b) => a.keySpan.start - b.keySpan.start);
    return { fields, problems: fields.flatMap(impossibleDate) };
  } catch (error) {
    return { fields: [], problems: [problem(source, content, error)] };
  }
}

interface Around {
  readonly place: Place | undefined;
  readonly content: Span;
  readonly text: string;
}

interface Place {
  readonly key: Span;
  readonly value: Span;
}

function fieldOf(key: string, value: unknown, { place, content, text }: Around): Field {
  const where = place?.value ?? content;
  const keySpan = place?.key ?? span(content.start, content.start);
  return {
    key,
    name: key.toLowerCase(),
    keySpan,
    span: span(keySpan.start, where.end),
    value: place && value instanceof TomlDate ? dateFrom(place.value, text) : valueFrom(value, where),
  };
}

/** `2025-02-30`: our reader takes it for 2 March, Hugo's for none. */
function impossibleDate({ value }: Field): SyntaxProblem[] {
  const day = value.kind === 'string' && value.style === 'plain' && /^(\d{4})-(\d{2})-(\d{2})/.exec(value.value);
  if (!day) return [];
  const at = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
  if (at.getUTCDate() === Number(day[3])) return [];
  return [{ code: 'toml', severity: 'error', span: value.span, message: syntaxMessage('toml', 'impossible date') }];
}

/** A date as written. */
function dateFrom(where: Span, text: string): Value {
  return { kind: 'string', span: where, value: slice(text, where), style: 'plain' };
}

/** `key = value`, `[table]` and `[[table]]` before the first table; a value ends where the next key begins. */
function placesOf(source: string, shift: number): Map<string, Place> {
  const places = new Map<string, Place>();
  const heads: { key: string; keyStart: number; valueStart: number; start: number }[] = [];
  let inTable = false;
  for (const { start, text } of linesIn(source)) {
    const table = /^\s*\[\[?\s*(["']?)([\w\p{L}-]+)\1/u.exec(text);
    const pair = inTable ? null : /^\s*(["']?)([\w\p{L}-]+)\1\s*(?:\.[^=]*)?=[ \t]*/u.exec(text);
    if (table) inTable = true;
    const match = table ?? pair;
    if (!match) continue;
    const keyStart = start + text.indexOf(match[2]!);
    heads.push({ key: match[2]!, keyStart, valueStart: table ? start : start + match[0].length, start });
  }
  heads.forEach((head, i) => {
    if (places.has(head.key)) return;
    const raw = source.slice(head.valueStart, heads[i + 1]?.start ?? source.length);
    const end = head.valueStart + withoutComment(raw).trimEnd().length;
    const key = span(head.keyStart + shift, head.keyStart + head.key.length + shift);
    places.set(head.key, { key, value: span(head.valueStart + shift, end + shift) });
  });
  return places;
}

/** Cuts a comment behind a value of one line, and those on lines after it. */
function withoutComment(raw: string): string {
  const lines = raw.replace(/(?:\r?\n[ \t]*(?:#[^\r\n]*)?)+$/, '');
  const value = /^(?:"(?:\\.|[^"\\])*"|'[^']*'|[^"'#\r\n])*(?=#[^\r\n]*$)/.exec(lines);
  return value ? value[0] : lines;
}

function valueFrom(value: unknown, where: Span): Value {
  if (typeof value === 'string') return { kind: 'string', span: where, value, style: 'double' };
  if (typeof value === 'boolean') return { kind: 'boolean', span: where, value };
  if (typeof value === 'number' || typeof value === 'bigint')
    return { kind: 'number', span: where, value: Number(value) };
  if (value instanceof TomlDate) return { kind: 'string', span: where, value: value.toISOString(), style: 'plain' };
  if (Array.isArray(value))
    return { kind: 'list', span: where, items: value.map((item) => valueFrom(item, where)), style: 'flow' };
  if (typeof value !== 'object' || value === null) return { kind: 'null', span: where };
  const fields = Object.entries(value).map(([key, inner]) => ({
    key,
    name: key.toLowerCase(),
    keySpan: span(where.start, where.start),
    span: where,
    value: valueFrom(inner, where),
  }));
  return { kind: 'map', span: where, fields, style: 'flow' };
}

function problem(source: string, content: Span, error: unknown): SyntaxProblem {
  const known = error instanceof TomlError ? error : undefined;
  const place = known ? { line: known.line - 1, character: Math.max(0, known.column - 1) } : { line: 0, character: 0 };
  const at = Math.min(linesOf(source).offsetAt(place), Math.max(0, source.trimEnd().length - 1));
  const where = span(content.start + at, Math.min(content.start + at + 1, content.end));
  const says = (known?.message ?? '').split('\n', 1)[0]!.replace(/^Invalid TOML document: /, '');
  return { code: 'toml', severity: 'error', span: where, message: syntaxMessage('toml', says) };
}
