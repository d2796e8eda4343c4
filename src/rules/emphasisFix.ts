import type { Edit } from '../base/edit';
import type { Span } from '../base/span';
import { canClose, canOpen, charAfter, charBefore, sideOf } from './flanking';

/** Where the two marks of a broken pair should stand, and what must be added between them and the text outside. */
export interface Placing {
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
export function placingOf(text: string, inner: Span, outer: Span): Placing | undefined {
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
    } else if (!closes() && MOVABLE.has(last)) end -= last.length;
    else if (!opens() && MOVABLE.has(first)) start += first.length;
    else return { inner: { start, end }, spaceBefore: !opens(), spaceAfter: !closes() };
  }
  // A run of marks stays together: `**甲？！**乙` → `**甲**？！乙`.
  if (MOVABLE.has(left()) && start > inner.start) while (MOVABLE.has(charAfter(text, start))) start++;
  if (MOVABLE.has(right()) && end < inner.end) while (end > start && MOVABLE.has(charBefore(text, end))) end--;
  return start < end ? { inner: { start, end }, spaceBefore: false, spaceAfter: false } : undefined;
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
export function editsFor(text: string, outer: Span, placing: Placing, mark: string): Edit[] {
  const { inner, spaceBefore, spaceAfter } = placing;
  const head = text.slice(outer.start + mark.length, inner.start);
  const tail = text.slice(inner.end, outer.end - mark.length);
  const edits = [
    { span: { start: outer.start, end: inner.start }, text: `${head}${spaceBefore ? ' ' : ''}${mark}` },
    { span: { start: inner.end, end: outer.end }, text: `${mark}${spaceAfter ? ' ' : ''}${tail}` },
  ];
  return edits.filter(({ span, text: written }) => text.slice(span.start, span.end) !== written);
}
