import type { Translate } from '../../base/message';
import type { CheckedFile } from './checked';

/** The contract of `--format json`: lines and UTF-16 columns count from 1, the end is exclusive. */
export interface JsonReport {
  readonly version: 1;
  readonly files: number;
  readonly problems: readonly JsonProblem[];
}
export interface JsonProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly rule: string;
  readonly message: string;
  readonly fixable: boolean;
}

/** Problems for other programs, files in the order in which they were checked. */
export function jsonReport(checked: readonly CheckedFile[], translate: Translate): string {
  const problems = checked.flatMap(({ file, lines, problems: found }) =>
    found.map((problem): JsonProblem => {
      const start = lines.placeAt(problem.span.start);
      const end = lines.placeAt(problem.span.end);
      return {
        file,
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        severity: problem.severity,
        rule: problem.rule,
        message: translate(problem.message),
        fixable: problem.fixes.length > 0,
      };
    }),
  );
  const report: JsonReport = { version: 1, files: checked.length, problems };
  return `${JSON.stringify(report, null, 2)}\n`;
}
