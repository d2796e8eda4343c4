import type { Place } from '../../base/lines';
import type { Translate } from '../../base/message';
import type { CheckedFile, CheckedFix } from './checked';

/** The contract of `--format json`: lines and UTF-16 columns count from 1, the end is exclusive. What is new comes as another key; `version` changes when one goes or means something else. */
export interface JsonReport {
  readonly version: 1;
  /** How many articles were checked. */
  readonly files: number;
  readonly problems: readonly JsonProblem[];
}
export interface JsonRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
export interface JsonProblem extends JsonRange {
  readonly file: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly rule: string;
  readonly message: string;
  readonly fixable: boolean;
  readonly fixes: readonly JsonFix[];
}
export interface JsonFix {
  readonly title: string;
  /** Applied by `--fix`. */
  readonly safe: boolean;
  /** Each replaces what stands there. */
  readonly edits: readonly (JsonRange & { readonly text: string })[];
}

/** Problems for other programs, files in the order in which they were checked; piece by piece, since they may be many. */
export function* jsonReport(checked: readonly CheckedFile[], translate: Translate): Iterable<string> {
  const { version, files }: Omit<JsonReport, 'problems'> = { version: 1, files: checked.length };
  yield `{\n  "version": ${version},\n  "files": ${files},\n  "problems": [`;
  let before = '\n    ';
  for (const { file, problems } of checked)
    for (const problem of problems) {
      const row: JsonProblem = {
        file,
        ...rangeOf(problem),
        severity: problem.severity,
        rule: problem.rule,
        message: translate(problem.message),
        fixable: problem.fixes.length > 0,
        fixes: problem.fixes.map((fix) => fixOf(fix, translate)),
      };
      yield before + JSON.stringify(row);
      before = ',\n    ';
    }
  yield before.startsWith(',') ? '\n  ]\n}\n' : ']\n}\n';
}

function fixOf({ title, preferred, edits }: CheckedFix, translate: Translate): JsonFix {
  return {
    title: translate(title),
    safe: preferred,
    edits: edits.map((edit) => ({ ...rangeOf(edit), text: edit.text })),
  };
}

function rangeOf({ start, end }: { readonly start: Place; readonly end: Place }): JsonRange {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
