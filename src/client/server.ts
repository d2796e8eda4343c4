import { type CancellationToken, commands, type LogOutputChannel, l10n, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import type { EditorOptions } from '../protocol/requests';
import type { Parse } from '../protocol/shape';
import { restartUnlessHopeless } from './crashes';
import { SERVED } from './names';

/** One question of ours to the server. */
export interface Question<T> {
  readonly method: string;
  readonly params?: object;
  /** Reads the answer. */
  readonly answer: Parse<T>;
  readonly token?: CancellationToken;
}

/** The language server, as the rest of the client sees it. */
export interface Server {
  readonly log: LogOutputChannel;
  /** Waits until the server has started. Throws when it cannot, and when the answer is not what was agreed. */
  ask<T>(question: Question<T>): Promise<T>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The client and what it needs to survive a crash of the server. */
export function clientOf(make: MakeClient, log: LogOutputChannel, middleware: Middleware): BaseLanguageClient {
  const client: BaseLanguageClient = make({
    documentSelector: SERVED,
    initializationOptions: (): EditorOptions => ({
      retrigger: true,
      allowKey: true,
      explainRule: true,
      trusted: workspace.isTrusted,
    }),
    outputChannel: log,
    middleware,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: restartUnlessHopeless({
      hadStarted: () => client.isRunning(),
      tell: () => void tellOfTheEnd(log),
    }),
    initializationFailedHandler: () => false,
  });
  // What the client would put before the editor, in English and more than once, goes to the log.
  const write = client.error.bind(client);
  client.error = (message, data) => write(message, data, false);
  return client;
}

async function tellOfTheEnd(log: LogOutputChannel): Promise<void> {
  const restart = l10n.t('Start Again');
  const show = l10n.t('Show Log');
  const text = l10n.t('Copydesk has stopped and is not started again by itself. The log says why.');
  const choice = await window.showErrorMessage(text, restart, show);
  if (choice === restart) await commands.executeCommand('copydesk.restartServer');
  if (choice === show) log.show();
}

/** The server behind a client. A restart keeps the client and what listens to it. */
export function serverOf(client: BaseLanguageClient, log: LogOutputChannel): Server {
  return {
    log,
    async ask({ method, params, answer, token }) {
      const value: unknown = await client.sendRequest(method, params ?? {}, token);
      const parsed = answer(value);
      if (parsed === undefined) throw new Error(`The answer to ${method} is not what was agreed.`);
      return parsed;
    },
    async restart() {
      // A client that failed to start, or is already down, cannot be stopped.
      await client.stop().catch(() => undefined);
      await client.start();
    },
    stop: () => (client.needsStop() ? client.stop() : Promise.resolve()),
  };
}
