import { judge } from './goYaml/judge';

/** One line of front matter. Offsets are those of the source that was split. */
export interface SourceLine {
  readonly start: number;
  /** Without its line break. */
  readonly text: string;
}

/** A top-level entry: its key line and what belongs to it. */
export interface Entry {
  readonly start: number;
  /** Line breaks included, those of blank lines and comments after it too. */
  readonly end: number;
}

/** A key and its colon, also a full-width one. */
const KEY_LINE =
  /^([ \t]*)((?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^\s"'#\-?:：,[\]{}&*!|>%@`][^:：#"'[\]{},]*?))(\s*[:：])/;

/** No key is longer, colon included. */
const LONGEST_KEY = 256;

/** The key that a line begins with: groups 1 to 3 are its indentation, the key as written, and white space with the colon. */
export function keyIn(line: string): RegExpExecArray | null {
  return KEY_LINE.exec(line.length > LONGEST_KEY ? line.slice(0, LONGEST_KEY) : line);
}

export function linesIn(source: string, from = 0, to = source.length): SourceLine[] {
  const lines: SourceLine[] = [];
  const pattern = /\r\n|\r|\n/g;
  pattern.lastIndex = from;
  let start = from;
  for (let found = pattern.exec(source); found && found.index < to; found = pattern.exec(source)) {
    lines.push({ start, text: source.slice(start, found.index) });
    start = found.index + found[0].length;
  }
  if (start < to) lines.push({ start, text: source.slice(start, to) });
  return lines;
}

/**
 * Cuts broken front matter into entries that can be read one at a time. A line begins one when it is not further in than the first line and looks like
 * a key, or when what stands before it is complete without it.
 */
export function entriesOf(source: string): Entry[] {
  const entries: { start: number; end: number }[] = [];
  const effort = { left: 20_000 + 4 * source.length };
  let base = -1;
  for (const { start, text } of linesIn(source)) {
    const indent = text.search(/[^ \t\ufeff]/);
    const last = entries.at(-1);
    if (indent >= 0 && text[indent] !== '#') {
      if (base < 0) base = indent;
      const begins = !last || (indent <= base && !/^\s*(?:-(?:\s|$)|[\]}])/.test(text));
      if (begins && (!last || keyIn(text) || !belongs(source.slice(last.start, start), text, effort))) {
        entries.push({ start, end: start });
      }
    }
    const entry = entries.at(-1);
    if (entry) entry.end = start + text.length;
  }
  return entries.map((entry, i) => ({ start: entry.start, end: entries[i + 1]?.start ?? source.length }));
}

/**
 * A line at the margin that is no key: the rest of a list in brackets or of a long quotation, when Hugo reads it so.
 * @param effort characters that may still be judged, so that a list of very many lines does not take their square; then the marks decide
 */
function belongs(before: string, line: string, effort: { left: number }): boolean {
  if (!/["'[{]/.test(before) || !/[\]}"',]\s*$/.test(line)) return false;
  effort.left -= before.length;
  return effort.left < 0 || judge(before) !== undefined;
}
