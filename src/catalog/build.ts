import { type ArticleBrief, briefOf } from '../article/brief';
import type { Files } from '../base/files';
import { articleKindOf, contentFolders, mayBeArticle, mayHoldArticles } from '../hugo/articles';
import type { Site } from '../hugo/site';
import type { CatalogStore } from './store';

/** What a first reading tells while it goes on, and how it is stopped. */
export interface ReadingOptions {
  onProgress?(done: number, total: number): void;
  cancelled?(): boolean;
}

/** Files between two turns of the event loop: about 20 ms of work. */
const BATCH = 200;
const DEEPEST = 40;

/**
 * Lists the content folders and reads every article into the store; articles in it that are no longer there are removed. Lets other work
 * go on between batches. Returns false when it was cancelled: the store then has a part of them and is not complete.
 */
export async function readAll(
  files: Files,
  site: Site,
  store: CatalogStore,
  options: ReadingOptions = {},
): Promise<boolean> {
  const paths = await articlePaths(files, site, options.cancelled);
  if (!paths) return false;
  const gone = new Set(store.paths());
  for (let from = 0; from < paths.length; from += BATCH) {
    if (options.cancelled?.()) return false;
    await files.readEach(paths.slice(from, from + BATCH), (path, bytes) => {
      const brief = briefIfArticle(site, briefOf(path, bytes, store.fields));
      if (!brief) return;
      gone.delete(path);
      store.put(brief);
    });
    options.onProgress?.(Math.min(from + BATCH, paths.length), paths.length);
    await nextTurn();
  }
  for (const path of gone) store.remove(path);
  store.complete();
  return true;
}

/** The brief when the file is an article (`_index.md` is a section, not an article). */
export function briefIfArticle(site: Site, brief: ArticleBrief): ArticleBrief | undefined {
  return articleKindOf(site, brief.path, brief.title !== '') === 'article' ? brief : undefined;
}

/** Paths of what may be an article, in no order that matters; undefined when cancelled. */
export async function articlePaths(files: Files, site: Site, cancelled?: () => boolean): Promise<string[] | undefined> {
  const paths: string[] = [];
  const folders = contentFolders(site).map((folder) => ({ folder, depth: 0 }));
  for (let next = folders.pop(); next; next = folders.pop()) {
    if (cancelled?.()) return undefined;
    const { folder, depth } = next;
    for (const { name, kind } of (await files.list(folder)) ?? []) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'file') {
        if (mayBeArticle(path)) paths.push(path);
      } else if (depth < DEEPEST && mayHoldArticles(name)) folders.push({ folder: path, depth: depth + 1 });
    }
  }
  return paths;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
