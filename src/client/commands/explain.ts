import { l10n, languages, type Position, type Uri, window } from 'vscode';
import { text } from '../../protocol/shape';
import type { RulePages } from '../rulePages';

/** Shows the page of the rule behind the problem at the caret beside the article. */
export async function explain(pages: RulePages): Promise<void> {
  const editor = window.activeTextEditor;
  const problem = editor && problemAt(editor.document.uri, editor.selection.active);
  if (problem) return pages.show(problem.rule, problem.message);
  void window.showInformationMessage(l10n.t('There is no problem here. Put the caret on one first.'));
}

/** The same for a problem that the lightbulb names. */
export function explainRule(pages: RulePages, rule: unknown, message: unknown): Promise<void> {
  const [id, said] = [text(rule), text(message)];
  if (id === undefined || said === undefined) throw new Error('The command needs a rule and what it says.');
  return pages.show(id, said);
}

/** The problem at a place, else one on its line. */
function problemAt(uri: Uri, at: Position): { readonly rule: string; readonly message: string } | undefined {
  const ours = languages.getDiagnostics(uri).filter(({ source }) => source === 'Copydesk');
  const problem =
    ours.find(({ range }) => range.contains(at)) ??
    ours.find(({ range }) => range.start.line <= at.line && at.line <= range.end.line);
  const code = typeof problem?.code === 'object' ? problem.code.value : problem?.code;
  return problem && typeof code === 'string' ? { rule: code, message: problem.message } : undefined;
}
