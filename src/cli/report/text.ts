import { type Message, message } from '../../base/message';
import type { Severity } from '../../project/project';
import type { Terminal } from '../terminal';
import type { CheckedFile } from './checked';

const COLOUR: Readonly<Record<Severity, string>> = { error: '31', warning: '33', information: '36', hint: '90' };

/** For people: problems under their file, a summary last. */
export function textReport(checked: readonly CheckedFile[], terminal: Terminal): string {
  const paint = (code: string, text: string): string => (terminal.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const blocks = checked.filter(({ problems }) => problems.length > 0).map((file) => fileBlock(file, terminal, paint));
  return [...blocks, summary(checked, terminal, paint)].join('\n');
}

type Paint = (code: string, text: string) => string;

function fileBlock({ file, lines, problems }: CheckedFile, { translate }: Terminal, paint: Paint): string {
  const rows = problems.map((problem) => {
    const { line, character } = lines.placeAt(problem.span.start);
    const place = `${line + 1}:${character + 1}`.padEnd(8);
    const grade = paint(COLOUR[problem.severity], translate(gradeOf(problem.severity)));
    return `  ${place} ${grade}  ${translate(problem.message)}  ${paint('90', problem.rule)}`;
  });
  return `${paint('4', file)}\n${rows.join('\n')}\n`;
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

function summary(checked: readonly CheckedFile[], { translate }: Terminal, paint: Paint): string {
  const all = checked.flatMap(({ problems }) => problems);
  const count = (severity: Severity): number => all.filter((problem) => problem.severity === severity).length;
  const fixable = all.filter((problem) => problem.fixes.length > 0).length;
  const articles = counted(checked.length, message('1 article'), message('{0} articles', checked.length));
  if (all.length === 0) return `${paint('32', translate(message('{0}, no problems.', translate(articles))))}\n`;
  const errors = count('error');
  const warnings = count('warning');
  const notes = count('information') + count('hint');
  const parts = [
    counted(errors, message('1 error'), message('{0} errors', errors)),
    counted(warnings, message('1 warning'), message('{0} warnings', warnings)),
    counted(notes, message('1 note'), message('{0} notes', notes)),
  ].map(translate);
  const text = message(
    '{0}: {1}, {2}, {3}; {4} of them can be fixed in the editor.',
    translate(articles),
    ...parts,
    fixable,
  );
  return `${paint(errors > 0 ? '31' : '33', translate(text))}\n`;
}

function counted(n: number, one: Message, many: Message): Message {
  return n === 1 ? one : many;
}
