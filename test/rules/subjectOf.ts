import { articleOf } from '../../src/article/articleOf';
import type { ArticleBrief } from '../../src/article/brief';
import { NO_IMAGE_FACTS } from '../../src/base/images';
import type { Catalog } from '../../src/catalog/catalog';
import { createStore } from '../../src/catalog/store';
import { DEFAULT_SITE } from '../../src/hugo/readSite';
import type { Site } from '../../src/hugo/site';
import { DEFAULT_PROJECT } from '../../src/project/project';
import type { Problem, Rule, Subject } from '../../src/rules/rule';
import { problemsOf } from '../../src/rules/run';
import type { World } from '../../src/rules/world';
import { NEWS_SCHEMA } from '../../src/schema/newsSchema';

/** The article that examples are, and another one of the site. */
const ARTICLES: readonly ArticleBrief[] = [
  { path: 'content/news/a.md', title: '港口夜航', date: '', draft: false, thumbnail: '', terms: new Map() },
  {
    ...{ path: 'content/news/tide.md', title: '潮汐发电并网', date: '', draft: false, thumbnail: '', terms: new Map() },
    aliases: ['/old/tide/'],
    menus: [{ menu: 'main' }, { menu: '' }],
  },
];
const SITE: Site = { ...DEFAULT_SITE, defaultLanguage: 'zh-cn', hasTimeZone: true };

/** A catalog of these articles alone. */
export function catalogOf(articles: readonly ArticleBrief[], site: Site = SITE): Catalog {
  const store = createStore(site.taxonomies.values(), site.timeZone, site);
  for (const article of articles) store.put(article);
  store.complete();
  return store.view();
}

/** What every real article has and a test or an example may leave out, since each shows one thing: this rule is off but where it is meant. */
const MAY_BE_LEFT_OUT = new Map([['missing-summary', 'off' as const]]);

/** A Chinese site with Mainroad that sets its time zone, to UTC, and in which 1 March 2025 has just begun in Beijing. */
export const WORLD: World = {
  site: SITE,
  schema: NEWS_SCHEMA,
  project: { ...DEFAULT_PROJECT, severities: MAY_BE_LEFT_OUT },
  catalog: catalogOf(ARTICLES),
  images: NO_IMAGE_FACTS,
  now: new Date('2025-02-28T16:00:00Z'),
};

export function subjectOf(
  text: string,
  options: { readonly path?: string | undefined; readonly world?: Partial<World> } = {},
): Subject {
  const path = options.path ?? 'content/news/a.md';
  const world = { ...WORLD, ...options.world };
  return {
    article: articleOf(text, world.site.dialect),
    path,
    kind: /(?:^|\/)_index\.[^/]*$/.test(path) ? 'section' : 'article',
    world,
  };
}

/** Problems of a text in that world. A rule that throws fails the test. */
export function problemsIn(
  text: string,
  options: {
    readonly path?: string | undefined;
    readonly world?: Partial<World>;
    readonly rules?: readonly Rule[];
  } = {},
): Problem[] {
  return problemsOf(subjectOf(text, options), {
    rules: options.rules,
    onDefect(rule, error) {
      throw new Error(`${rule} threw`, { cause: error });
    },
  });
}

/** `rule «text it stands on»` of each problem. */
export function named(text: string, problems: readonly Problem[]): string[] {
  return problems.map(({ rule, span }) => `${rule} «${text.slice(span.start, span.end)}»`);
}
