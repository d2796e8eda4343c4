import { l10n, Uri, type WebviewPanel, workspace } from 'vscode';
import { type FromPreview, fromPreview, type ToPreview } from '../../protocol/preview';
import { RENDER, renderResult } from '../../protocol/requests';
import type { Server } from '../server';
import { newestOnly } from './newestOnly';
import { distOf, newNonce, pageOf } from './page';

/** Milliseconds between two renderings while someone types. */
const GAP = 40;

export interface PreviewPanel {
  readonly panel: WebviewPanel;
  /** Address of the article that is shown. */
  shown(): string;
  show(uri: string): void;
  /** Renders again what is shown; of many calls in a row only the newest counts. */
  refresh(): void;
  /** @param line place in the source, `3.5` for the middle of line 3 */
  scroll(line: number): void;
}

export interface PanelParts {
  readonly panel: WebviewPanel;
  readonly server: Server;
  readonly extensionUri: Uri;
  readonly uri: string;
  /** The place to begin at, as in `scroll`. */
  readonly line: number;
  /** What the page asks of the editor. */
  readonly heard: (message: FromPreview) => void;
}

/** Fills a panel with the page and keeps it in step with one article at a time. */
export function panelOf({ panel, server, extensionUri, uri, line, heard }: PanelParts): PreviewPanel {
  const { webview } = panel;
  let shown = uri;
  let place = line;
  let placed = false; // whether the page shows this article, so that there is something to scroll
  const roots = [distOf(extensionUri), ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri)];
  webview.options = { enableScripts: true, localResourceRoots: roots };
  panel.iconPath = Uri.joinPath(extensionUri, 'media/icon.png');
  const post = (message: ToPreview) => void webview.postMessage(message);
  const refresh = newestOnly(async () => {
    if (!panel.visible) return; // the page asks again when it comes back
    const asked = shown;
    const { message, title } = await rendered(server, panel, asked);
    if (asked !== shown) return refresh();
    if (title !== undefined) panel.title = l10n.t('Preview: {0}', title);
    post(message);
    if (!placed) post({ type: 'scroll', line: place });
    placed = true;
  }, GAP);
  webview.onDidReceiveMessage((raw: unknown) => {
    const message = fromPreview(raw);
    if (!message) return;
    if (message.type === 'scrolled') place = message.line;
    heard(message);
    if (message.type !== 'ready') return;
    placed = false;
    refresh();
  });
  webview.html = pageOf(webview, extensionUri, newNonce());
  return {
    panel,
    shown: () => shown,
    show(next) {
      if (next === shown) return;
      shown = next;
      place = 0;
      placed = false;
      refresh();
    },
    refresh,
    scroll(to) {
      place = to;
      if (placed) post({ type: 'scroll', line: to });
    },
  };
}

interface Rendered {
  readonly message: ToPreview;
  readonly title?: string;
}

async function rendered(server: Server, { webview }: WebviewPanel, uri: string): Promise<Rendered> {
  try {
    // An article that is in no editor any more is open again, so that the server knows its text.
    const { lineCount: lines } = await workspace.openTextDocument(Uri.parse(uri));
    const { version, html, title, language, rootUri } = await server.ask({
      method: RENDER,
      params: { uri },
      answer: renderResult,
    });
    const base = rootUri === undefined ? '' : webview.asWebviewUri(Uri.parse(rootUri)).toString();
    return { title, message: { type: 'render', uri, version, html, language, base, lines } };
  } catch (error) {
    server.log.error(error instanceof Error ? error : String(error));
    const detail = error instanceof Error ? error.message : String(error);
    return { message: { type: 'failed', text: l10n.t('This article cannot be shown just now.'), detail } };
  }
}
