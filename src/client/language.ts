import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Desk } from './activate';
import { startDesk } from './desk';

/** Starts the language server in a process of its own. */
export function openDesk(context: ExtensionContext): Desk {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=0'] } };
  return startDesk(context, (options) => new LanguageClient('copydesk', 'Copydesk', { run, debug }, options));
}
