import { l10n, Uri, type Webview } from 'vscode';
import { policyOf } from './policy';

/** Address of the folder with the bundled script and style of the page. */
export function distOf(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist');
}

/**
 * The empty page: no script but ours runs, nothing is loaded but pictures. Articles come later, as messages.
 * @param nonce fresh for every page
 */
export function pageOf(webview: Webview, extensionUri: Uri, nonce: string): string {
  const dist = distOf(extensionUri);
  const at = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
  const missing = escapeAttribute(l10n.t('This picture does not load'));
  const nowhere = escapeAttribute(l10n.t('This picture has no address'));
  const retry = escapeAttribute(l10n.t('Click to try again'));
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(webview.cspSource, nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${at('preview.css')}">
</head>
<body data-missing="${missing}" data-nowhere="${nowhere}" data-retry="${retry}">
<div id="failure" role="status" hidden><strong></strong><span></span></div>
<div id="page"></div>
<script nonce="${nonce}" src="${at('preview.js')}"></script>
</body>
</html>`;
}

/** 32 hexadecimal digits that nobody can guess. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
