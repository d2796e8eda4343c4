import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '../base/files';
import { readSite } from '../hugo/readSite';
import type { Site } from '../hugo/site';
import { nodeFiles } from '../platform/node/files';

/** The site that an article belongs to, as the command line knows it. */
export interface CliSite {
  readonly root: string;
  readonly files: Files;
  readonly site: Site;
}

const CONFIG = [
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'config.toml',
  'config.yaml',
  'config.yml',
  'config.json',
  'config/_default',
];
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'public', 'resources', '.git']);

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
  return { root, files, site: await readSite(files) };
}

/** The nearest folder above with a Hugo configuration, else the article's own folder. */
function rootOf(file: string): string {
  const own = statSync(file).isDirectory() ? file : path.dirname(file);
  for (let folder = own; ; folder = path.dirname(folder)) {
    if (CONFIG.some((name) => existsSync(path.join(folder, name)))) return folder;
    if (path.dirname(folder) === folder) return own;
  }
}

/** An article named on the command line; `named` when its own path was given, not only a folder above it. */
export interface Input {
  /** As given, or joined from the folder as given; with `/`. */
  readonly file: string;
  readonly named: boolean;
}

/** Markdown files of the paths, in order; undefined for the first path that does not exist. */
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
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(file, inputs);
    else if (entry.isFile() && /\.(md|markdown)$/i.test(entry.name)) inputs.push({ file, named: false });
  }
}

/** The article's path below its site's root, with `/`. */
export function pathIn(site: CliSite, file: string): string {
  return path.relative(site.root, path.resolve(file)).split(path.sep).join('/');
}
