import { type Span, span } from '../base/span';
import type { Article } from './article';
import { decode } from './caretScalar';
import { keyIn, linesIn, type SourceLine } from './frontMatter/entries';
import { endOfQuoted } from './frontMatter/scalarRepair';

/** The lines around a caret, read without a parser. */
export interface Surroundings {
  readonly line: SourceLine;
  /** Lower-cased name of the field that the line belongs to; undefined above the first. */
  readonly name: string | undefined;
  /** The line is not further in than the fields. */
  readonly top: boolean;
  /** The line belongs to a text of several lines. */
  readonly inScalar: boolean;
  /** The line belongs to a map within the field. */
  readonly nested: boolean;
  /** Offset of a `[` above that is still open. */
  readonly flow: number | undefined;
  /** Where the field ends at the latest. */
  readonly end: number;
  /** Items of the field's `- a` list, by the offset of their line; the text is as written. */
  readonly items: readonly { readonly start: number; readonly text: string }[];
  /** Something that belongs to the field stands on the lines below. */
  readonly hasBelow: boolean;
}

/** Undefined when the caret is not between the fences of YAML front matter. */
export function surroundingsOf(article: Article, offset: number): Surroundings | undefined {
  const region = regionOf(article, offset);
  if (!region) return undefined;
  const lines = linesIn(article.text, region.start, region.end);
  if (region.end === region.start || /[\r\n]/.test(article.text[region.end - 1]!))
    lines.push({ start: region.end, text: '' });
  const index = lines.findLastIndex(({ start }) => start <= offset);
  const line = lines[index];
  if (!line || offset > line.start + line.text.length) return undefined;
  const base = Math.max(0, indentOf(lines.find(({ text }) => keyIn(text) !== null)?.text ?? ''));
  const state = readAbove(lines.slice(0, index), base);
  const next = lines.findIndex((one, i) => i > index && beginsField(one.text, base));
  const below = lines.slice(index + 1, next < 0 ? lines.length : next);
  const columns = line.text.trim() === '' ? offset - line.start : indentOf(line.text);
  const top = columns <= base;
  const inBlock = state.block && (!top || state.quoted);
  const field = lines.slice(Math.max(0, state.from), next < 0 ? lines.length : next);
  return {
    line,
    name: state.name,
    top,
    inScalar: inBlock && !(top && keyIn(line.text) !== null),
    nested: state.nested,
    flow: state.flow && !(top && keyIn(line.text) !== null) ? state.flow.start : undefined,
    end: lines[next]?.start ?? region.end,
    items: itemsOf(field),
    hasBelow: below.some(({ text }) => text.trim() !== '' && !/^\s*#/.test(text)),
  };
}

/** The lines between the fences; without a closing one also the line behind what looks like fields, which is being typed. */
function regionOf({ text, frontMatter }: Article, offset: number): Span | undefined {
  const { format, content, close, open } = frontMatter;
  if (format !== 'yaml' || !open) return undefined;
  if (close) return offset >= content.start && offset < content.end ? span(content.start, content.end) : undefined;
  const rest = /^(?:[ \t]*(?:\r\n|\r|\n))*[^\r\n]*/.exec(text.slice(content.end))!;
  const end = content.end + rest[0].length;
  return offset >= content.start && offset <= end ? span(content.start, end) : undefined;
}

function indentOf(text: string): number {
  return text.search(/[^ \t]/);
}

function beginsField(text: string, base: number): boolean {
  return keyIn(text) !== null && indentOf(text) <= base && !/^\s*-\s/.test(text);
}

interface State {
  name: string | undefined;
  /** Index of the field's line. */
  from: number;
  block: boolean;
  /** A quotation that began above. */
  quoted: boolean;
  nested: boolean;
  /** A `[` that is still open, and how many brackets are. */
  flow: { readonly start: number; readonly depth: number } | undefined;
}

function readAbove(lines: readonly SourceLine[], base: number): State {
  let state: State = { name: undefined, from: -1, block: false, quoted: false, nested: false, flow: undefined };
  lines.forEach((line, i) => {
    if (beginsField(line.text, base)) {
      state = stateOf(line, i);
      return;
    }
    if (line.text.trim() === '' || /^\s*#/.test(line.text)) return;
    if (state.quoted) {
      if (/["'][ \t]*(?:#.*)?$/.test(line.text)) state = { ...state, quoted: false, block: false };
    } else if (state.flow !== undefined) {
      const depth = openBehind(line.text, state.flow.depth);
      state.flow = depth > 0 ? { ...state.flow, depth } : undefined;
    } else if (!state.block && !/^\s*-(?:\s|$)/.test(line.text) && keyIn(line.text) !== null) state.nested = true;
    else if (!state.block && /(?:^|\s)[|>][-+\d]*[ \t]*$/.test(line.text)) state.block = true;
  });
  return state;
}

function stateOf(line: SourceLine, from: number): State {
  const key = keyIn(line.text)!;
  const after = key[0].length;
  const rest = line.text.slice(after).trim();
  const start = line.start + after + /^\s*/.exec(line.text.slice(after))![0].length;
  const quoted = /^["']/.test(rest) && endOfQuoted(rest, rest[0]!) < 0;
  const depth = rest.startsWith('[') ? openBehind(rest, 0) : 0;
  const flow = depth > 0 ? { start, depth } : undefined;
  const plain = rest !== '' && !/^["'[{#]/.test(rest);
  const nested = rest.startsWith('{');
  const name = decode(key[2]!).toLowerCase();
  return { name, from, block: plain || quoted, quoted: quoted && !plain, nested, flow };
}

/** How many brackets are open behind a piece of one line; 0 when the first of them was closed in it. */
function openBehind(line: string, before: number): number {
  let depth = before;
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    if (c === '"' || c === "'") {
      const length = endOfQuoted(line.slice(i), c);
      if (length > 0) i += length - 1;
    } else if (c === '[' || c === '{') depth++;
    else if ((c === ']' || c === '}') && --depth === 0) return 0;
  }
  return depth;
}

/** `- a` lines with something in them, without comments. */
function itemsOf(field: readonly SourceLine[]): { start: number; text: string }[] {
  return field.flatMap(({ start, text }) => {
    const item = /^[ \t]*-[ \t]*(.*)$/.exec(text)?.[1];
    const length = item && /^["']/.test(item) ? endOfQuoted(item, item[0]!) : -1;
    const written = length > 0 ? item!.slice(0, length) : item?.replace(/(?:^|[ \t])#.*$/, '').trim();
    return written ? [{ start, text: written }] : [];
  });
}
