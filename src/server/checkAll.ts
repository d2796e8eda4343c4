import { articleOf } from '../article/articleOf';
import { fieldOf } from '../article/frontMatter';
import { schemaCommentOf } from '../article/schemaComment';
import { type Lines, linesOf } from '../base/lines';
import { message } from '../base/message';
import { uriOf } from '../base/uris';
import { articlePaths } from '../catalog/build';
import { diagnosticOf } from '../features/lsp';
import type { ChangeBases, CheckAllParams, CheckAllResult } from '../protocol/requests';
import type { Problem } from '../rules/rule';
import { problemsOf } from '../rules/run';
import { eachInTurn, type LongWork } from './inTurn';
import type { ChangedFiles } from './platform';
import type { Root } from './root';
import type { Served } from './served';
import type { Session } from './session';

/** A file that is not open, checked as it is on disk. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly lines: Lines;
}

/** Where a file stands. */
export interface Place {
  readonly root: Root;
  readonly path: string;
}

/** Checks a file from disk; undefined when it is not an article or cannot be read. */
export async function checkFile({ session }: Served, { root, path }: Place): Promise<Checked | undefined> {
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

const NO_GIT = message('There is no git here that could tell what has changed.');
const NOT_TRUSTED = message('What has changed is only looked up in a trusted folder: git has to be started in it.');

/** Checks every article; the problems of those that are not open go to the editor too, and stay true from then on. */
export async function checkAll(
  served: Served,
  { changed = false, since = '' }: CheckAllParams,
  work: LongWork,
): Promise<CheckAllResult> {
  const { session, publisher } = served;
  const places: Place[] = [];
  for (const root of session.allRoots()) {
    const only = changed ? changedIn(session, root, since) : undefined;
    if (only && 'refused' in only)
      return { files: 0, faulty: 0, problems: 0, errors: 0, refused: work.translate(only.refused) };
    for (const path of (await articlePaths(root.files, root.site)) ?? [])
      if (!only || only.paths.has(path)) places.push({ root, path });
  }
  const count = { faulty: 0, problems: 0, errors: 0 };
  if (!changed) publisher.checkedAll = true;
  const files = await eachInTurn(places, { ...work, title: message('Checking articles') }, async ({ root, path }) => {
    const open = session.openAt(root, path);
    const found = open ? session.problems(open) : await checkClosed(served, { root, path });
    if (found.length > 0) count.faulty++;
    count.problems += found.length;
    count.errors += found.filter((problem) => problem.severity === 'error').length;
  });
  return { files, ...count };
}

/** No program is started in a folder that the editor does not trust. */
function changedIn({ platform, trusted }: Session, { uri }: Root, since: string): ReturnType<ChangedFiles> {
  if (!platform.changedFiles) return { refused: NO_GIT };
  return trusted ? platform.changedFiles(uri, since) : { refused: NOT_TRUSTED };
}

/** Branches that the checked-out one of a folder may have left, for choosing what counts as changed. */
export function basesOf({ session }: Served): ChangeBases {
  const { platform, trusted } = session;
  const found = trusted ? session.allRoots().map(({ uri }) => platform.baseBranch?.(uri)) : [];
  return { branches: [...new Set(found.filter((name) => name !== undefined))] };
}

/** Checks a file as it is on disk, shows what is wrong with it, and returns that. */
async function checkClosed(served: Served, { root, path }: Place): Promise<readonly Problem[]> {
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
