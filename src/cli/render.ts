import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { articleOf } from '../article/articleOf';
import { message } from '../base/message';
import { pageContextOf } from '../catalog/pageContext';
import { renderBody } from '../render/body';
import { renderPage } from '../render/page';
import { type CliSite, inputsOf, pathIn, siteFinder } from './sites';
import type { Terminal } from './terminal';

export interface RenderOptions {
  readonly paths: readonly string[];
  /** Folder to write to; undefined prints one article. */
  readonly out: string | undefined;
  readonly body: boolean;
}

/** Renders articles as Hugo publishes them. Exit code 0, or 2 when it could not run. */
export async function renderFiles(options: RenderOptions, terminal: Terminal): Promise<number> {
  const found = inputsOf(options.paths);
  if ('missing' in found) return refuse(terminal, terminal.translate(message('{0} does not exist.', found.missing)));
  if (options.out === undefined && found.inputs.length !== 1) {
    return refuse(
      terminal,
      terminal.translate(message('{0} articles: say with --out where to write them.', found.inputs.length)),
    );
  }
  const siteOf = siteFinder();
  for (const { file } of found.inputs) {
    const cli = await siteOf(file);
    const html = options.body ? bodyOf(cli, file) : await pageOf(cli, file);
    if (options.out === undefined) terminal.out(html.endsWith('\n') ? html : `${html}\n`);
    else write(path.join(options.out, outputName(file)), html);
  }
  return 0;
}

function refuse(terminal: Terminal, text: string): number {
  terminal.err(`copydesk: ${text}\n`);
  return 2;
}

function read(cli: CliSite, file: string) {
  return articleOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(file)), cli.site.dialect);
}

function bodyOf(cli: CliSite, file: string): string {
  return renderBody({ article: read(cli, file), site: cli.site, path: pathIn(cli, file) });
}

/** The whole page needs its neighbours. */
async function pageOf(cli: CliSite, file: string): Promise<string> {
  const article = read(cli, file);
  const where = pathIn(cli, file);
  const catalog = await cli.catalog();
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

function write(file: string, html: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, html);
}
