import { touches } from '../base/span';
import type { Problem } from '../rules/rule';

/** How long an editor must rest before a problem on the word being typed appears, in milliseconds. */
export const REST = 1200;

/**
 * The problems to show while someone types at `caret`: one that touches the caret is held back, unless it already stood there
 * before this change — then taking it away and back would flicker.
 */
export function withoutTyped(
  problems: readonly Problem[],
  caret: number,
  before: readonly Problem[],
): readonly Problem[] {
  const stood = new Set(before.filter((problem) => touches(problem.span, caret)).map((problem) => problem.rule));
  return problems.filter((problem) => !touches(problem.span, caret) || stood.has(problem.rule));
}
