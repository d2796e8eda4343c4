import type { Edit } from '../base/edit';
import { message } from '../base/message';
import { type Span, span } from '../base/span';
import type { Leftover } from './emphasisRuns';
import { canClose, canOpen, charAfter, charBefore, sideOf } from './flanking';
import type { Fix } from './rule';

/** Where the two marks of a broken pair should stand, and what must be added between them and the text outside. */
interface Placing {
  /** Of the text that will be bold. */
  readonly inner: Span;
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
}

const OPENING = '（(「『《〈【〔［“‘[{';
const CLOSING = '）)」』》〉】〕］”’]}';
/** Marks that mean the same outside of the bold as inside. */
const MOVABLE = new Set('。，、；：？！…—·～,.;:?!|'.split(''));

/**
 * Moves what keeps the marks from working out of the bold: `**甲。**乙` → `**甲**。乙`, `甲**「乙」**丙` → `甲「**乙**」丙`. Brackets and quotes
 * are never parted: where they cannot move together, a space must do. Undefined when nothing is left to be bold.
 */
function placingOf(text: string, inner: Span, outer: Span): Placing | undefined {
  let { start, end } = inner;
  const before = charBefore(text, outer.start);
  const after = charAfter(text, outer.end);
  const left = () => (start > inner.start ? charBefore(text, start) : before);
  const right = () => (end < inner.end ? charAfter(text, end) : after);
  const opens = () => canOpen(sideOf(left()), sideOf(charAfter(text, start)));
  const closes = () => canClose(sideOf(charBefore(text, end)), sideOf(right()));
  while (start < end && !(opens() && closes())) {
    const first = charAfter(text, start);
    const last = charBefore(text, end);
    if (sideOf(first) === 'space') start += first.length;
    else if (sideOf(last) === 'space') end -= last.length;
    else if (enclose(text, start, end)) {
      start += first.length;
      end -= last.length;
    } else if (!closes() && MOVABLE.has(last) && !makesImage(last, right())) end -= last.length;
    else if (!opens() && MOVABLE.has(first) && !makesImage(first, charAfter(text, start + 1))) start += first.length;
    else return { inner: { start, end }, spaceBefore: !opens(), spaceAfter: !closes() };
  }
  // A run of marks stays together: `**甲？！**乙` → `**甲**？！乙`.
  if (MOVABLE.has(left()) && start > inner.start) while (MOVABLE.has(charAfter(text, start))) start++;
  if (MOVABLE.has(right()) && end < inner.end) while (end > start && MOVABLE.has(charBefore(text, end))) end--;
  return start < end ? { inner: { start, end }, spaceBefore: false, spaceAfter: false } : undefined;
}

/** Puts marks in place of a pair of tags round a text; undefined where they would not work without a space. */
export function markedUp(
  text: string,
  { inner, outer, mark }: { readonly inner: Span; readonly outer: Span; readonly mark: string },
): Edit[] | undefined {
  const placing = placingOf(text, inner, outer);
  if (!placing || placing.spaceBefore || placing.spaceAfter) return undefined;
  const { start, end } = placing.inner;
  return [
    { span: span(outer.start, start), text: text.slice(inner.start, start) + mark },
    { span: span(end, outer.end), text: mark + text.slice(end, inner.end) },
  ];
}

/** A `!` before `[` makes an image of a link. */
function makesImage(mark: string, next: string): boolean {
  return mark === '!' && next === '[';
}

/** Puts the marks of a pair where they work. */
export function placed(text: string, open: Leftover, close: Leftover): Fix | undefined {
  const outer = span(open.start, close.end);
  const placing = placingOf(text, span(open.end, close.start), outer);
  if (!placing) return undefined;
  const edits = editsFor(text, outer, placing, text.slice(open.start, open.end));
  // It stands right already: something else is in the way.
  if (edits.length === 0) return undefined;
  const spaced = placing.spaceBefore || placing.spaceAfter;
  return {
    title: spaced ? message('Put a space beside the bold') : message('Move the punctuation out of the bold'),
    edits,
    preferred: !spaced,
  };
}

