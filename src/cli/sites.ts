import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '../base/files';
import { linesOf } from '../base/lines';
import { type Message, message } from '../base/message';
import type { Span } from '../base/span';
import type { Catalog } from '../catalog/catalog';
import { CONFIG_FOLDER, hasRootConfig } from '../hugo/configFiles';
import { readSite } from '../hugo/readSite';
import type { Site } from '../hugo/site';
import { nodeFiles } from '../platform/node/files';
import type { Project } from '../project/project';
import { PROJECT_FILES, type ProjectFile, readProject } from '../project/readProject';
import { unreadChoices } from '../project/schemaPlaces';
import { SchemaShelf } from '../project/schemaShelf';
import { RULE_NAMES } from '../rules/names';
import { readCatalog } from './catalog';
import { fingerprintOf } from './fingerprint';
import { type Terminal, tell } from './terminal';

/** The site that an article belongs to, as the command line knows it. */
export interface CliSite {
  readonly root: string;
  readonly site: Site;
  /** What the project's own file says. */
  readonly projectFile: ProjectFile;
  /** The schemas that the project chooses have been read. */
  readonly schemas: SchemaShelf;
  /** What stands for the files that those were read from, or were not found in. */
  readonly schemaTexts: string;
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
  let last: { readonly folder: string; readonly site: Promise<CliSite> } | undefined;
  return (file) => {
    const folder = path.dirname(file);
    // One article of a folder comes after the other.
    if (last?.folder === folder) return last.site;
    const root = rootOf(path.resolve(folder), roots);
    let site = known.get(root);
    if (!site) {
      site = load(root, unsaved).then((found) => {
        for (const problem of found.site.problems) tell(terminal, problem.message);
        tellProjectProblems(found, terminal);
        return found;
      });
      known.set(root, site);
    }
    last = { folder, site };
    return site;
  };
}

async function load(root: string, unsaved: Unsaved | undefined): Promise<CliSite> {
  const files = nodeFiles(root);
  const site = await readSite(files);
  const read = await readProject(files, RULE_NAMES);
  const texts = new Map<string, unknown>();
  const schemas = new SchemaShelf(async (address) => {
    const text = address.startsWith('https:') ? await readRemote(address, read.project) : await textOf(files, address);
    texts.set(address, text);
    return text;
  });
  schemas.choose(read.project.schemas);
  const unread = await unreadChoices(read.text, schemas);
  let catalog: Catalog | undefined;
  const cli: CliSite = {
    root,
    site,
    projectFile: { ...read, problems: [...read.problems, ...unread] },
    schemas,
    schemaTexts: fingerprintOf(texts) ?? '',
    catalog() {
      catalog ??= readCatalog(root, site, unsaved && { path: pathIn(cli, unsaved.file), text: unsaved.text });
      return catalog;
    },
  };
  return cli;
}

async function textOf(files: Files, path: string): Promise<string | undefined> {
  const bytes = await files.read(path);
  return bytes && new TextDecoder().decode(bytes);
}

/** Whoever runs the command trusts the project, which has to ask for it all the same. */
async function readRemote(address: string, { remoteSchemas, images }: Project) {
  if (!remoteSchemas)
    return {
      refused: message(
        'Schemas from the network are not read unless “copydesk.remoteSchemas” is true. The built-in schema is used.',
      ),
    };
  const { fetchText } = await import('../platform/node/fetchText');
  return fetchText(address, { allowedHosts: images.allowedHosts });
}

/** What is wrong in the project's own file, and in its schemas. */
function tellProjectProblems(
  { root, projectFile, schemas }: CliSite,
  terminal: Pick<Terminal, 'translate' | 'err'>,
): void {
  tellAt(projectFile.path ?? '', projectFile, terminal);
  for (const { file, problems } of schemas.faults()) {
    const text = problems.length === 0 || file.startsWith('https:') ? '' : readText(path.join(root, file));
    tellAt(file, { text, problems }, terminal);
  }
}

interface Faulty {
  readonly text: string;
  readonly problems: readonly { readonly span: Span; readonly message: Message }[];
}

function tellAt(file: string, { text, problems }: Faulty, terminal: Pick<Terminal, 'translate' | 'err'>): void {
  if (problems.length === 0) return;
  const lines = linesOf(text);
  for (const problem of problems) {
    const { line, character } = lines.placeAt(problem.span.start);
    terminal.err(`copydesk: ${file}:${line + 1}:${character + 1}: ${terminal.translate(problem.message)}\n`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
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
  const full = path.resolve(file);
  const { root } = site;
  const below =
    full.startsWith(root) && full[root.length] === path.sep ? full.slice(root.length + 1) : path.relative(root, full);
  return path.sep === '/' ? below : below.split(path.sep).join('/');
}
