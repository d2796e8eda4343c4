import type { Nodes } from 'mdast';
import type { Article } from '../article/article';
import { pieceOf } from '../article/body';
import { applyEdits, type Edit } from '../base/edit';
import { type Span, span } from '../base/span';

/** Characters that are read again in one article to try fixes; a newsroom's worst article needs a tenth. */
const TRIED = 50_000;

/** The fixes of one article, as they are tried. Of text that is broken all over, the first ones are enough at a time. */
export interface Trial {
  readonly article: Article;
  /** Characters that may still be read. */
  left: number;
  /** Marks that readers see in the block at hand, and in the one before. */
  marks: number;
  marksBefore: number;
  /** How many runs they are, in the block at hand. */
  runs: number;
}

export function trialOf(article: Article): Trial {
  return { article, left: TRIED, marks: 0, marksBefore: 0, runs: 0 };
}

/** Goes on to a block with these runs. */
export function enter(trial: Trial, runs: readonly Span[]): void {
  trial.marksBefore = trial.marks;
  trial.marks = 0;
  trial.runs = runs.length;
  for (const run of runs) trial.marks += run.end - run.start;
}

/** Reads the block as it would be: a fix is offered only when fewer marks than there are now are left for readers to see. */
export function fewerMarks(trial: Trial, block: Span, edits: readonly Edit[], now = trial.marks): boolean {
  const { text, dialect } = trial.article;
  if (trial.left <= 0) return false;
  trial.left -= block.end - block.start;
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
