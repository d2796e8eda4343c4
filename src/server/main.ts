import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import type { Log } from '../base/log';
import { english, type Translate, translator } from '../base/message';
import { codeActions, FIX_ALL } from '../features/codeActions';
import { complete } from '../features/completion/complete';
import { hover } from '../features/hover';
import { spanOf } from '../features/lsp';
import { addressesOf, pictureAt, resolved } from '../features/pictures';
import { ARTICLE_STATE, type ArticleState } from '../protocol/requests';
import { type OpenDocument, parsedOf } from './documents';
import type { Platform } from './platform';
import { Publisher } from './publisher';
import { answerRequests } from './requests';
import type { Root } from './root';
import { Session } from './session';
import { watched } from './watching';

/** A hover waits so long for facts about a picture, in milliseconds. */
const PATIENCE = 300;

/** Connects an editor with a session. Everything that the server does begins here. */
export function serve(connection: Connection, platform: Platform): void {
  const log: Log = {
    info: (t) => connection.console.info(t),
    warn: (t) => connection.console.warn(t),
    error: (t) => connection.console.error(t),
  };
  const session = new Session(platform, log);
  let translate: Translate = english;
  let client: InitializeParams | undefined;
  const publisher = new Publisher(
    session,
    (uri, version, diagnostics) =>
      connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) }),
    () => translate,
  );
  const ready = readiness();

  connection.onInitialize((params): InitializeResult => {
    client = params;
    translate = /^zh\b/i.test(params.locale ?? '') ? translator(chinese) : english;
    return { capabilities: CAPABILITIES, serverInfo: { name: 'copydesk' } };
  });
  connection.onInitialized(async () => {
    await connect();
    ready.done();
    readCatalogs(session.allRoots());
  });
  connection.onShutdown(() => publisher.dispose());

  async function connect(): Promise<void> {
    const folders = client?.workspaceFolders ?? (client?.rootUri ? [{ uri: client.rootUri, name: '' }] : []);
    await Promise.all(folders.map((folder) => session.addFolder(folder.uri)));
    await configure();
    session.rehome();
    session.forgetProblems();
    publisher.all();
    for (const document of session.all()) tellState(document);
    const { workspace } = client?.capabilities ?? {};
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      register(connection.client.register(DidChangeConfigurationNotification.type, { section: 'copydesk' }));
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
      register(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watched() }));
    if (workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        for (const folder of removed) session.removeFolder(folder.uri);
        for (const folder of added) await session.addFolder(folder.uri);
        await configure();
        session.rehome();
        readCatalogs(session.allRoots());
        publisher.all();
      });
  }

  /** In the background; what is said of articles that name others may change when all are known. */
  function readCatalogs(roots: readonly Root[]): void {
    for (const root of roots)
      void root.readCatalog().then((whole) => {
        if (!whole) return;
        session.forgetProblems();
        publisher.all();
      });
  }

  /** An editor that does not grant it is served without. */
  function register(asked: Promise<unknown>): void {
    asked.catch((error: unknown) => log.warn(String(error)));
  }

  async function configure(): Promise<void> {
    if (!client?.capabilities.workspace?.configuration) return;
    const roots = session.allRoots();
    const raw: unknown[] = await connection.workspace.getConfiguration(
      roots.map((root) => ({ scopeUri: root.uri, section: 'copydesk' })),
    );
    const said = roots.flatMap((root, n) => session.configure(root, raw[n]));
    for (const text of new Set(said.map((problem) => translate(problem))))
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: text });
  }
  connection.onDidChangeConfiguration(async () => {
    await configure();
    session.forgetProblems();
    publisher.all();
  });

  function tellState(document: OpenDocument): void {
    const { article, lines, kind } = parsedOf(document);
    const { frontMatter } = article;
    const state: ArticleState = {
      uri: document.uri,
      article: kind !== undefined,
      frontMatterEnd:
        frontMatter.format === 'none' ? -1 : lines.placeAt(frontMatter.close?.start ?? frontMatter.content.end).line,
    };
    void connection.sendNotification(ARTICLE_STATE, state);
  }

  connection.onDidOpenTextDocument(async ({ textDocument }) => {
    session.open(textDocument);
    await ready.promise;
    const document = session.get(textDocument.uri);
    if (!document) return;
    tellState(document);
    publisher.soon(document);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const document = session.change(textDocument.uri, contentChanges, textDocument.version);
    if (!document || !ready.is()) return;
    publisher.soon(document);
    tellState(document);
  });
  connection.onDidSaveTextDocument(({ textDocument }) => {
    const document = session.get(textDocument.uri);
    if (document) publisher.rest(document);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    session.close(textDocument.uri);
    publisher.forget(textDocument.uri);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    await ready.promise;
    await watchedChanged(changes.map((change) => change.uri));
  });

  async function watchedChanged(uris: readonly string[]): Promise<void> {
    const { sites } = await session.refresh(uris);
    if (sites.length === 0) return;
    readCatalogs(sites);
    session.forgetProblems();
    publisher.all();
  }

  connection.onCompletion(async ({ textDocument, position }) => {
    await ready.promise;
    const document = session.get(textDocument.uri);
    if (!document) return null;
    const { article, lines, kind } = parsedOf(document);
    if (!kind) return null;
    const snippets = client?.capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false;
    const retrigger = isRecord(client?.initializationOptions) && client.initializationOptions['retrigger'] === true;
    return complete({
      article,
      lines,
      translate,
      offset: lines.offsetAt(position),
      world: session.worldOf(document.root),
      editor: { snippets, retrigger },
    });
  });

  connection.onHover(async ({ textDocument, position }) => {
    await ready.promise;
    const document = session.get(textDocument.uri);
    if (!document) return null;
    const { article, lines, kind } = parsedOf(document);
    if (!kind) return null;
    const { root, path } = document;
    const offset = lines.offsetAt(position);
    const picture = pictureAt(article, offset);
    if (picture) await session.lookAt(root, addressesOf(resolved(root.site, path, picture)), PATIENCE);
    return hover({ article, path, rootUri: root.uri, offset, lines, translate, world: session.worldOf(root) }) ?? null;
  });

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    await ready.promise;
    const document = session.get(textDocument.uri);
    if (!document) return null;
    const { lines, version } = parsedOf(document);
    return codeActions({
      uri: document.uri,
      version,
      lines,
      problems: session.problems(document),
      span: spanOf(lines, range),
      only: context.only ?? [],
      translate,
    });
  });

  answerRequests(connection, { session, publisher, translate: () => translate, ready: ready.promise });
  connection.listen();
}

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  completionProvider: { triggerCharacters: [' ', '"', "'", '[', ',', '-', ':'] },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

function readiness(): { readonly promise: Promise<void>; done(): void; is(): boolean } {
  let finish = (): void => {};
  let is = false;
  const promise = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    promise,
    done() {
      is = true;
      finish();
    },
    is: () => is,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