/** `**1.****甲**`: a pair that stands beside another bold, with nothing between, becomes one with it. */
export function gluedTo(text: string, open: Leftover, close: Leftover): Fix | undefined {
  const mark = text.slice(open.start, open.end);
  const both = mark + mark;
  const left = open.start - mark.length;
  const before = text.slice(left, open.end) === both && text[left - 1] !== mark[0] && text[left - 1] !== '\\';
  const after = text.slice(close.start, close.end + mark.length) === both && text[close.end + mark.length] !== mark[0];
  if (before === after) return undefined;
  const gone = before ? span(left, open.end) : span(close.start, close.end + mark.length);
  return { title: message('Make one of both'), edits: [{ span: gone, text: '' }], preferred: true };
}

/** Spaces outside of a pair, which part it from marks that touch it. */
export function* spaced(open: Leftover, close: Leftover): Iterable<Fix> {
  const title = message('Put a space beside the bold');
  const before = { span: span(open.start, open.start), text: ' ' };
  const after = { span: span(close.end, close.end), text: ' ' };
  for (const edits of [[before], [after], [before, after]]) yield { title, edits };
}

/** Nothing but punctuation and space, of which nobody sees whether it is bold. */
export function marksOnly(inner: string): boolean {
  return /^[\s\p{P}]*$/u.test(inner);
}

/** Bold over two paragraphs becomes bold in each. */
export function joined(text: string, open: Leftover, close: Leftover): Fix {
  const mark = text.slice(open.start, open.end);
  const end = open.inner.start + text.slice(open.inner.start, open.inner.end).trimEnd().length;
  const start = close.inner.start;
  return {
    title: message('Make both paragraphs bold'),
    edits: [
      { span: span(end, end), text: mark },
      { span: span(start, start), text: mark },
    ],
    preferred: true,
  };
}

/** Characters of a line that is short enough to be bold as a whole. */
const TITLE = 30;

/** `**一、背景`, alone on its line: all of it was meant. */
export function closedLine(text: string, run: Leftover): Fix | undefined {
  const { start, end } = run.inner;
  const line = text.slice(start, end).trimEnd();
  const opens = run.start === start;
  const closes = run.end === start + line.length;
  if (text[run.start] !== '*' || opens === closes || line.length > TITLE || /[\n。！？；!?;]/.test(line))
    return undefined;
  const at = opens ? start + line.length : start;
  const edits = [{ span: span(at, at), text: text.slice(run.start, run.end) }];
  return { title: message('Make all of it bold'), edits, preferred: true };
}

/** Whether the first and the last character are one pair: `「甲」`, `#话题#`, but not `「甲」和「乙」`. */
function enclose(text: string, start: number, end: number): boolean {
  const first = text[start]!;
  const last = text[end - 1]!;
  if (end - start < 3) return false;
  const inside = text.slice(start + 1, end - 1);
  if (first === last && '"\'#'.includes(first)) return !inside.includes(first);
  const kind = OPENING.indexOf(first);
  if (kind < 0 || CLOSING[kind] !== last) return false;
  let depth = 0;
  for (const char of inside) {
    if (char === first) depth++;
    else if (char === last && --depth < 0) return false;
  }
  return true;
}

/** The edits that put the marks where they belong; the text between stays as it is, and so does a mark that stands right. */
function editsFor(text: string, outer: Span, placing: Placing, mark: string): Edit[] {
  const { inner, spaceBefore, spaceAfter } = placing;
  const head = text.slice(outer.start + mark.length, inner.start);
  const tail = text.slice(inner.end, outer.end - mark.length);
  const edits = [
    { span: { start: outer.start, end: inner.start }, text: `${head}${spaceBefore ? ' ' : ''}${mark}` },
    { span: { start: inner.end, end: outer.end }, text: `${mark}${spaceAfter ? ' ' : ''}${tail}` },
  ];
  return edits.filter(({ span, text: written }) => text.slice(span.start, span.end) !== written);
}
