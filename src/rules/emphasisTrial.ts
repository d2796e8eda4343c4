import type { Article } from '../article/article';
import { articleOf } from '../article/articleOf';
import { applyEdits, type Edit } from '../base/edit';
import { type Span, span } from '../base/span';
import { leftovers } from './emphasisRuns';

/** Characters that are read again in one article to try fixes; a newsroom's worst article needs a tenth. */
const TRIED = 50_000;

/** The fixes of one article, as they are tried. Of text that is broken all over, the first ones are enough at a time. */
export interface Trial {
  readonly article: Article;
  /** Characters that may still be read. */
  left: number;
  /** The block tried last, and the marks that readers see in it. */
  block: Span | undefined;
  before: number;
}

export function trialOf(article: Article): Trial {
  return { article, left: TRIED, block: undefined, before: 0 };
}

/** Reads the block again as it would be: a fix is offered only when fewer marks are left for readers to see. */
export function fewerMarks(trial: Trial, block: Span, edits: readonly Edit[]): boolean {
  const { text, dialect } = trial.article;
  if (trial.left <= 0) return false;
  trial.left -= block.end - block.start;
  const source = text.slice(block.start, block.end);
  if (trial.block?.start !== block.start || trial.block.end !== block.end)
    Object.assign(trial, { block, before: visible(source, dialect) });
  const here = edits.map((edit) => ({
    ...edit,
    span: span(edit.span.start - block.start, edit.span.end - block.start),
  }));
  return visible(applyEdits(source, here), dialect) < trial.before;
}

function visible(block: string, dialect: Article['dialect']): number {
  let size = 0;
  // The line before keeps the block from being taken for front matter.
  for (const runs of leftovers(articleOf(`.\n\n${block}`, dialect).body))
    for (const run of runs) size += run.end - run.start;
  return size;
}
