import type { Text } from 'mdast';
import type { Body } from '../article/article';
import type { Placed } from '../article/placed';
import { type Span, span } from '../base/span';
import { charAfter, charBefore, sideOf } from './flanking';

type LeftoverRun = NonNullable<NonNullable<Text['data']>['leftover']>[number];

/** A run of `*`, `_` or `~` that readers will see. */
export interface Leftover extends LeftoverRun {
  /** The paragraph, heading or cell that it stands in. */
  readonly block: Span;
  /** The text of that, without the marks of a heading. */
  readonly inner: Span;
  /** The node whose child it is: marks of two nodes (one inside a link, one outside) cannot be a pair. */
  readonly parent: object | undefined;
  readonly inBold: boolean;
  readonly inItalics: boolean;
}

/** The leftover runs of a body, block by block. */
export function* leftovers({ nodes }: Body): Iterable<readonly Leftover[]> {
  let runs: Leftover[] = [];
  for (const text of nodes.of('text')) {
    if (!text.node.data?.leftover) continue;
    const where = surroundings(text);
    if (runs.length > 0 && runs[0]!.block.start !== where.block.start) {
      yield runs;
      runs = [];
    }
    for (const run of text.node.data.leftover) runs.push({ ...run, ...where });
  }
  if (runs.length > 0) yield runs;
}

/** What a text stands in, up to its block. */
function surroundings(text: Placed): Omit<Leftover, keyof LeftoverRun> {
  let inBold = false;
  let inItalics = false;
  let above = text.parent;
  while (above?.parent && INLINE.has(above.node.type)) {
    if (above.node.type === 'strong') inBold = true;
    else if (above.node.type === 'emphasis') inItalics = true;
    above = above.parent;
  }
  const block = above ?? text;
  return { block: block.span, inner: innerOf(block), parent: text.parent, inBold, inItalics };
}

const INLINE: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete', 'link', 'linkReference']);

function innerOf({ node, span: where }: Placed): Span {
  if (!('children' in node) || node.children.length === 0) return where;
  const [first, last] = [node.children[0], node.children.at(-1)];
  return span(first?.position?.start.offset ?? where.start, last?.position?.end.offset ?? where.end);
}

/** `2*3`, `5 * 3`, `138****1234`: a sign between two numbers, which readers are meant to see. `**0****1**` are two bolds. */
export function isBetweenNumbers(run: Leftover, text: string): boolean {
  if (run.char !== '*' || (run.inBold && run.end - run.start > 3)) return false;
  return standsBetweenNumbers(run, text);
}

function standsBetweenNumbers(run: Span, text: string): boolean {
  return (
    DIGIT.test(charBefore(text, beyond(text, run.start, -1))) && DIGIT.test(charAfter(text, beyond(text, run.end, 1)))
  );
}

const DIGIT = /^\d$/;

/** The offset behind at most one space. */
function beyond(text: string, at: number, step: 1 | -1): number {
  return text[step > 0 ? at : at - 1] === ' ' ? at + step : at;
}

/** `snake_case`, `10~20`: a sign of another kind that was never meant as emphasis. */
export function isPlainSign(run: Leftover, text: string): boolean {
  if (run.char === '*') return false;
  const before = charBefore(text, run.start);
  const after = charAfter(text, run.end);
  if (sideOf(before) === 'space' && sideOf(after) === 'space') return true;
  if (run.char === '~') return run.end - run.start !== 2;
  return LATIN.test(before) || LATIN.test(after);
}

/** `甲 * 乙`, `f***`: asterisks that cannot have been meant to begin or end emphasis. */
export function isLoneSign(run: Leftover, text: string): boolean {
  if (run.char !== '*') return false;
  const before = charBefore(text, run.start);
  if (sideOf(before) === 'space' && sideOf(charAfter(text, run.end)) === 'space') return true;
  return run.end - run.start > 2 && !run.inBold && LATIN.test(before);
}

const LATIN = /^[0-9A-Za-z]$/;

/** Asterisks with a backslash, which readers see because somebody or a converter asked for it. */
export function* escapedRuns(body: Body, text: string): Iterable<Span> {
  if (!text.includes('\\*', body.span.start)) return;
  for (const { span: node } of body.nodes.of('text')) {
    for (const { 0: run, index } of text.slice(node.start, node.end).matchAll(/(?:\\\*)+/g)) {
      const start = node.start + index;
      // `\\*` is a backslash and a mark.
      const where = span(start, start + run.length);
      if (backslashesBefore(text, start) % 2 === 0 && !standsBetweenNumbers(where, text)) yield where;
    }
  }
}

function backslashesBefore(text: string, at: number): number {
  let count = 0;
  while (text[at - 1 - count] === '\\') count++;
  return count;
}
