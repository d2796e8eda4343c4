import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { keepClosed } from './checkAll';
import { tellState } from './editing';
import type { Root } from './root';
import type { Served } from './served';
import { watched } from './watching';

/** Follows the folders, the settings and the files on disk. */
export function followWorkspace(served: Served): void {
  const { connection, session, projects, schemas, ready } = served;
  projects.onRead = () => {
    judgeAgain(served);
    for (const root of session.allRoots()) readChosen(served, root);
  };
  session.onSchema = (root) => {
    void schemas.publish(root);
    judgeAgain(served);
  };
  connection.onInitialized(async () => {
    await connect(served);
    ready.done();
    readCatalogs(served, session.allRoots());
  });
  connection.onDidChangeConfiguration(async () => {
    await configure(served);
    judgeAgain(served);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    await ready.promise;
    for (const { uri, type } of changes) if (type === FileChangeType.Deleted) projects.deleted(uri);
    const read = await session.refresh(changes.map((change) => change.uri));
    for (const uri of read.articles) await keepClosed(served, uri);
    for (const root of read.projects) projects.publish(root);
    for (const root of new Set([...read.projects, ...read.schemas])) {
      readChosen(served, root);
      void schemas.publish(root);
    }
    if (read.sites.length > 0) readCatalogs(served, read.sites);
    if (read.sites.length + read.projects.length + read.schemas.length > 0) judgeAgain(served);
  });
}

async function connect(served: Served): Promise<void> {
  const { connection, session, client } = served;
  const folders = client.params?.workspaceFolders ?? (client.params?.rootUri ? [{ uri: client.params.rootUri }] : []);
  await Promise.all(folders.map((folder) => session.addFolder(folder.uri)));
  await configure(served);
  session.rehome();
  await served.projects.rehome();
  for (const root of session.allRoots()) readChosen(served, root);
  judgeAgain(served);
  for (const document of session.all()) tellState(served, document);
  const { workspace } = client.params?.capabilities ?? {};
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    register(served, connection.client.register(DidChangeConfigurationNotification.type, { section: 'copydesk' }));
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
    register(served, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watched() }));
  if (workspace?.workspaceFolders) followFolders(served);
}

function followFolders(served: Served): void {
  const { connection, session } = served;
  connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
    for (const root of session.allRoots()) {
      served.projects.forget(root);
      served.schemas.forget(root);
    }
    for (const folder of removed) session.removeFolder(folder.uri);
    for (const folder of added) await session.addFolder(folder.uri);
    await configure(served);
    session.rehome();
    await served.projects.rehome();
    readCatalogs(served, session.allRoots());
    judgeAgain(served);
    for (const document of session.all()) tellState(served, document);
  });
}

/** In the background: schemas that the project chooses and that cannot be had are told where it chooses them. */
function readChosen({ projects }: Served, root: Root): void {
  void root.readChosen().then((changed) => {
    if (changed) projects.publish(root);
  });
}

/** An editor that does not grant it is served without. */
function register({ session }: Served, asked: Promise<unknown>): void {
  asked.catch((error: unknown) => session.log.warn(String(error)));
}

/** In the background; what is said of articles that name others may change when all are known. */
function readCatalogs(served: Served, roots: readonly Root[]): void {
  for (const root of roots)
    void root.readCatalog().then((whole) => {
      if (whole) judgeAgain(served);
    });
}

/** What surrounds the open documents changed. */
function judgeAgain({ session, publisher }: Served): void {
  session.forgetProblems();
  publisher.all();
}

async function configure({ connection, session, client }: Served): Promise<void> {
  if (!client.params?.capabilities.workspace?.configuration) return;
  const roots = session.allRoots();
  const raw: unknown[] = await connection.workspace.getConfiguration(
    roots.map((root) => ({ scopeUri: root.uri, section: 'copydesk' })),
  );
  const said = roots.flatMap((root, n) => session.configure(root, raw[n]));
  for (const message of new Set(said.map((problem) => client.translate(problem))))
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}
