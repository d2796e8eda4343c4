import { isSpace } from './characters';
import type { InlineParser } from './inlines';
import { labelEnd } from './links';
import { Token } from './tokens';

/** What begins with the `[` or `![` at `at`: a check box, a footnote, or a bracket that may become a link. */
export function bracketAt(parser: InlineParser, at: number, isImage: boolean): Token {
  const { options, notes } = parser.document;
  const box = parser.place === 'item' && !isImage && options.taskList ? checkboxAt(parser, at) : undefined;
  if (box !== undefined) return box;
  const bracket = isImage ? at + 1 : at;
  const note = notes.size > 0 && parser.text.charCodeAt(bracket + 1) === 94 ? noteAt(parser, bracket) : undefined;
  if (note !== undefined) return note;
  const token = new Token('bracket', at, bracket + 1);
  token.isImage = isImage;
  return token;
}

/** Goldmark makes a check box of every `[ ]` in the first block of an item. */
function checkboxAt({ text, end }: InlineParser, at: number): Token | undefined {
  if (at + 2 >= end || text.charCodeAt(at + 2) !== 93) return undefined;
  const mark = text.charCodeAt(at + 1);
  const checked = mark === 120 || mark === 88;
  if (!checked && (mark === 10 || !isSpace(mark))) return undefined;
  let stop = at + 3;
  while (stop < end && isSpace(text.charCodeAt(stop)) && text.charCodeAt(stop - 1) !== 10) stop++;
  const token = new Token('checkbox', at, stop);
  token.flag = checked;
  return token;
}

/** `[^label]`, if there is such a footnote. */
function noteAt(parser: InlineParser, at: number): Token | undefined {
  const close = labelEnd(parser.text, at + 2, parser.lineEnd(at));
  const label = close < 0 ? undefined : parser.text.slice(at + 2, close);
  if (label === undefined || !parser.document.notes.has(label)) return undefined;
  const token = new Token('note', at, close + 1);
  token.value = label;
  return token;
}
