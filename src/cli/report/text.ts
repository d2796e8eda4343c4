import { type Message, message } from '../../base/message';
import type { Severity } from '../../project/project';
import type { Terminal } from '../terminal';
import type { CheckedFile, CheckedProblem } from './checked';
import { printable } from './printable';

const COLOUR: Readonly<Record<Severity, string>> = { error: '31', warning: '33', information: '36', hint: '90' };

/** For people: problems under their file, a summary last. */
export function textReport(checked: readonly CheckedFile[], terminal: Terminal): string {
  const paint = (code: string, text: string): string => (terminal.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const count: Count = { error: 0, warning: 0, information: 0, hint: 0, fixable: 0, safe: 0 };
  const blocks: string[] = [];
  for (const { file, problems } of checked) {
    if (problems.length === 0) continue;
    for (const problem of problems) {
      count[problem.severity]++;
      if (problem.fixes.length > 0) count.fixable++;
      if (problem.fixes.some(({ preferred }) => preferred)) count.safe++;
    }
    blocks.push(fileBlock(file, problems, { terminal, paint }));
  }
  return [...blocks, summary(checked.length, count, { terminal, paint })].join('\n');
}

type Paint = (code: string, text: string) => string;
type Count = Record<Severity | 'fixable' | 'safe', number>;
interface Printer {
  readonly terminal: Terminal;
  readonly paint: Paint;
}

function fileBlock(file: string, problems: readonly CheckedProblem[], { terminal, paint }: Printer): string {
  const { translate } = terminal;
  const rows = problems.map(({ start, severity, message, rule }) => {
    const place = `${start.line + 1}:${start.character + 1}`.padEnd(8);
    const grade = paint(COLOUR[severity], translate(gradeOf(severity)));
    return `  ${place} ${grade}  ${printable(translate(message))}  ${paint('90', rule)}`;
  });
  return `${paint('4', printable(file))}\n${rows.join('\n')}\n`;
}

function gradeOf(severity: Severity): Message {
  switch (severity) {
    case 'error':
      return message('error');
    case 'warning':
      return message('warning');
    case 'information':
      return message('information');
    case 'hint':
      return message('hint');
    default:
      return severity satisfies never;
  }
}

function summary(files: number, count: Count, { terminal: { translate }, paint }: Printer): string {
  const articles = translate(counted(files, message('1 article'), message('{0} articles', files)));
  const { error, warning, fixable, safe } = count;
  const notes = count.information + count.hint;
  if (error + warning + notes === 0) return `${paint('32', translate(message('{0}, no problems.', articles)))}\n`;
  const parts = [
    counted(error, message('1 error'), message('{0} errors', error)),
    counted(warning, message('1 warning'), message('{0} warnings', warning)),
    counted(notes, message('1 note'), message('{0} notes', notes)),
  ].map(translate);
  const text = message(
    '{0}: {1}, {2}, {3}; {4} of them can be fixed in the editor, {5} with --fix.',
    articles,
    ...parts,
    fixable,
    safe,
  );
  return `${paint(error > 0 ? '31' : '33', translate(text))}\n`;
}

function counted(n: number, one: Message, many: Message): Message {
  return n === 1 ? one : many;
}
