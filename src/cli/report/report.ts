import type { Format } from '../checkOptions';
import type { Terminal } from '../terminal';
import type { CheckedFile } from './checked';
import { githubReport } from './github';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { sarifReport } from './sarif';
import { textReport } from './text';

/** What was found, as asked for: in pieces. */
export function reportOf(format: Format, checked: readonly CheckedFile[], terminal: Terminal): Iterable<string> {
  switch (format) {
    case 'text':
      return [textReport(checked, terminal)];
    case 'json':
      return jsonReport(checked, terminal.translate);
    case 'sarif':
      return [sarifReport(checked, terminal.translate)];
    case 'github':
      return [githubReport(checked, terminal.translate)];
    case 'junit':
      return [junitReport(checked, terminal.translate)];
    default:
      return format satisfies never;
  }
}
