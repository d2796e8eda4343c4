import { articleOf } from '../article/articleOf';
import { fieldOf } from '../article/frontMatter';
import { NO_IMAGE_FACTS } from '../base/images';
import { linesOf } from '../base/lines';
import { EMPTY_CATALOG } from '../catalog/catalog';
import { articleKindOf } from '../hugo/articles';
import { DEFAULT_PROJECT } from '../project/project';
import { problemsOf } from '../rules/run';
import { NEWS_SCHEMA } from '../schema/newsSchema';
import { type Input, inputsOf, readText } from './inputs';
import type { CheckedFile } from './report/checked';
import { jsonReport } from './report/json';
import { textReport } from './report/text';
import { pathIn, siteFinder } from './sites';
import { COULD_NOT_RUN, refuse, type Terminal, tell } from './terminal';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
}

/** Checks articles. Exit code 0: no errors; 1: errors found; 2: could not run, or not read all of them. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<number> {
  const found = inputsOf(options.paths);
  if ('refused' in found) return refuse(terminal, found.refused);
  const siteOf = siteFinder(terminal);
  const now = new Date();
  const checked: CheckedFile[] = [];
  const unread = [...found.unread];
  for (const input of found.inputs) {
    const read = readText(input.file);
    if ('unread' in read) unread.push(read.unread);
    else {
      const result = await checkOne(input, read.text, { siteOf, now });
      if (result) checked.push(result);
    }
  }
  terminal.out(options.format === 'json' ? jsonReport(checked, terminal.translate) : textReport(checked, terminal));
  for (const why of unread) tell(terminal, why);
  if (unread.length > 0) return COULD_NOT_RUN;
  return checked.some((file) => file.problems.some((problem) => problem.severity === 'error')) ? 1 : 0;
}

/** A file that was named itself is checked even where the site would not publish it. */
async function checkOne(
  input: Input,
  text: string,
  { siteOf, now }: { readonly siteOf: ReturnType<typeof siteFinder>; readonly now: Date },
): Promise<CheckedFile | undefined> {
  const cli = await siteOf(input.file);
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
