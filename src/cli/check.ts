import { readFileSync } from 'node:fs';
import { articleOf } from '../article/articleOf';
import { fieldOf } from '../article/frontMatter';
import { NO_IMAGE_FACTS } from '../base/images';
import { linesOf } from '../base/lines';
import { message } from '../base/message';
import { EMPTY_CATALOG } from '../catalog/catalog';
import { articleKindOf } from '../hugo/articles';
import { DEFAULT_PROJECT } from '../project/project';
import { problemsOf } from '../rules/run';
import { NEWS_SCHEMA } from '../schema/newsSchema';
import type { CheckedFile } from './report/checked';
import { jsonReport } from './report/json';
import { textReport } from './report/text';
import { type Input, inputsOf, pathIn, siteFinder } from './sites';
import type { Terminal } from './terminal';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
}

/** Checks articles. Exit code 0: no errors; 1: errors found; 2: could not run. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<number> {
  const found = inputsOf(options.paths);
  if ('missing' in found) {
    terminal.err(`copydesk: ${terminal.translate(message('{0} does not exist.', found.missing))}\n`);
    return 2;
  }
  const siteOf = siteFinder();
  const now = new Date();
  const checked: CheckedFile[] = [];
  for (const input of found.inputs) {
    const result = await checkOne(input, siteOf, now);
    if (result) checked.push(result);
  }
  terminal.out(options.format === 'json' ? jsonReport(checked, terminal.translate) : textReport(checked, terminal));
  return checked.some((file) => file.problems.some((problem) => problem.severity === 'error')) ? 1 : 0;
}

/** A file that was named itself is checked even where the site would not publish it. */
async function checkOne(
  input: Input,
  siteOf: ReturnType<typeof siteFinder>,
  now: Date,
): Promise<CheckedFile | undefined> {
  const cli = await siteOf(input.file);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(input.file));
  const article = articleOf(text, cli.site.dialect);
  const path = pathIn(cli, input.file);
  const kind =
    articleKindOf(cli.site, path, fieldOf(article.frontMatter, 'title') !== undefined) ??
    (input.named ? 'article' : undefined);
  if (!kind) return undefined;
  const world = {
    site: cli.site,
    schema: NEWS_SCHEMA,
    project: DEFAULT_PROJECT,
    catalog: cli.site.found ? await cli.catalog() : EMPTY_CATALOG,
    images: NO_IMAGE_FACTS,
    now,
  };
  return { file: input.file, lines: linesOf(text), problems: problemsOf({ article, path, kind, world }) };
}
