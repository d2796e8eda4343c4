import type { Article } from '../article/article';
import { articleOf } from '../article/articleOf';
import { fieldOf } from '../article/frontMatter';
import { schemaCommentOf } from '../article/schemaComment';
import { NO_IMAGE_FACTS } from '../base/images';
import type { Message } from '../base/message';
import { type Catalog, EMPTY_CATALOG } from '../catalog/catalog';
import { articleKindOf } from '../hugo/articles';
import { createReader, textIn } from '../platform/node/files';
import { layered } from '../project/layers';
import { NO_OPTIONS } from '../project/options';
import type { Severity } from '../project/project';
import { strictnessOf } from '../project/strictness';
import type { ArticleKind, Problem } from '../rules/rule';
import { problemsOf } from '../rules/run';
import type { World } from '../rules/world';
import { fingerprintOf } from './fingerprint';
import { cannotRead, type Input } from './inputs';
import { type Packed, pack } from './report/checked';
import { type CliSite, pathIn } from './sites';
import { type Answers, type Holding, holdingOf, watched } from './watch';

/** What holds for all articles of one check. */
export interface Conditions {
  readonly now: Date;
  /** Chosen on the command line, by rules. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** What stands for all articles of a site, by its root: then it is told what each outcome rests on. */
  readonly wholes?: ReadonlyMap<string, string> | undefined;
}

/** What came of a file: its problems (null: it is no article), and what they rest on; or why it could not be read. */
export type Outcome =
  | { readonly packed: Packed | null; readonly kept?: (Holding & { readonly answers: Answers }) | undefined }
  | { readonly unread: Message };

/** An article with the site around it, found beforehand so that nothing waits while articles are checked. */
export interface PlacedInput extends Input {
  readonly cli: CliSite;
  /** In place of what is on disk. */
  readonly text?: string;
}

/** Checks article after article, on one thread. Only an article that asks for a schema of its own has to wait, when that is not read yet. */
export interface Checker {
  check(input: PlacedInput): Outcome | Promise<Outcome>;
  /** The problems of a text that belongs to a place; undefined when it is no article there. */
  problemsIn(text: string, input: PlacedInput): Promise<readonly Problem[] | undefined>;
}

/** What is around all articles of a site, but for the other articles and the clock. */
type Around = Omit<World, 'catalog' | 'now' | 'schema'>;

function around(cli: CliSite, { severities }: Conditions): Around {
  const chosen = severities.size === 0 ? NO_OPTIONS : { ...NO_OPTIONS, severities };
  const project = layered(cli.projectFile.project, chosen);
  return { site: cli.site, project, strictness: strictnessOf(project), images: NO_IMAGE_FACTS };
}

/** What stands for all that; undefined when it cannot be told from something else. */
export function aroundOf(cli: CliSite, conditions: Conditions): string | undefined {
  const { strictness, images, project, ...values } = around(cli, conditions);
  // What finds the words of the house follows from them.
  const { find, ...words } = project.words;
  return fingerprintOf({ ...values, project: { ...project, words }, schemas: cli.schemaTexts });
}

export function createChecker(conditions: Conditions): Checker {
  const reader = createReader();
  const worlds = new Map<CliSite, Around>();
  const looker: Looker = {
    now: conditions.now,
    around(cli) {
      const known = worlds.get(cli) ?? around(cli, conditions);
      worlds.set(cli, known);
      return known;
    },
  };
  return {
    async problemsIn(text, input) {
      const opened = open(text, input, looker);
      if (!opened) return undefined;
      if (opened.comment !== undefined) await input.cli.schemas.readyFor(opened.path, opened.comment);
      return problemsIn(opened, input.cli, looker, () => catalogOf(input.cli));
    },
    check(input) {
      const { cli } = input;
      let text: string;
      try {
        text = input.text ?? textIn(reader.read(input.file));
      } catch (error) {
        return { unread: cannotRead(input.file, error) };
      }
      const whole = conditions.wholes?.get(cli.root);
      const opened = open(text, input, looker);
      if (!opened) return { packed: null, kept: whole === undefined ? undefined : NOTHING_ASKED };
      const judged = (): Outcome => {
        if (whole === undefined || opened.comment !== undefined)
          return {
            packed: pack(
              problemsIn(opened, cli, looker, () => catalogOf(cli)),
              text,
            ),
          };
        const { catalog, answers } = watched(() => catalogOf(cli), whole);
        const packed = pack(
          problemsIn(opened, cli, looker, () => catalog),
          text,
        );
        const holding = holdingOf(opened.article, conditions.now);
        return { packed, kept: holding && { ...holding, answers } };
      };
      return opened.comment === undefined ? judged() : cli.schemas.readyFor(opened.path, opened.comment).then(judged);
    },
  };
}

const NOTHING_ASKED = { from: Number.MIN_SAFE_INTEGER, until: Number.MAX_SAFE_INTEGER, answers: {} };

interface Looker {
  readonly now: Date;
  around(cli: CliSite): Around;
}

interface Opened {
  readonly article: Article;
  readonly path: string;
  readonly kind: ArticleKind;
  /** The schema that it asks for itself. */
  readonly comment: string | undefined;
}

/** Reads the article; undefined when it is none, or the project leaves it out. */
function open(text: string, { file, named, cli }: PlacedInput, looker: Looker): Opened | undefined {
  const path = pathIn(cli, file);
  if (looker.around(cli).strictness?.at(path).ignored) return undefined;
  const article = articleOf(text, cli.site.dialect);
  const hasTitle = fieldOf(article.frontMatter, 'title') !== undefined;
  // A file that was named itself is checked even where the site would not publish it.
  const kind = articleKindOf(cli.site, path, hasTitle) ?? (named ? 'article' : undefined);
  return kind && { article, path, kind, comment: schemaCommentOf(article)?.address };
}

/** @param catalog asked for only when a rule looks at it */
function problemsIn(
  { article, path, kind, comment }: Opened,
  cli: CliSite,
  looker: Looker,
  catalog: () => Catalog,
): Problem[] {
  const world: World = {
    ...looker.around(cli),
    schema: cli.schemas.schemaFor(path, comment),
    now: looker.now,
    get catalog() {
      return catalog();
    },
  };
  return problemsOf({ article, path, kind, world });
}

function catalogOf(cli: CliSite): Catalog {
  return cli.site.found ? cli.catalog() : EMPTY_CATALOG;
}
