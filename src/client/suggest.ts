import {
  commands,
  Disposable,
  type Position,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditorSelectionChangeEvent,
  TextEditorSelectionChangeKind,
  window,
  workspace,
} from 'vscode';
import type { Articles } from './articles';
import { shouldAsk } from './asking';

/** What was just put into the document, until the caret tells whether a hand on the keyboard did it. */
interface Typed {
  readonly document: TextDocument;
  readonly version: number;
  readonly line: number;
  readonly text: string;
}

/**
 * VS Code offers nothing by itself while typing Markdown. Within front matter we ask it to, as if the editor had it on;
 * no setting is touched, and in the body nothing happens.
 */
export function suggestInFrontMatter(articles: Articles): Disposable {
  let typed: Typed | undefined;
  const changed = (event: TextDocumentChangeEvent) => {
    typed = typedInFrontMatter(event, articles);
  };
  const moved = ({ textEditor, kind, selections }: TextEditorSelectionChangeEvent) => {
    const just = typed;
    if (!just || just.document !== textEditor.document || just.version !== textEditor.document.version) return;
    typed = undefined;
    const caret = selections[0];
    if (kind !== TextEditorSelectionChangeKind.Keyboard || selections.length !== 1 || !caret?.isEmpty) return;
    if (caret.active.line === just.line && wanted(just, caret.active))
      // "auto" keeps "No suggestions" away; with the list already open VS Code ignores this.
      void commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  };
  return Disposable.from(workspace.onDidChangeTextDocument(changed), window.onDidChangeTextEditorSelection(moved));
}

function typedInFrontMatter(event: TextDocumentChangeEvent, articles: Articles): Typed | undefined {
  const { document, contentChanges, reason } = event;
  const change = contentChanges[0];
  if (!change || contentChanges.length !== 1 || reason !== undefined) return undefined; // several carets, or undo
  if (document !== window.activeTextEditor?.document || !articles.isArticle(document)) return undefined;
  const line = change.range.start.line;
  if (line < 1 || line >= articles.frontMatterEnd(document)) return undefined;
  return { document, version: document.version, line, text: change.text };
}

function wanted({ document, text }: Typed, caret: Position): boolean {
  const line = document.lineAt(caret.line).text;
  const above = (back: number) => {
    const at = caret.line - back;
    return at > 0 ? document.lineAt(at).text : undefined;
  };
  return shouldAsk({ text, before: line.slice(0, caret.character), above });
}
