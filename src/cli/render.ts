import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../article/article';
import { articleOf } from '../article/articleOf';
import { type Message, message } from '../base/message';
import { pageContextOf } from '../catalog/pageContext';
import { renderBody } from '../render/body';
import { renderPage } from '../render/page';
import { inputsOf, readText, reasonOf } from './inputs';
import { type CliSite, pathIn, siteFinder } from './sites';
import { COULD_NOT_RUN, refuse, type Terminal, tell } from './terminal';

export interface RenderOptions {
  readonly paths: readonly string[];
  /** Folder to write to; undefined prints one article. */
  readonly out: string | undefined;
  readonly body: boolean;
}

/** Renders articles as Hugo publishes them. Exit code 0, or 2 when it could not run, or not render all of them. */
export async function renderFiles(options: RenderOptions, terminal: Terminal): Promise<number> {
  const found = inputsOf(options.paths);
  if ('refused' in found) return refuse(terminal, found.refused);
  const { inputs } = found;
  for (const why of found.unread) tell(terminal, why);
  if (inputs.length === 0) return refuse(terminal, message('There is no article in {0}.', options.paths.join(', ')));
  if (options.out === undefined && inputs.length !== 1)
    return refuse(terminal, message('{0} articles: say with --out where to write them.', inputs.length));
  const siteOf = siteFinder(terminal);
  let failed = found.unread.length > 0;
  for (const { file } of inputs) {
    const why = renderOne(file, await siteOf(file), { options, terminal });
    if (why) tell(terminal, why);
    failed ||= why !== undefined;
  }
  return failed ? COULD_NOT_RUN : 0;
}

/** Why an article could not be rendered, or undefined. */
function renderOne(
  file: string,
  cli: CliSite,
  { options, terminal }: { readonly options: RenderOptions; readonly terminal: Terminal },
): Message | undefined {
  const read = readText(file);
  if ('unread' in read) return read.unread;
  const article = articleOf(read.text, cli.site.dialect);
  const html = options.body
    ? renderBody({ article, site: cli.site, path: pathIn(cli, file) })
    : pageOf(cli, article, pathIn(cli, file));
  if (options.out !== undefined) return write(path.join(options.out, outputName(file)), html);
  terminal.out(html.endsWith('\n') ? html : `${html}\n`);
  return undefined;
}

/** The whole page needs its neighbours. */
function pageOf(cli: CliSite, article: Article, where: string): string {
  const catalog = cli.catalog();
  return renderPage({ article, site: cli.site, path: where, context: pageContextOf(catalog, cli.site, where) });
}

/** `content/a.md` → `content/a.html`, never above the output folder. */
function outputName(file: string): string {
  const parts = path
    .normalize(file)
    .split(/[\\/]/)
    .filter((part) => part !== '..' && part !== '.' && !/^[a-z]:$/i.test(part));
  return `${parts.join('/').replace(/\.(md|markdown)$/i, '')}.html`;
}

/** Why it could not be written, or undefined. */
function write(file: string, html: string): Message | undefined {
  try {
    makeFolder(path.dirname(file));
    writeFileSync(file, html);
    return undefined;
  } catch (error) {
    return message('{0} cannot be written: {1}.', file, reasonOf(error));
  }
}

/** One folder after the other: Node's own way never ends where the system says that a folder which is there is not (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder));
  mkdirSync(folder);
}
