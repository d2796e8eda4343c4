import { type CodeAction, CodeActionKind, type TextDocumentEdit } from 'vscode-languageserver-types';
import type { Edit } from '../base/edit';
import type { Lines } from '../base/lines';
import { type Message, message, type Translate } from '../base/message';
import type { Span } from '../base/span';
import type { Problem } from '../rules/rule';
import { diagnosticOf, textEditOf } from './lsp';

/** The kind of "fix all in article", for `editor.codeActionsOnSave` too. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.copydesk`;

export interface FixRequest {
  readonly uri: string;
  readonly version: number;
  readonly lines: Lines;
  readonly problems: readonly Problem[];
  readonly span: Span;
  /** Kinds the editor asked for; empty: all. */
  readonly only: readonly string[];
  readonly translate: Translate;
}

/** Quick fixes for the problems that touch the span, and one action that applies every fix which is safe without looking. */
export function codeActions(request: FixRequest): CodeAction[] {
  const wanted = (kind: string): boolean =>
    request.only.length === 0 || request.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = wanted(CodeActionKind.QuickFix) ? quickFixes(request) : [];
  const fixes = safeEdits(request.problems);
  if (fixes.length > 0 && wanted(FIX_ALL)) {
    actions.push(actionOf(request, message('Fix all in article'), FIX_ALL, fixes));
  }
  return actions;
}

function quickFixes(request: FixRequest): CodeAction[] {
  const { lines, problems, span, translate } = request;
  const here = problems.filter((p) => p.span.start <= span.end && p.span.end >= span.start);
  return here.flatMap((problem) =>
    problem.fixes.map((fix) => ({
      ...actionOf(request, fix.title, CodeActionKind.QuickFix, fix.edits),
      diagnostics: [diagnosticOf(problem, lines, translate)],
      isPreferred: fix.preferred ?? false,
    })),
  );
}

/** Edits of the preferred fixes, in order of position; of two fixes that overlap the first wins and the other waits for the next round. */
export function safeEdits(problems: readonly Problem[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const problem of problems) {
    const fix = problem.fixes.find((f) => f.preferred);
    if (!fix || fix.edits.some((edit) => isTaken(taken, edit))) continue;
    for (const edit of fix.edits) taken.splice(placeIn(taken, edit), 0, edit);
  }
  return taken;
}

/** Index of the first edit that stands behind this one. */
function placeIn(taken: readonly Edit[], { span }: Edit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = taken[middle]!.span;
    if (other.start < span.start || (other.start === span.start && other.end <= span.end)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Edits that were taken are apart from each other, so only the neighbours can overlap; two, since one may be empty. */
function isTaken(taken: readonly Edit[], edit: Edit): boolean {
  const at = placeIn(taken, edit);
  return taken.slice(Math.max(0, at - 2), at + 2).some((other) => overlap(edit.span, other.span));
}

function overlap(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}

function actionOf(request: FixRequest, title: Message, kind: string, edits: readonly Edit[]): CodeAction {
  const change: TextDocumentEdit = {
    textDocument: { uri: request.uri, version: request.version },
    edits: edits.map((edit) => textEditOf(request.lines, edit)),
  };
  return { title: request.translate(title), kind, edit: { documentChanges: [change] } };
}
