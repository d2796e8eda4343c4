import { articleOf } from '../article/articleOf';
import { fieldOf } from '../article/frontMatter';
import { type Lines, linesOf } from '../base/lines';
import type { Problem } from '../rules/rule';
import { problemsOf } from '../rules/run';
import type { World } from '../rules/world';
import type { Root } from './root';

/** A file that is not open, checked as it is on disk. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly lines: Lines;
}

/** Checks a file from disk; undefined when it is not an article or cannot be read. */
export async function checkFile(root: Root, path: string, world: World): Promise<Checked | undefined> {
  const bytes = await root.files.read(path);
  if (!bytes) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const article = articleOf(text, root.site.dialect);
  const kind = root.kindOf(path, fieldOf(article.frontMatter, 'title') !== undefined);
  if (!kind) return undefined;
  return { problems: problemsOf({ article, path, kind, world }), lines: linesOf(text) };
}

/** How many files are checked before the editor's other requests get a turn. */
export const BATCH = 25;

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
