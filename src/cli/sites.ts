import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { linesOf } from '../base/lines';
import type { Catalog } from '../catalog/catalog';
import { CONFIG_FOLDER, hasRootConfig } from '../hugo/configFiles';
import { readSite } from '../hugo/readSite';
import type { Site } from '../hugo/site';
import { nodeFiles } from '../platform/node/files';
import { PROJECT_FILES, type ProjectFile, readProject } from '../project/readProject';
import { RULE_NAMES } from '../rules/names';
import { readCatalog } from './catalog';
import { type Terminal, tell } from './terminal';

/** The site that an article belongs to, as the command line knows it. */
export interface CliSite {
  readonly root: string;
  readonly site: Site;
  /** What the project's own file says. */
  readonly projectFile: ProjectFile;
  /** All its articles, read when they are first asked for. */
  catalog(): Catalog;
}

/** A text that is not on disk, or not yet. */
export interface Unsaved {
  /** Where it belongs. */
  readonly file: string;
  readonly text: string;
}

/**
 * Finds and keeps sites by folder; what is wrong with a site is told once.
 * @param unsaved counts before what is on disk, for the catalog too
 */
export function siteFinder(
  terminal: Pick<Terminal, 'translate' | 'err'>,
  unsaved?: Unsaved,
): (file: string) => Promise<CliSite> {
  const known = new Map<string, Promise<CliSite>>();
  const roots = new Map<string, string>();
  return (file) => {
    const root = rootOf(path.dirname(path.resolve(file)), roots);
    let site = known.get(root);
    if (!site) {
      site = load(root, unsaved).then((found) => {
        for (const problem of found.site.problems) tell(terminal, problem.message);
        tellProjectProblems(found, terminal);
        return found;
      });
      known.set(root, site);
    }
    return site;
  };
}

async function load(root: string, unsaved: Unsaved | undefined): Promise<CliSite> {
  const files = nodeFiles(root);
  const site = await readSite(files);
  const projectFile = await readProject(files, RULE_NAMES);
  let catalog: Catalog | undefined;
  const cli: CliSite = {
    root,
    site,
    projectFile,
    catalog() {
      catalog ??= readCatalog(root, site, unsaved && { path: pathIn(cli, unsaved.file), text: unsaved.text });
      return catalog;
    },
  };
  return cli;
}

function tellProjectProblems({ projectFile }: CliSite, terminal: Pick<Terminal, 'translate' | 'err'>): void {
  if (projectFile.problems.length === 0) return;
  const lines = linesOf(projectFile.text);
  for (const problem of projectFile.problems) {
    const { line, character } = lines.placeAt(problem.span.start);
    const place = `${projectFile.path}:${line + 1}:${character + 1}`;
    terminal.err(`copydesk: ${place}: ${terminal.translate(problem.message)}\n`);
  }
}

/**
 * The nearest folder above with a Hugo configuration, else with a project's own file, else the article's own folder.
 * @param roots what was found out for folders before
 */
function rootOf(own: string, roots: Map<string, string>): string {
  const known = roots.get(own);
  if (known !== undefined) return known;
  const root = nearestAbove(own, isSite) ?? nearestAbove(own, isProject) ?? own;
  roots.set(own, root);
  return root;
}

function nearestAbove(own: string, test: (folder: string) => boolean): string | undefined {
  for (let folder = own; ; folder = path.dirname(folder)) {
    if (test(folder)) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/** A folder that may not be looked into is none. */
function isSite(folder: string): boolean {
  try {
    return hasRootConfig(new Set(readdirSync(folder))) || existsSync(path.join(folder, CONFIG_FOLDER));
  } catch {
    return false;
  }
}

function isProject(folder: string): boolean {
  return PROJECT_FILES.some((name) => existsSync(path.join(folder, name)));
}

/** The article's path below its site's root, with `/`. */
export function pathIn(site: CliSite, file: string): string {
  return path.relative(site.root, path.resolve(file)).split(path.sep).join('/');
}
