import { articleOf } from '../article/articleOf';
import { fieldOf } from '../article/frontMatter';
import { NO_IMAGE_FACTS } from '../base/images';
import type { Message } from '../base/message';
import { EMPTY_CATALOG } from '../catalog/catalog';
import { articleKindOf } from '../hugo/articles';
import { createReader } from '../platform/node/files';
import { layered } from '../project/layers';
import { NO_OPTIONS } from '../project/options';
import type { Project, Severity } from '../project/project';
import { type Strictness, strictnessOf } from '../project/strictness';
import type { Problem } from '../rules/rule';
import { problemsOf } from '../rules/run';
import { NEWS_SCHEMA } from '../schema/newsSchema';
import { cannotRead, type Input } from './inputs';
import { type Packed, pack } from './report/checked';
import { type CliSite, pathIn } from './sites';

/** What holds for all articles of one check. */
export interface Conditions {
  readonly now: Date;
  /** Chosen on the command line, by rules. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

/** What came of a file: its problems; or nothing, because it is no article; or why it could not be read. */
export type Outcome = { readonly packed: Packed } | { readonly unread: Message } | undefined;

/** An article with the site around it, found beforehand so that nothing waits while articles are checked. */
export interface PlacedInput extends Input {
  readonly cli: CliSite;
  /** In place of what is on disk. */
  readonly text?: string;
}

/** Checks article after article, on one thread. */
export interface Checker {
  check(input: PlacedInput): Outcome;
  /** The problems of a text that belongs to a place; undefined when it is no article there. */
  problemsIn(text: string, input: PlacedInput): Problem[] | undefined;
}

export function createChecker({ now, severities }: Conditions): Checker {
  const reader = createReader();
  const worlds = new Map<CliSite, { project: Project; strictness: Strictness }>();
  const worldOf = (cli: CliSite) => {
    const known = worlds.get(cli);
    if (known) return known;
    const project = layered(cli.projectFile.project, overEverything(severities));
    const made = { project, strictness: strictnessOf(project) };
    worlds.set(cli, made);
    return made;
  };
  const problemsIn = (text: string, { file, named, cli }: PlacedInput): Problem[] | undefined => {
    const below = pathIn(cli, file);
    const { project, strictness } = worldOf(cli);
    if (strictness.at(below).ignored) return undefined;
    const article = articleOf(text, cli.site.dialect);
    const hasTitle = fieldOf(article.frontMatter, 'title') !== undefined;
    // A file that was named itself is checked even where the site would not publish it.
    const kind = articleKindOf(cli.site, below, hasTitle) ?? (named ? 'article' : undefined);
    if (!kind) return undefined;
    const world = {
      project,
      strictness,
      site: cli.site,
      schema: NEWS_SCHEMA,
      images: NO_IMAGE_FACTS,
      now,
      // Read only where a rule looks at it.
      get catalog() {
        return cli.site.found ? cli.catalog() : EMPTY_CATALOG;
      },
    };
    return problemsOf({ article, path: below, kind, world });
  };
  return {
    problemsIn,
    check(input) {
      let text: string;
      try {
        text = input.text ?? reader.read(input.file).toString('utf8');
      } catch (error) {
        return { unread: cannotRead(input.file, error) };
      }
      const problems = problemsIn(text, input);
      return problems && { packed: pack(problems, text) };
    },
  };
}

function overEverything(severities: ReadonlyMap<string, Severity | 'off'>) {
  return severities.size === 0 ? NO_OPTIONS : { ...NO_OPTIONS, severities };
}
