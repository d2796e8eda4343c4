import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { articleOf } from '../article/articleOf';
import { fieldOf } from '../article/frontMatter';
import { schemaCommentOf } from '../article/schemaComment';
import { type Lines, linesOf } from '../base/lines';
import { message } from '../base/message';
import { uriOf } from '../base/uris';
import { articlePaths } from '../catalog/build';
import { diagnosticOf } from '../features/lsp';
import type { CheckAllResult } from '../protocol/requests';
import type { Problem } from '../rules/rule';
import { problemsOf } from '../rules/run';
import type { Root } from './root';
import type { Served } from './served';

/** A file that is not open, checked as it is on disk. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly lines: Lines;
}

/** Checks a file from disk; undefined when it is not an article or cannot be read. */
export async function checkFile({ session }: Served, { root, path }: ClosedFile): Promise<Checked | undefined> {
  const bytes = await root.files.read(path);
  if (!bytes) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const article = articleOf(text, root.site.dialect);
  const kind = root.kindOf(path, fieldOf(article.frontMatter, 'title') !== undefined);
  if (!kind) return undefined;
  await root.schemas.readyFor(path, schemaCommentOf(article)?.address);
  const world = session.worldOf(root, { path, article });
  return { problems: problemsOf({ article, path, kind, world }), lines: linesOf(text) };
}

/** How many files are checked before the editor's other requests get a turn. */
const BATCH = 25;

/** Paths one after the other; between batches other requests are answered. `each` is called with the number done so far. */
export async function eachInTurn<T>(
  items: readonly T[],
  cancelled: () => boolean,
  each: (item: T, done: number) => Promise<void>,
): Promise<number> {
  let done = 0;
  for (const item of items) {
    if (cancelled()) break;
    await each(item, done++);
    if (done % BATCH === 0) await new Promise((next) => setTimeout(next, 0));
  }
  return done;
}

export interface CheckAllOptions {
  /** Only articles that git shows as changed or new. */
  readonly changed: boolean;
  readonly token: CancellationToken;
  readonly progress: WorkDoneProgressReporter | undefined;
}

const NO_GIT = message('There is no git here that could tell what has changed.');

/** Checks every article; the problems of those that are not open go to the editor too, and stay true from then on. */
export async function checkAll(served: Served, { changed, token, progress }: CheckAllOptions): Promise<CheckAllResult> {
  const { session, client, publisher } = served;
  const files: { root: Root; path: string }[] = [];
  for (const root of session.allRoots()) {
    const only = changed ? (session.platform.changedFiles?.(root.uri) ?? { refused: NO_GIT }) : undefined;
    if (only && 'refused' in only) return { files: 0, problems: 0, errors: 0, refused: client.translate(only.refused) };
    for (const path of (await articlePaths(root.files, root.site)) ?? [])
      if (!only || only.paths.has(path)) files.push({ root, path });
  }
  let problems = 0;
  let errors = 0;
  const say = client.translate;
  if (!changed) publisher.checkedAll = true;
  progress?.begin(say(message('Checking articles')), 0, undefined, true);
  const checked = await eachInTurn(
    files,
    () => token.isCancellationRequested,
    async ({ root, path }, done) => {
      const open = [...session.all()].find((document) => document.root === root && document.path === path);
      const found = open ? session.problems(open) : await checkClosed(served, { root, path });
      problems += found.length;
      errors += found.filter((problem) => problem.severity === 'error').length;
      if (done % BATCH === 0)
        progress?.report(Math.floor((done / files.length) * 100), say(message('{0} of {1}', done, files.length)));
    },
  );
  progress?.done();
  return { files: checked, problems, errors };
}

interface ClosedFile {
  readonly root: Root;
  readonly path: string;
}

/** Checks a file as it is on disk, shows what is wrong with it, and returns that. */
async function checkClosed(served: Served, { root, path }: ClosedFile): Promise<readonly Problem[]> {
  const { session, publisher, client } = served;
  const checked = await checkFile(served, { root, path });
  const uri = uriOf(root.uri, path);
  if (session.get(uri)) return checked?.problems ?? []; // opened meanwhile: the editor's text counts
  publisher.putClosed(
    uri,
    checked
      ? checked.problems.map((problem) =>
          diagnosticOf(problem, { lines: checked.lines, translate: client.translate, rootUri: root.uri }),
        )
      : [],
  );
  return checked?.problems ?? [];
}

/** Once all articles have been checked, one that is closed, or changes on disk, is checked again. */
export async function keepClosed(served: Served, uri: string): Promise<void> {
  if (!served.publisher.checkedAll || served.session.get(uri)) return;
  const place = served.session.placeOf(uri);
  if (served.session.allRoots().includes(place.root)) await checkClosed(served, place);
}
