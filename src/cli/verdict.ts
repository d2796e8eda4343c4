import type { Severity } from '../project/project';
import type { CheckOptions } from './checkOptions';
import type { CheckedFile } from './report/checked';

const GRAVITY: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

type Limits = Pick<CheckOptions, 'failOn' | 'maxProblems'>;

/** Whether what was found makes the command fail: something at or above `failOn`, or more problems of any severity than allowed. */
export function failsWith(checked: readonly CheckedFile[], limits: Limits): boolean {
  let count = 0;
  for (const { problems } of checked) {
    count += problems.length;
    if (count > (limits.maxProblems ?? Number.POSITIVE_INFINITY)) return true;
    if (problems.some(({ severity }) => isGrave(severity, limits.failOn))) return true;
  }
  return false;
}

/** Of a file only what makes the command fail; with `never`, its errors. */
export function shownOf(file: CheckedFile, { failOn }: Limits): CheckedFile {
  const least = failOn === 'never' ? 'error' : failOn;
  return { file: file.file, problems: file.problems.filter(({ severity }) => isGrave(severity, least)) };
}

function isGrave(severity: Severity, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && GRAVITY.indexOf(severity) >= GRAVITY.indexOf(failOn);
}
