import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '../base/files';
import { readAll } from '../catalog/build';
import type { Catalog } from '../catalog/catalog';
import { createStore } from '../catalog/store';
import { CONFIG_FOLDER, hasRootConfig } from '../hugo/configFiles';
import { readSite } from '../hugo/readSite';
import type { Site } from '../hugo/site';
import { nodeFiles } from '../platform/node/files';
import { type Terminal, tell } from './terminal';

/** The site that an article belongs to, as the command line knows it. */
export interface CliSite {
  readonly root: string;
  readonly site: Site;
  /** All its articles, read when they are first asked for. */
  catalog(): Promise<Catalog>;
}

/** Finds and keeps sites by folder; what is wrong with a site is told once. */
export function siteFinder(terminal: Terminal): (file: string) => Promise<CliSite> {
  const known = new Map<string, Promise<CliSite>>();
  const roots = new Map<string, string>();
  return (file) => {
    const folder = path.dirname(path.resolve(file));
    const root = rootOf(folder, roots);
    let site = known.get(root);
    if (!site) {
      site = load(root).then((found) => {
        for (const problem of found.site.problems) tell(terminal, problem.message);
        return found;
      });
      known.set(root, site);
    }
    return site;
  };
}

async function load(root: string): Promise<CliSite> {
  const files = nodeFiles(root);
  const site = await readSite(files);
  let catalog: Promise<Catalog> | undefined;
  return {
    root,
    site,
    catalog() {
      catalog ??= readCatalog(files, site);
      return catalog;
    },
  };
}

async function readCatalog(files: Files, site: Site): Promise<Catalog> {
  const store = createStore(site.taxonomies.values(), site.timeZone);
  await readAll(files, site, store);
  return store.view();
}

/**
 * The nearest folder above with a Hugo configuration, else the article's own folder.
 * @param roots what was found out for folders before
 */
function rootOf(own: string, roots: Map<string, string>): string {
  const known = roots.get(own);
  if (known !== undefined) return known;
  let root = own;
  for (let folder = own; ; folder = path.dirname(folder)) {
    if (isRoot(folder)) {
      root = folder;
      break;
    }
    if (path.dirname(folder) === folder) break;
  }
  roots.set(own, root);
  return root;
}

/** A folder that may not be looked into is none. */
function isRoot(folder: string): boolean {
  try {
    return hasRootConfig(new Set(readdirSync(folder))) || existsSync(path.join(folder, CONFIG_FOLDER));
  } catch {
    return false;
  }
}

/** The article's path below its site's root, with `/`. */
export function pathIn(site: CliSite, file: string): string {
  return path.relative(site.root, path.resolve(file)).split(path.sep).join('/');
}
