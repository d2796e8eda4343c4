import type { AnnotatedTextEdit, TextDocumentEdit } from 'vscode-languageserver-types';
import type { Lines } from '../base/lines';
import { message } from '../base/message';
import { uriOf } from '../base/uris';
import { articlePaths } from '../catalog/build';
import { textEditOf } from '../features/lsp';
import type { FixableRule, FixSiteParams, FixSiteResult } from '../protocol/requests';
import { all } from '../rules/all';
import type { Problem } from '../rules/rule';
import { safeEdits } from '../rules/safeEdits';
import { checkFile, type Place } from './checkAll';
import { parsedOf } from './documents';
import { eachInTurn, type LongWork } from './inTurn';
import type { Served } from './served';

/** So many articles are changed at a time: more, nobody looks through. */
const AT_ONCE = 500;
const ANNOTATION = 'copydesk';
const ASK = 'copydesk-ask';

/** The rules with fixes that are safe without looking, and the articles that have them; first the rule with most. */
export async function fixable(served: Served, work: LongWork): Promise<FixableRule[]> {
  const urisOf = new Map<string, Set<string>>();
  await eachInTurn(
    await everyArticle(served),
    { ...work, title: message('Looking for what can be fixed') },
    async (place) => {
      const { uri, problems } = await textOf(served, place);
      for (const { rule, fixes } of problems) {
        if (!fixes.some((fix) => fix.preferred)) continue;
        const uris = urisOf.get(rule);
        if (uris) uris.add(uri);
        else urisOf.set(rule, new Set([uri]));
      }
    },
  );
  const summaries = new Map(all.map(({ id, summary }) => [id, summary]));
  const rules = [...urisOf].map(([rule, uris]): FixableRule => {
    const summary = summaries.get(rule);
    return { rule, summary: summary ? work.translate(summary) : '', uris: [...uris] };
  });
  return rules.sort((a, b) => b.uris.length - a.uris.length || (a.rule < b.rule ? -1 : 1));
}

/**
 * Works out every fix in all articles that is safe without looking, and hands them to the editor, which asks before it writes anything. Texts of open
 * editors count before files, and carry their versions.
 */
export async function fixSite(served: Served, { rule, uris }: FixSiteParams, work: LongWork): Promise<FixSiteResult> {
  const changes: TextDocumentEdit[] = [];
  let more = 0;
  const places = uris ? placesOf(served, uris) : await everyArticle(served);
  await eachInTurn(places, { ...work, title: message('Working out the fixes') }, async (place) => {
    const change = await changeOf(served, place, rule);
    if (change && changes.length < AT_ONCE) changes.push(change);
    else if (change) more++;
  });
  const edits = changes.reduce((sum, change) => sum + change.edits.length, 0);
  if (work.token.isCancellationRequested || changes.length === 0)
    return { files: 0, edits: 0, more: 0, applied: false };
  const title = rule === undefined ? message('Fix all in the site') : message('Fix all “{0}” in the site', rule);
  const label = work.translate(title);
  // VS Code leaves the box of everything unticked that itself wants a confirmation. So that is a file which is there anyway, and not shown.
  const ask = {
    kind: 'create' as const,
    uri: changes[0]?.textDocument.uri ?? '',
    options: { ignoreIfExists: true },
    annotationId: ASK,
  };
  const { applied } = await served.connection.workspace.applyEdit({
    label,
    edit: {
      documentChanges: [ask, ...changes],
      changeAnnotations: { [ANNOTATION]: { label }, [ASK]: { label, needsConfirmation: true } },
    },
    // As after a renaming, the editor saves them by itself where it is set to: nobody wants hundreds of unsaved tabs.
    metadata: { isRefactoring: true },
  });
  return { files: changes.length, edits, more, applied };
}

/** What is not in the workspace is left alone. */
function placesOf({ session }: Served, uris: readonly string[]): Place[] {
  const roots = session.allRoots();
  return uris.map((uri) => session.placeOf(uri)).filter(({ root }) => roots.includes(root));
}

async function everyArticle({ session }: Served): Promise<Place[]> {
  const places: Place[] = [];
  for (const root of session.allRoots())
    for (const path of (await articlePaths(root.files, root.site)) ?? []) places.push({ root, path });
  return places;
}

interface Text {
  readonly uri: string;
  readonly problems: readonly Problem[];
  /** Undefined when it is no article. */
  readonly lines: Lines | undefined;
  /** Null when it is not open. */
  readonly version: number | null;
}

async function textOf(served: Served, { root, path }: Place): Promise<Text> {
  const { session } = served;
  const open = session.openAt(root, path);
  if (open) {
    const { lines, version } = parsedOf(open);
    return { uri: open.uri, problems: session.problems(open), lines, version };
  }
  const checked = await checkFile(served, { root, path });
  return { uri: uriOf(root.uri, path), problems: checked?.problems ?? [], lines: checked?.lines, version: null };
}

async function changeOf(served: Served, place: Place, rule: string | undefined): Promise<TextDocumentEdit | undefined> {
  const { uri, problems, lines, version } = await textOf(served, place);
  if (!lines) return undefined;
  const edits = safeEdits(problems.filter((problem) => rule === undefined || problem.rule === rule));
  if (edits.length === 0) return undefined;
  const annotated = edits.map((edit): AnnotatedTextEdit => ({ ...textEditOf(lines, edit), annotationId: ANNOTATION }));
  return { textDocument: { uri, version }, edits: annotated };
}
