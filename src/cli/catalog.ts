import { type ArticleBrief, briefOf } from '../article/brief';
import { briefIfArticle } from '../catalog/build';
import type { Catalog } from '../catalog/catalog';
import { type CatalogStore, createStore } from '../catalog/store';
import { contentFolders, mayBeArticle, mayHoldArticles } from '../hugo/articles';
import type { Site } from '../hugo/site';
import { type FilesNow, nodeFilesNow } from '../platform/node/files';

const DEEPEST = 40;
/** Of so many files, some are read by themselves; more are read with all others, for the catalog. */
const A_FEW = 0.2;

/**
 * The catalog of a site, at once: nothing else waits meanwhile.
 * @param unsaved a text that counts before the file, or without one
 */
export function readCatalog(
  root: string,
  site: Site,
  unsaved?: { readonly path: string; readonly text: string },
): Catalog {
  const files = nodeFilesNow(root);
  const store = storeOf(site);
  files.readEach(articlePathsNow(files, site), (path, bytes) => {
    const brief = briefIfArticle(site, briefOf(path, bytes, store.fields));
    if (brief) store.put(brief);
  });
  if (unsaved) {
    const brief = briefIfArticle(site, briefOf(unsaved.path, unsaved.text, store.fields));
    if (brief) store.override(unsaved.path, brief);
  }
  store.complete();
  return store.view();
}

function storeOf(site: Site): CatalogStore {
  return createStore(site.taxonomies.values(), site.timeZone, site);
}

/** The briefs of some articles as the catalog has them; undefined for what it has not. */
export function briefsIn(
  { root, site, catalog }: { readonly root: string; readonly site: Site; catalog(): Catalog },
  paths: readonly string[],
): Map<string, ArticleBrief | undefined> {
  const briefs = new Map<string, ArticleBrief | undefined>(paths.map((path) => [path, undefined]));
  if (paths.length === 0) return briefs;
  const files = nodeFilesNow(root);
  if (paths.length > A_FEW * articlePathsNow(files, site).length) {
    for (const path of paths) briefs.set(path, catalog().get(path));
    return briefs;
  }
  const { fields } = storeOf(site);
  files.readEach(paths, (path, bytes) => briefs.set(path, briefIfArticle(site, briefOf(path, bytes, fields))));
  return briefs;
}

/** Paths below the root of what may be an article, always in the same order. */
export function articlePathsNow(files: FilesNow, site: Site): string[] {
  const paths: string[] = [];
  const folders = contentFolders(site).map((folder) => ({ folder, depth: 0 }));
  for (let next = folders.pop(); next; next = folders.pop()) {
    const { folder, depth } = next;
    for (const { name, kind } of files.list(folder) ?? []) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'file') {
        if (mayBeArticle(path)) paths.push(path);
      } else if (depth < DEEPEST && mayHoldArticles(name)) folders.push({ folder: path, depth: depth + 1 });
    }
  }
  return paths;
}
