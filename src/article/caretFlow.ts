import { type Span, span } from '../base/span';
import { type CaretScalar, scalarAt } from './caretScalar';
import { endOfQuoted } from './frontMatter/scalarRepair';

/** The item of `[a, "b"]` under a caret, and the others as written. */
export interface FlowCaret {
  readonly scalar: CaretScalar;
  readonly others: readonly string[];
}

interface Slot {
  readonly where: Span;
  /** Has a bracket or a comment in it. */
  readonly odd: boolean;
}

/**
 * @param list from the opening bracket to where the list ends at the latest; the closing bracket may be missing
 */
export function flowCaret(text: string, list: Span, caret: number): FlowCaret | undefined {
  const slots = slotsOf(text, list, caret);
  const index = slots.findIndex(({ where }) => caret >= where.start && caret <= where.end);
  const slot = slots[index];
  if (!slot || slot.odd) return undefined;
  const others = slots.filter((_, i) => i !== index).map(({ where }) => text.slice(where.start, where.end).trim());
  const scalar = scalarAt(text, lineWithin(text, slot.where, caret), caret);
  return scalar && { scalar, others: others.filter((item) => item !== '') };
}

/** A slot may have line breaks around its item: the lines before and behind the one with the item, or the caret, do not count. */
function lineWithin(text: string, where: Span, caret: number): Span {
  const raw = text.slice(where.start, where.end);
  const blank = raw.trim() === '';
  const from = blank ? caret : Math.min(where.start + raw.search(/\S/), caret);
  const to = blank ? caret : Math.max(where.start + raw.trimEnd().length, caret);
  return /[\r\n]/.test(text.slice(from, to)) ? span(caret, caret) : span(from, to);
}

/** What stands between the commas. A quotation that its line does not close ends at the next comma or bracket behind the caret. */
function slotsOf(text: string, list: Span, caret: number): Slot[] {
  const slots: Slot[] = [];
  let depth = 0;
  let start = list.start + 1;
  let odd = false;
  let at = list.start;
  let lineEnd = list.start;
  const push = () => {
    slots.push({ where: span(start, at), odd });
    start = at + 1;
    odd = false;
  };
  while (at < list.end) {
    const c = text[at]!;
    if (c === '"' || c === "'") {
      if (at >= lineEnd) lineEnd = endOfLine(text, at, list.end);
      at = quotationEnd(text, span(at, lineEnd), caret);
      continue;
    }
    if (c === '#' && /\s/.test(text[at - 1] ?? '')) {
      odd = odd || caret > at;
      while (at < list.end && !/[\r\n]/.test(text[at]!)) at++;
      continue;
    }
    if (c === '[' || c === '{') depth++;
    if (depth > 1) odd = true;
    if (c === ',' && depth === 1) push();
    if ((c === ']' || c === '}') && --depth === 0) {
      push();
      return slots;
    }
    at++;
  }
  push();
  return slots;
}

function endOfLine(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text[at] !== '\r' && text[at] !== '\n') at++;
  return at;
}

/** @param where from the quotation mark to the end of its line */
function quotationEnd(text: string, where: Span, caret: number): number {
  const { start, end } = where;
  const length = /\w/.test(text[start - 1] ?? '') ? 1 : endOfQuoted(text.slice(start, end), text[start]!);
  if (length >= 0) return start + length;
  const from = Math.max(start + 1, Math.min(caret, end));
  const stop = text.slice(from, end).search(/[,\]]/);
  return stop < 0 ? end : from + stop;
}
