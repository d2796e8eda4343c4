import { type CodeAction, commands, l10n, Range, window, workspace } from 'vscode';
import type { Articles } from '../articles';

const KIND = 'source.fixAll.copydesk';

/** Does every fix of the active article that is safe to do without asking, as one step to undo. */
export async function fixAll(articles: Articles): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !articles.isArticle(document)) return;
  const whole = new Range(0, 0, document.lineCount, 0);
  const actions =
    (await commands.executeCommand<CodeAction[] | undefined>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
      KIND,
    )) ?? [];
  const edit = actions.find((action) => action.kind?.value.startsWith(KIND) && action.edit)?.edit;
  const fixed = edit !== undefined && (await workspace.applyEdit(edit));
  window.setStatusBarMessage(
    fixed ? l10n.t('Copydesk fixed what it could.') : l10n.t('Nothing here that Copydesk can fix by itself.'),
    4000,
  );
}
