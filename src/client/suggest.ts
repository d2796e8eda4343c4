import {
  CompletionItem,
  commands,
  Disposable,
  type Position,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditorSelectionChangeEvent,
  TextEditorSelectionChangeKind,
  window,
  workspace,
} from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';
import type { Articles } from './articles';
import { shouldAsk } from './asking';

/** What was just put into the document, until the caret tells whether a hand on the keyboard did it. */
interface Typed {
  readonly document: TextDocument;
  readonly version: number;
  readonly line: number;
  readonly text: string;
}

/** The last time we asked VS Code to suggest something. */
export interface LastAsk {
  document: TextDocument | undefined;
  version: number;
}

/**
 * VS Code offers nothing by itself while typing Markdown. Within front matter we ask it to, as if the editor had it on;
 * no setting is touched, and in the body nothing happens.
 * @param last is told of every asking
 */
export function suggestInFrontMatter(articles: Articles, last: LastAsk): Disposable {
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
    if (caret.active.line !== just.line || !wanted(just, caret.active)) return;
    Object.assign(last, { document: just.document, version: just.version });
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

/**
 * When we asked and the server knows nothing to offer, VS Code would go on to offer words of the text. An item that
 * matches nothing keeps it from that: it spans the line up to the caret, and no line is like its filter.
 */
export function withoutWords(last: LastAsk): CompletionMiddleware {
  return {
    async provideCompletionItem(document, position, context, token, next) {
      const result = await next(document, position, context, token);
      const found = Array.isArray(result) ? result : (result?.items ?? []);
      if (found.length > 0 || last.document !== document || last.version !== document.version) return result;
      if (position.character === 0) return result;
      const nothing = new CompletionItem(' ');
      nothing.range = new Range(position.line, 0, position.line, position.character);
      nothing.filterText = '\u0000';
      return [nothing];
    },
  };
}
