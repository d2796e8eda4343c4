import { type Message, message } from '../../base/message';
import type { Severity } from '../../project/project';
import type { CheckedFile } from '../check';
import type { Terminal } from '../main';

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
  if (all.length === 0) return `${paint('32', translate(message('No problems in {0} articles.', checked.length)))}\n`;
  const text = message(
    '{0} articles: {1} errors, {2} warnings, {3} notes; {4} can be fixed in the editor.',
    checked.length,
    count('error'),
    count('warning'),
    count('information') + count('hint'),
    fixable,
  );
  return `${paint(count('error') > 0 ? '31' : '33', translate(text))}\n`;
}
