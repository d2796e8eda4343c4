import {
  Disposable,
  env,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { externalLink, type FromPreview, previewState } from '../../protocol/preview';
import type { Articles } from '../articles';
import { PREVIEW } from '../names';
import type { Server } from '../server';
import { type PreviewPanel, panelOf } from './panel';
import { showAtTop, topOf } from './places';

/** How long the editor's own scrolling is not sent back to the page that caused it, in milliseconds. */
const ECHO = 300;

export interface Preview extends Disposable {
  /** Opens the preview beside the active article, or brings it forward. */
  open(): Promise<void>;
  /** Goes on in a panel that VS Code kept over a reload of the window. */
  restore(panel: WebviewPanel, state: unknown): void;
}

interface Surroundings {
  readonly server: Server;
  readonly articles: Articles;
  readonly extensionUri: Uri;
}

/** One panel that follows the active article. */
export function previewOf({ server, articles, extensionUri }: Surroundings): Preview {
  let current: PreviewPanel | undefined;
  let quietUntil = 0;
  const scroll = (editor: TextEditor) => {
    const top = topOf(editor);
    if (top !== undefined && followsScrolling(editor)) current?.scroll(top);
  };
  const start = (panel: WebviewPanel, uri: string, line: number) => {
    current?.panel.dispose();
    const heard = (message: FromPreview) => {
      if (message.type === 'scrolled') quietUntil = Date.now() + ECHO;
      void answer(message, started);
    };
    const started = panelOf({ panel, server, extensionUri, uri, line, heard });
    current = started;
    panel.onDidDispose(() => {
      if (current === started) current = undefined;
    });
  };
  const follow = (editor: TextEditor | undefined) => {
    if (!current || !editor || !articles.isArticle(editor.document)) return;
    current.show(editor.document.uri.toString());
    scroll(editor);
  };
  const listening = Disposable.from(
    window.onDidChangeActiveTextEditor(follow),
    articles.onDidChange((uri) => {
      const editor = window.activeTextEditor;
      if (current?.shown() === uri) current.refresh();
      else if (editor?.document.uri.toString() === uri) follow(editor);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === current?.shown()) current.refresh();
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (textEditor.document.uri.toString() === current?.shown() && Date.now() >= quietUntil) scroll(textEditor);
    }),
  );
  return {
    async open() {
      const editor = window.activeTextEditor;
      if (current) current.panel.reveal(undefined, true);
      if (!editor || !articles.isArticle(editor.document)) return;
      if (current) return follow(editor);
      const where = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      start(window.createWebviewPanel(PREVIEW, 'Copydesk', where), editor.document.uri.toString(), 0);
    },
    restore(panel, state) {
      const kept = previewState(state);
      if (kept) start(panel, kept.uri, kept.line);
      else panel.dispose();
    },
    // The panel stays: VS Code keeps it over a reload of the window.
    dispose: () => listening.dispose(),
  };
}

/** Does what the page asks. */
async function answer(message: FromPreview, { shown, scroll }: PreviewPanel): Promise<void> {
  switch (message.type) {
    case 'ready': {
      const editor = editorOf(shown());
      const top = editor && followsScrolling(editor) ? topOf(editor) : undefined;
      if (top !== undefined) scroll(top);
      return;
    }
    case 'open':
      return openAt(shown(), message.line);
    case 'scrolled': {
      const editor = editorOf(shown());
      if (editor && followsScrolling(editor)) showAtTop(editor, message.line);
      return;
    }
    case 'link': {
      const href = externalLink(message.href);
      if (href !== undefined) await env.openExternal(Uri.parse(href));
      return;
    }
    default:
      return message satisfies never;
  }
}

function followsScrolling({ document }: TextEditor): boolean {
  return workspace.getConfiguration('copydesk', document).get('preview.followScroll') !== false;
}

function editorOf(uri: string): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
}

async function openAt(uri: string, line: number): Promise<void> {
  const viewColumn = editorOf(uri)?.viewColumn ?? ViewColumn.One;
  const editor = await window.showTextDocument(Uri.parse(uri), { viewColumn });
  const at = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1)).range.start;
  editor.selection = new Selection(at, at);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
