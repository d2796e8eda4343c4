import type { Edit } from '../base/edit';
import { type Message, message } from '../base/message';
import type { Problem } from '../rules/rule';
import { safeEdits } from '../rules/safeEdits';

export interface RuleFix {
  readonly title: Message;
  readonly edits: readonly Edit[];
}

/** For each rule of the problems under the caret that has several fixes which are safe without looking: all of them at once. */
export function fixingRules(here: readonly Problem[], problems: readonly Problem[]): readonly RuleFix[] {
  return [...new Set(here.filter(isSafe).map(({ rule }) => rule))].flatMap((rule) => {
    const same = problems.filter((problem) => problem.rule === rule && isSafe(problem));
    return same.length < 2 ? [] : [{ title: message('Fix all “{0}” in this article', rule), edits: safeEdits(same) }];
  });
}

function isSafe({ fixes }: Problem): boolean {
  return fixes.some(({ preferred }) => preferred);
}
