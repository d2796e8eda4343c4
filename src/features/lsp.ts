import { type Diagnostic, DiagnosticSeverity, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { Edit } from '../base/edit';
import type { Lines } from '../base/lines';
import type { Translate } from '../base/message';
import type { Span } from '../base/span';
import { uriOf } from '../base/uris';
import type { OptionProblem } from '../project/options';
import type { Severity } from '../project/project';
import type { Problem } from '../rules/rule';
import { pageOf } from '../rules/run';
import type { SchemaProblem } from '../schema/readSchema';

/** An offset range as lines and UTF-16 columns. */
export function rangeOf(lines: Lines, span: Span): Range {
  return { start: lines.placeAt(span.start), end: lines.placeAt(span.end) };
}

/** The offsets of a range of the editor's. */
export function spanOf(lines: Lines, range: Range): Span {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}

/** An edit as the protocol has it. */
export function textEditOf(lines: Lines, edit: Edit): TextEdit {
  return { range: rangeOf(lines, edit.span), newText: edit.text };
}

export interface DiagnosticContext {
  readonly lines: Lines;
  readonly translate: Translate;
  /** Root of the site, when the editor can lead from a problem to other articles. */
  readonly rootUri?: string | undefined;
}

/** A problem as the editor shows it. An empty span stays empty: VS Code itself draws it under the next character. */
export function diagnosticOf(problem: Problem, { lines, translate, rootUri }: DiagnosticContext): Diagnostic {
  const related = rootUri === undefined ? [] : (problem.related ?? []);
  return {
    range: rangeOf(lines, problem.span),
    severity: severityOf(problem.severity),
    source: 'Copydesk',
    code: problem.rule,
    codeDescription: { href: pageOf(problem.rule) },
    message: translate(problem.message),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ path, message }) => ({
        location: { uri: uriOf(rootUri ?? '', path), range: START },
        message: translate(message),
      })),
    }),
  };
}

/** What is said of another article is said of all of it. */
const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What is wrong in a project's own file. */
export function optionDiagnostic({ span, message }: OptionProblem, lines: Lines, translate: Translate): Diagnostic {
  return {
    range: rangeOf(lines, span),
    severity: DiagnosticSeverity.Warning,
    source: 'Copydesk',
    message: translate(message),
  };
}

/** What is wrong in a schema. */
export function schemaDiagnostic(
  { span, message, severity }: SchemaProblem,
  lines: Lines,
  translate: Translate,
): Diagnostic {
  return {
    range: rangeOf(lines, span),
    severity: severityOf(severity),
    source: 'Copydesk',
    message: translate(message),
  };
}

function severityOf(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
    default:
      return severity satisfies never;
  }
}
