import { CodeActionKind, type Connection, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Log } from '../base/log';
import { isSimplifiedChinese, translator } from '../base/message';
import { FIX_ALL } from '../features/codeActions';
import { editorOptions } from '../protocol/requests';
import { followEditing } from './editing';
import { answerLanguage } from './language';
import type { Platform } from './platform';
import { ProjectDocuments } from './projectDocuments';
import { Publisher, type Send } from './publisher';
import { answerRequests } from './requests';
import { SchemaFiles } from './schemaFiles';
import { newClient, readiness, type Served } from './served';
import { Session } from './session';
import { warmUp } from './warmUp';
import { followWorkspace } from './workspace';

/** Connects an editor with a session. Everything that the server does begins here. */
export function serve(connection: Connection, platform: Platform): void {
  const log: Log = {
    info: (text) => connection.console.info(text),
    warn: (text) => connection.console.warn(text),
    error: (text) => connection.console.error(text),
  };
  const session = new Session(platform, log);
  const client = newClient();
  const send: Send = (uri, version, diagnostics) =>
    void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  const publisher = new Publisher(session, send, () => client.translate);
  const projects = new ProjectDocuments(session, send, () => client.translate);
  const schemas = new SchemaFiles(send, () => client.translate);
  const served: Served = { connection, session, publisher, projects, schemas, client, ready: readiness() };
  connection.onInitialize(async (params): Promise<InitializeResult> => {
    client.params = params;
    session.trusted = editorOptions(params.initializationOptions)?.trusted ?? false;
    if (isSimplifiedChinese(params.locale ?? ''))
      client.translate = translator((await import('../../l10n/bundle.l10n.zh-cn.json')).default);
    return { capabilities: CAPABILITIES, serverInfo: { name: 'copydesk' } };
  });
  let coolDown = (): void => {};
  void served.ready.promise.then(() => {
    coolDown = warmUp(() => publisher.isBusy());
  });
  connection.onShutdown(() => {
    coolDown();
    publisher.dispose();
    projects.dispose();
  });
  followWorkspace(served);
  followEditing(served);
  answerLanguage(served);
  answerRequests(served);
  connection.listen();
}

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: { triggerCharacters: [' ', '"', "'", '[', ',', '-', ':'] },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
