import type { CodeAction, Position, Range } from 'vscode-languageserver-types';
import { uriOf } from '../base/uris';
import { codeActions } from '../features/codeActions';
import { complete } from '../features/completion/complete';
import { hover } from '../features/hover';
import { spanOf } from '../features/lsp';
import { addressesOf, pictureAt, resolved } from '../features/pictures';
import { completeProject, hoverProject, optionFixes, type ProjectText } from '../features/projectFile';
import type { ProjectPlace } from '../features/quieting';
import { ALLOW_KEY, EXPLAIN_RULE, editorOptions } from '../protocol/requests';
import { type OpenDocument, type Parsed, parsedOf } from './documents';
import type { Root } from './root';
import type { Client, Served } from './served';

/** A hover waits so long for facts about a picture, in milliseconds. */
const PATIENCE = 300;

/** Answers the requests of the Language Server Protocol. What is no article gets nothing. */
export function answerLanguage(served: Served): void {
  const { connection, session, client } = served;

  connection.onCompletion(async ({ textDocument, position }) => {
    const project = projectTextAt(served, textDocument.uri, position);
    if (project) return completeProject(project);
    const found = await articleAt(served, textDocument.uri);
    if (!found) return null;
    const { document, parsed } = found;
    return complete({
      article: parsed.article,
      lines: parsed.lines,
      translate: client.translate,
      offset: parsed.lines.offsetAt(position),
      world: session.worldOf(document.root, { path: document.path, article: parsed.article }),
      editor: editorOf(client),
    });
  });

  connection.onHover(async ({ textDocument, position }) => {
    const project = projectTextAt(served, textDocument.uri, position);
    if (project) return hoverProject(project) ?? null;
    const found = await articleAt(served, textDocument.uri);
    if (!found) return null;
    const { root, path } = found.document;
    const { article, lines } = found.parsed;
    const offset = lines.offsetAt(position);
    const picture = pictureAt(article, offset);
    if (picture) await session.lookAt(root, addressesOf(resolved(root.site, path, picture)), PATIENCE);
    const { translate } = client;
    return (
      hover({
        article,
        path,
        rootUri: root.uri,
        offset,
        lines,
        translate,
        world: session.worldOf(root, { path, article }),
      }) ?? null
    );
  });

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const project = projectFixesAt(served, textDocument.uri, range);
    if (project) return project;
    const found = await articleAt(served, textDocument.uri);
    if (!found) return null;
    const { document, parsed } = found;
    return codeActions({
      uri: document.uri,
      version: parsed.version,
      article: parsed.article,
      lines: parsed.lines,
      problems: session.problems(document),
      span: spanOf(parsed.lines, range),
      only: context.only ?? [],
      translate: client.translate,
      ...projectOf(served, document.root),
      ...commandsOf(client),
    });
  });
}

/** A place in a project's own file of YAML. Those of JSON are left to the editor, which has our schema of them. */
function projectTextAt({ projects, client }: Served, uri: string, position: Position): ProjectText | undefined {
  const document = projects.get(uri);
  if (!document || uri.endsWith('.json')) return undefined;
  return {
    text: document.getText(),
    offset: document.offsetAt(position),
    translate: client.translate,
    ...editorOf(client),
  };
}

/** Fixes for what is wrong in a project's own file, as it was last read. */
function projectFixesAt({ projects, session, client }: Served, uri: string, range: Range): CodeAction[] | undefined {
  const document = projects.get(uri);
  if (!document) return undefined;
  const { projectFile, uri: root } = session.placeOf(uri).root;
  if (projectFile.path === undefined || uriOf(root, projectFile.path) !== uri) return [];
  if (projectFile.text !== document.getText()) return [];
  return optionFixes({ file: projectFile, uri, version: document.version }, range, client.translate);
}

/** What the editor can do with suggestions. */
function editorOf({ params }: Client): { readonly snippets: boolean; readonly retrigger: boolean } {
  return {
    snippets: params?.capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false,
    retrigger: editorOptions(params?.initializationOptions)?.retrigger ?? false,
  };
}

/** The editor's own commands that an action may run. */
function commandsOf({ params }: Client): { allowKey?: string; explainRule?: string } {
  const { allowKey, explainRule } = editorOptions(params?.initializationOptions) ?? {};
  return { ...(allowKey && { allowKey: ALLOW_KEY }), ...(explainRule && { explainRule: EXPLAIN_RULE }) };
}

/** The project's file, in which an action may write. */
function projectOf({ projects }: Served, { uri: root, projectFile: file }: Root): { project?: ProjectPlace } {
  if (file.path === undefined) return {};
  const uri = uriOf(root, file.path);
  return { project: { file, uri, version: projects.get(uri)?.version ?? null } };
}

/** The open article of that URI, once the sites are known. */
async function articleAt(
  { session, ready }: Served,
  uri: string,
): Promise<{ readonly document: OpenDocument; readonly parsed: Parsed } | undefined> {
  await ready.promise;
  const document = session.get(uri);
  const parsed = document && parsedOf(document);
  return document && parsed?.kind ? { document, parsed } : undefined;
}
