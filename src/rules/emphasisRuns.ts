import type { Nodes, Text } from 'mdast';
import type { Body } from '../article/article';
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
  readonly parent: object;
  readonly inBold: boolean;
  readonly inItalics: boolean;
}

/** The leftover runs of a body, block by block. */
export function* leftovers(body: Body): Iterable<readonly Leftover[]> {
  for (const block of blocksIn(body.tree)) {
    const runs: Leftover[] = [];
    collect(block, { block: spanOf(block), inner: innerOf(block), inBold: false, inItalics: false }, runs);
    if (runs.length > 0) yield runs;
  }
}

type Parent = Extract<Nodes, { children: unknown }>;

function* blocksIn(node: Parent): Iterable<Parent> {
  if (node.children.some((child) => isInline(child))) yield node;
  else for (const child of node.children) if ('children' in child) yield* blocksIn(child);
}

function isInline({ type }: Nodes): boolean {
  return (
    type === 'text' ||
    type === 'strong' ||
    type === 'emphasis' ||
    type === 'delete' ||
    type === 'link' ||
    type === 'linkReference' ||
    type === 'image' ||
    type === 'imageReference' ||
    type === 'inlineCode' ||
    type === 'break' ||
    type === 'footnoteReference'
  );
}

type Where = Pick<Leftover, 'block' | 'inner' | 'inBold' | 'inItalics'>;

function collect(parent: Parent, where: Where, runs: Leftover[]): void {
  for (const child of parent.children) {
    if (child.type === 'text') for (const run of child.data?.leftover ?? []) runs.push({ ...run, ...where, parent });
    else if (child.type === 'strong') collect(child, { ...where, inBold: true }, runs);
    else if (child.type === 'emphasis') collect(child, { ...where, inItalics: true }, runs);
    else if ('children' in child) collect(child, where, runs);
  }
}

function innerOf({ children }: Parent): Span {
  const [first, last] = [children[0], children.at(-1)];
  return { start: first ? spanOf(first).start : 0, end: last ? spanOf(last).end : 0 };
}

function spanOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
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
