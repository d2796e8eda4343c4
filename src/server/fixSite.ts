import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { AnnotatedTextEdit, TextDocumentEdit } from 'vscode-languageserver-types';
import { message } from '../base/message';
import { uriOf } from '../base/uris';
import { articlePaths } from '../catalog/build';
import { textEditOf } from '../features/lsp';
import type { FixSiteResult } from '../protocol/requests';
import type { Problem } from '../rules/rule';
import { safeEdits } from '../rules/safeEdits';
import { checkFile, eachInTurn } from './checkAll';
import { parsedOf } from './documents';
import type { Root } from './root';
import type { Served } from './served';

/** So many articles are changed at a time: more, nobody looks through. */
const AT_ONCE = 500;
const ANNOTATION = 'copydesk';

/**
 * Works out every fix in all articles that is safe without looking, and hands them to the editor, which asks before it writes anything. Texts of open
 * editors count before files, and carry their versions.
 * @param rule only of this one
 */
export async function fixSite(
  served: Served,
  rule: string | undefined,
  { token, progress }: { readonly token: CancellationToken; readonly progress: WorkDoneProgressReporter | undefined },
): Promise<FixSiteResult> {
  const { session, client, connection } = served;
  const files: { root: Root; path: string }[] = [];
  for (const root of session.allRoots())
    for (const path of (await articlePaths(root.files, root.site)) ?? []) files.push({ root, path });
  const changes: TextDocumentEdit[] = [];
  const say = client.translate;
  progress?.begin(say(message('Looking for what can be fixed')), 0, undefined, true);
  let more = 0;
  await eachInTurn(
    files,
    () => token.isCancellationRequested,
    async (file, done) => {
      const change = await changeOf(served, file, rule);
      if (change && changes.length < AT_ONCE) changes.push(change);
      else if (change) more++;
      progress?.report(Math.floor((done / files.length) * 100));
    },
  );
  progress?.done();
  const edits = changes.reduce((sum, change) => sum + change.edits.length, 0);
  if (token.isCancellationRequested || changes.length === 0) return { files: 0, edits: 0, more: 0, applied: false };
  const label = rule === undefined ? message('Fix all in the site') : message('Fix all “{0}” in the site', rule);
  const { applied } = await connection.workspace.applyEdit({
    label: say(label),
    edit: {
      documentChanges: changes,
      changeAnnotations: { [ANNOTATION]: { label: say(label), needsConfirmation: true } },
    },
  });
  return { files: changes.length, edits, more, applied };
}

async function changeOf(
  served: Served,
  { root, path }: { readonly root: Root; readonly path: string },
  rule: string | undefined,
): Promise<TextDocumentEdit | undefined> {
  const { session } = served;
  const open = [...session.all()].find((document) => document.root === root && document.path === path);
  const found = open
    ? { problems: session.problems(open), lines: parsedOf(open).lines, version: parsedOf(open).version }
    : { ...(await checkFile(served, { root, path })), version: null };
  const { lines, version } = found;
  const edits = safeEdits(
    (found.problems ?? []).filter((problem: Problem) => rule === undefined || problem.rule === rule),
  );
  if (edits.length === 0 || !lines) return undefined;
  const annotated = edits.map((edit): AnnotatedTextEdit => ({ ...textEditOf(lines, edit), annotationId: ANNOTATION }));
  return { textDocument: { uri: open?.uri ?? uriOf(root.uri, path), version }, edits: annotated };
}
