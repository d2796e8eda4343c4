import type { Edit } from '../base/edit';
import type { Span } from '../base/span';
import type { Problem } from './rule';

/** Edits of the preferred fixes, in order of position; of two fixes that overlap the first wins and the other waits for the next round. */
export function safeEdits(problems: readonly Problem[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const problem of problems) {
    const fix = problem.fixes.find((f) => f.preferred);
    if (!fix || fix.edits.some((edit) => isTaken(taken, edit))) continue;
    for (const edit of fix.edits) taken.splice(placeIn(taken, edit), 0, edit);
  }
  return taken;
}

/** Index of the first edit that stands behind this one. */
function placeIn(taken: readonly Edit[], { span }: Edit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = taken[middle]!.span;
    if (other.start < span.start || (other.start === span.start && other.end <= span.end)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Edits that were taken are apart from each other, so only the neighbours can overlap; two, since one may be empty. */
function isTaken(taken: readonly Edit[], edit: Edit): boolean {
  const at = placeIn(taken, edit);
  return taken.slice(Math.max(0, at - 2), at + 2).some((other) => overlap(edit.span, other.span));
}

function overlap(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}
