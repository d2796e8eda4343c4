import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '../base/files';
import { readAll } from '../catalog/build';
import type { Catalog } from '../catalog/catalog';
import { createStore } from '../catalog/store';
import { mayHoldArticles } from '../hugo/articles';
import { CONFIG_FOLDER, hasRootConfig } from '../hugo/configFiles';
import { readSite } from '../hugo/readSite';
import type { Site } from '../hugo/site';
import { nodeFiles } from '../platform/node/files';

/** The site that an article belongs to, as the command line knows it. */
export interface CliSite {
  readonly root: string;
  readonly site: Site;
  /** All its articles, read when they are first asked for. */
  catalog(): Promise<Catalog>;
}

/** Finds and keeps sites by folder. */
export function siteFinder(): (file: string) => Promise<CliSite> {
  const known = new Map<string, Promise<CliSite>>();
  return (file) => {
    const root = rootOf(path.resolve(file));
    let site = known.get(root);
    if (!site) {
      site = load(root);
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

/** The nearest folder above with a Hugo configuration, else the article's own folder. */
function rootOf(file: string): string {
  const own = statSync(file).isDirectory() ? file : path.dirname(file);
  for (let folder = own; ; folder = path.dirname(folder)) {
    if (hasRootConfig(new Set(readdirSync(folder))) || existsSync(path.join(folder, CONFIG_FOLDER))) return folder;
    if (path.dirname(folder) === folder) return own;
  }
}

/** An article named on the command line; `named` when its own path was given, not only a folder above it. */
export interface Input {
  /** As given, or joined from the folder as given; with `/`. */
  readonly file: string;
  readonly named: boolean;
}

/** Markdown files of the paths, in order; or the first path that does not exist. */
export function inputsOf(
  paths: readonly string[],
): { readonly inputs: readonly Input[] } | { readonly missing: string } {
  const inputs: Input[] = [];
  for (const given of paths) {
    if (!existsSync(given)) return { missing: given };
    if (!statSync(given).isDirectory()) inputs.push({ file: given, named: true });
    else walk(given, inputs);
  }
  return { inputs };
}

function walk(folder: string, inputs: Input[]): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = folder === '.' ? entry.name : `${folder.replace(/[\\/]+$/, '')}/${entry.name}`;
    if (entry.isDirectory() && mayHoldArticles(entry.name)) walk(file, inputs);
    else if (entry.isFile() && /\.(md|markdown)$/i.test(entry.name)) inputs.push({ file, named: false });
  }
}

/** The article's path below its site's root, with `/`. */
export function pathIn(site: CliSite, file: string): string {
  return path.relative(site.root, path.resolve(file)).split(path.sep).join('/');
}
