import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Desk } from './activate';
import { startDesk } from './desk';

declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[2];

/** Starts the language server in a web worker. */
export function openDesk(context: ExtensionContext): Desk {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  return startDesk(context, (options) => new LanguageClient('copydesk', 'Copydesk', new Worker(script), options));
}
