import { type CodeAction, CodeActionKind, type TextDocumentEdit } from 'vscode-languageserver-types';
import type { Article } from '../article/article';
import type { Edit } from '../base/edit';
import type { Lines } from '../base/lines';
import { type Message, message, type Translate } from '../base/message';
import type { Span } from '../base/span';
import type { Problem } from '../rules/rule';
import { safeEdits } from '../rules/safeEdits';
import { fixingRules } from './fixingRules';
import { diagnosticOf, textEditOf } from './lsp';
import { allowing, disablings, type ProjectPlace } from './quieting';

/** The kind of "fix all in article", for `editor.codeActionsOnSave` too. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.copydesk`;

export interface FixRequest {
  readonly uri: string;
  readonly version: number;
  readonly article: Article;
  readonly lines: Lines;
  readonly problems: readonly Problem[];
  readonly span: Span;
  /** Kinds the editor asked for; empty: all. */
  readonly only: readonly string[];
  readonly translate: Translate;
  /** The project's own file, where it has one. */
  readonly project?: ProjectPlace;
  /** The editor's command that allows a key in its settings. */
  readonly allowKey?: string;
  /** The editor's command that shows the page of a rule. */
  readonly explainRule?: string;
}

/**
 * Quick fixes for the problems that touch the span, then ways to hear of them no more and to learn about them, and one action that applies every fix which
 * is safe without looking. Each names its problem: VS Code would put one that does not behind the others.
 */
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
  const { article, lines, problems, span, translate } = request;
  const here = problems.filter((p) => p.span.start <= span.end && p.span.end >= span.start);
  const about = (problem: Problem, actions: readonly CodeAction[]): CodeAction[] =>
    actions.map((action) => ({ ...action, diagnostics: [diagnosticOf(problem, { lines, translate })] }));
  const fixes = here.flatMap((problem) =>
    about(
      problem,
      problem.fixes.map((fix) => ({
        ...actionOf(request, fix.title, CodeActionKind.QuickFix, fix.edits),
        isPreferred: fix.preferred ?? false,
      })),
    ),
  );
  const ofRules = fixingRules(here, problems).flatMap(({ problem, title, edits }) =>
    about(problem, [actionOf(request, title, CodeActionKind.QuickFix, edits)]),
  );
  const { uri, project, allowKey: command } = request;
  const allowed = here.flatMap((problem) => about(problem, allowing(problem, { uri, project, command, translate })));
  const first = firstOfEachRule(here);
  const explained = first.flatMap((problem) => about(problem, explaining(problem, request)));
  // A comment that disables nothing is not disabled by another.
  const disabled = first
    .filter(({ rule }) => rule !== 'unused-disable')
    .flatMap((problem) =>
      about(
        problem,
        disablings(article, problem).map(({ title, edit }) =>
          actionOf(request, title, CodeActionKind.QuickFix, [edit]),
        ),
      ),
    );
  return [...fixes, ...ofRules, ...allowed, ...disabled, ...explained];
}

function explaining({ rule, message: said }: Problem, { explainRule: command, translate }: FixRequest): CodeAction[] {
  if (command === undefined) return [];
  const title = translate(message('Explain: {0}', rule));
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [rule, translate(said)] } }];
}

function firstOfEachRule(problems: readonly Problem[]): readonly Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) if (!first.has(problem.rule)) first.set(problem.rule, problem);
  return [...first.values()];
}

function actionOf(request: FixRequest, title: Message, kind: string, edits: readonly Edit[]): CodeAction {
  const change: TextDocumentEdit = {
    textDocument: { uri: request.uri, version: request.version },
    edits: edits.map((edit) => textEditOf(request.lines, edit)),
  };
  return { title: request.translate(title), kind, edit: { documentChanges: [change] } };
}
