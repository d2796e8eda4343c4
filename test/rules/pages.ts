import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ArticleBrief } from '../../src/article/brief';
import { applyEdits } from '../../src/base/edit';
import { DEFAULT_PROJECT } from '../../src/project/project';
import type { Problem, Rule } from '../../src/rules/rule';
import type { World } from '../../src/rules/world';
import { ROOT } from '../support/paths';
import { pageWorld } from './pageWorld';
import { catalogOf, named, problemsIn, WORLD } from './subjectOf';

/** An example of a rule's page. `«…»` in a wrong one marks where the rule's problems stand. */
export interface Example {
  readonly kind: 'bad' | 'good';
  readonly text: string;
  /** Where it stands, when that is not the usual site: a name in `PLACES`. */
  readonly place: string | undefined;
  readonly marked: readonly string[];
}

export function pageText(id: string): string {
  return readFileSync(path.join(ROOT, `docs/rules/${id}.md`), 'utf8');
}

export function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^````md (bad|good)(?: in (.+))?\n([\s\S]*?)^````$/gm)].map(
    ([, kind, place, shown = '']) => {
      // `␍` at the end of a line shows a line end that is a carriage return alone.
      const written = shown.replace(/␍\n/g, '\r');
      return {
        kind: kind as Example['kind'],
        place,
        text: written.replace(/[«»]/g, ''),
        marked: marksIn(written),
      };
    },
  );
}

/** `start–end` of each mark, as offsets of the text without marks. */
function marksIn(written: string): string[] {
  const marks: string[] = [];
  let shift = 0;
  let start = 0;
  for (const { 0: mark, index } of written.matchAll(/[«»]/g)) {
    if (mark === '«') start = index - shift;
    else marks.push(`${start}–${index - shift}`);
    shift++;
  }
  return marks;
}

interface Place extends Partial<World> {
  readonly path?: string;
}

/** Two languages in one folder; the English version of `a.md` names no other. */
const TWO_LANGUAGES: World['site'] = {
  ...WORLD.site,
  found: true,
  languages: ['zh-cn', 'en'].map((code) => ({ ...WORLD.site.languages[0]!, code })),
};
const ENGLISH: ArticleBrief = {
  ...{ path: 'content/news/a.en.md', title: 'Night boats', date: '', draft: false, thumbnail: '' },
  terms: new Map([['translations', ['en']]]),
};

const NOTHING_ELSE = catalogOf([], TWO_LANGUAGES);

/** Sites that an example may stand in: ````` ````md bad in a site without a time zone`````. */
const PLACES: Readonly<Record<string, Place>> = {
  'a site without a time zone': { site: { ...WORLD.site, hasTimeZone: false } },
  'a.zh-CN.md': { site: TWO_LANGUAGES, catalog: NOTHING_ELSE, path: 'content/news/a.zh-CN.md' },
  'a.zh-cn.md': { site: TWO_LANGUAGES, catalog: NOTHING_ELSE, path: 'content/news/a.zh-cn.md' },
  'a.en.md': { site: TWO_LANGUAGES, catalog: NOTHING_ELSE, path: 'content/news/a.en.md' },
  'a site in two languages': { site: TWO_LANGUAGES, catalog: catalogOf([ENGLISH], TWO_LANGUAGES) },
  'a site without translations': { site: TWO_LANGUAGES, catalog: NOTHING_ELSE },
};

/** On the page of a rule that is off in other tests it is on. */
function worldOf(rule: Rule, { place }: Example): Place {
  const at = place === undefined ? {} : PLACES[place];
  if (!at) throw new Error(`no such place: ${place}`);
  return WORLD.project.severities.has(rule.id) ? { ...at, project: DEFAULT_PROJECT } : at;
}

/** On the page of a rule that is off by itself, a project asks for it. */
function turnedOn({ id, severity, off }: Rule): Partial<World> {
  const severities = new Map([...WORLD.project.severities, [id, severity] as const]);
  return off ? { project: { ...WORLD.project, severities } } : {};
}

/** What is not as the page says; empty when all is. `rules` are those that run beside, so that an example shows nothing else. */
export function faultsOf(rule: Rule, rules: readonly Rule[]): string[] {
  const examples = examplesOf(pageText(rule.id));
  const faults: string[] = [];
  for (const kind of ['bad', 'good'] as const)
    if (!examples.some((e) => e.kind === kind)) faults.push(`no ${kind} example`);
  for (const example of examples) {
    const { kind, text, marked } = example;
    const { path, ...world } = worldOf(rule, example);
    const options = { rules, path, world: { ...world, ...pageWorld(rule.id, text), ...turnedOn(rule) } };
    const problems = problemsIn(text, options);
    const found = problems.map(({ span }) => `${span.start}–${span.end}`);
    const others = problems.filter((problem) => problem.rule !== rule.id);
    if (others.length > 0) faults.push(`${kind}: another rule finds ${named(text, others).join(', ')}`);
    if (kind === 'bad' && marked.length === 0) faults.push('bad: nothing is marked');
    if (found.join() !== marked.join())
      faults.push(`${kind}: found ${named(text, problems).join(', ') || 'nothing'} in\n${text}`);
    const left = afterFixes(text, problems, options);
    if (left.length > 0) faults.push(`${kind}: the fix leaves ${left.join(', ')}`);
  }
  return faults;
}

type Options = NonNullable<Parameters<typeof problemsIn>[1]>;

/** Problems that stay when every preferred fix is applied, if each problem has one. */
function afterFixes(text: string, problems: readonly Problem[], options: Options): string[] {
  const fixes = problems.map((problem) => problem.fixes.find((fix) => fix.preferred));
  if (problems.length === 0 || fixes.some((fix) => fix === undefined)) return [];
  const fixed = applyEdits(
    text,
    fixes.flatMap((fix) => fix!.edits),
  );
  return named(fixed, problemsIn(fixed, options));
}
