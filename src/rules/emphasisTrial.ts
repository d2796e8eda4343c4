import type { Nodes } from 'mdast';
import type { Article } from '../article/article';
import { pieceOf } from '../article/body';
import { applyEdits, type Edit } from '../base/edit';
import { type Span, span } from '../base/span';

/** Characters that are read again in one article to try fixes; a newsroom's worst article needs a tenth. */
const TRIED = 50_000;

/** A block of an article whose fixes may be tried, whenever somebody asks for them. */
export interface Trial {
  readonly article: Article;
  /** Marks that readers see in the block, and in the one before. */
  readonly marks: number;
  readonly marksBefore: number;
  /** How many runs they are, in the block. */
  readonly runs: number;
  /** Of text that is broken all over, the first fixes are enough at a time. */
  readonly budget: { left: number };
  /** No more may be tried. */
  readonly spent: boolean;
}

export function trialOf(article: Article): Trial {
  return { article, marks: 0, marksBefore: 0, runs: 0, budget: { left: TRIED }, spent: false };
}

/** The next block, with these runs. */
export function nextBlock(trial: Trial, runs: readonly Span[]): Trial {
  let marks = 0;
  for (const run of runs) marks += run.end - run.start;
  return { ...trial, marks, marksBefore: trial.marks, runs: runs.length };
}

/** For one more thing in the block. Asked in the order of the text, so that it does not matter whose fixes are asked for. */
export function nextThing(trial: Trial, block: Span): Trial {
  // A pair or less: all such blocks together are no longer than the article.
  if (trial.runs <= 2) return trial;
  const { budget } = trial;
  const spent = budget.left <= 0;
  if (!spent) budget.left -= block.end - block.start;
  return { ...trial, spent };
}

/** Reads the block as it would be: a fix is offered only when fewer marks than there are now are left for readers to see. */
export function fewerMarks(trial: Trial, block: Span, edits: readonly Edit[], now = trial.marks): boolean {
  if (trial.spent) return false;
  const { text, dialect } = trial.article;
  const here = edits.map((edit) => ({
    ...edit,
    span: span(edit.span.start - block.start, edit.span.end - block.start),
  }));
  return visible(applyEdits(text.slice(block.start, block.end), here), dialect) < now;
}

function visible(block: string, dialect: Article['dialect']): number {
  return marksIn(pieceOf(block, dialect));
}

function marksIn(node: Nodes): number {
  let size = 0;
  if (node.type === 'text') for (const run of node.data?.leftover ?? []) size += run.end - run.start;
  else if ('children' in node) for (const child of node.children) size += marksIn(child as Nodes);
  return size;
}
