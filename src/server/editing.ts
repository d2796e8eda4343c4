import { ARTICLE_STATE, type ArticleState } from '../protocol/requests';
import { keepClosed } from './checkAll';
import { type OpenDocument, parsedOf } from './documents';
import { isProjectDocument } from './projectDocuments';
import type { Served } from './served';

/** Follows what is opened, typed and closed. */
export function followEditing(served: Served): void {
  const { connection, session, publisher, projects, ready } = served;
  connection.onDidOpenTextDocument(async ({ textDocument }) => {
    if (isProjectDocument(textDocument.uri)) return projects.open(textDocument);
    session.open(textDocument);
    await ready.promise;
    const document = session.get(textDocument.uri);
    if (!document) return;
    tellState(served, document);
    publisher.soon(document);
    publisher.outdated();
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    if (isProjectDocument(textDocument.uri)) return projects.change(textDocument, contentChanges);
    const document = session.change(textDocument.uri, contentChanges, textDocument.version);
    if (!document || !ready.is()) return;
    publisher.soon(document);
    tellState(served, document);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    if (isProjectDocument(textDocument.uri)) return projects.close(textDocument.uri);
    session.close(textDocument.uri);
    publisher.forget(textDocument.uri);
    publisher.outdated();
    void keepClosed(served, textDocument.uri);
  });
}

/** Tells the editor whether a document is an article, for commands and suggestions. */
export function tellState({ connection }: Served, document: OpenDocument): void {
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
