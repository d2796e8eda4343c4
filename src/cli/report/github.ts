import type { Translate } from '../../base/message';
import type { Severity } from '../../project/project';
import type { CheckedFile, CheckedProblem } from './checked';

const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands, which GitHub Actions shows beside the lines of a pull request. */
export function githubReport(checked: readonly CheckedFile[], translate: Translate): string {
  return checked.flatMap(({ file, problems }) => problems.map((problem) => command(file, problem, translate))).join('');
}

/** GitHub ignores columns of a problem that goes over several lines. */
function command(file: string, { rule, severity, message, start, end }: CheckedProblem, translate: Translate): string {
  const properties = [
    `file=${property(file)}`,
    `line=${start.line + 1}`,
    `endLine=${end.line + 1}`,
    ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
    `title=${property(rule)}`,
  ];
  return `::${COMMAND[severity]} ${properties.join(',')}::${data(translate(message))}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
