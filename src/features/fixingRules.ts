import type { Edit } from '../base/edit';
import { type Message, message } from '../base/message';
import type { Problem } from '../rules/rule';
import { safeEdits } from '../rules/safeEdits';

export interface RuleFix {
  /** The one under the caret. */
  readonly problem: Problem;
  readonly title: Message;
  readonly edits: readonly Edit[];
}

/** For each rule of the problems under the caret that has several fixes which are safe without looking: all of them at once. */
export function fixingRules(here: readonly Problem[], problems: readonly Problem[]): readonly RuleFix[] {
  const safe = here.filter(isSafe);
  const first = safe.filter((problem, at) => safe.findIndex(({ rule }) => rule === problem.rule) === at);
  return first.flatMap((problem) => {
    const { rule } = problem;
    const same = problems.filter((other) => other.rule === rule && isSafe(other));
    const title = message('Fix all “{0}” in this article', rule);
    return same.length < 2 ? [] : [{ problem, title, edits: safeEdits(same) }];
  });
}

function isSafe({ fixes }: Problem): boolean {
  return fixes.some(({ preferred }) => preferred);
}
