import { commands, l10n, languages, type Position, Uri, window, workspace } from 'vscode';

/** Shows the page of the rule behind the problem at the caret, which comes with the extension, beside the article. */
export async function explain(extensionUri: Uri): Promise<void> {
  const editor = window.activeTextEditor;
  const rule = editor && ruleAt(editor.document.uri, editor.selection.active);
  if (rule === undefined) {
    void window.showInformationMessage(l10n.t('There is no problem here. Put the caret on one first.'));
    return;
  }
  const page = Uri.joinPath(extensionUri, 'docs/rules', `${rule}.md`);
  await workspace.fs.stat(page);
  await commands.executeCommand('markdown.showPreviewToSide', page);
}

/** The rule of the problem at a place, else of one on its line. */
function ruleAt(uri: Uri, at: Position): string | undefined {
  const ours = languages.getDiagnostics(uri).filter(({ source }) => source === 'Copydesk');
  const problem =
    ours.find(({ range }) => range.contains(at)) ??
    ours.find(({ range }) => range.start.line <= at.line && at.line <= range.end.line);
  const code = typeof problem?.code === 'object' ? problem.code.value : problem?.code;
  return typeof code === 'string' && /^[a-z-]+$/.test(code) ? code : undefined;
}
