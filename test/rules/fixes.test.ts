import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { diffArrays } from 'diff';
import { articleOf } from '../../src/article/articleOf';
import { fieldOf } from '../../src/article/frontMatter';
import { applyEdits, type Edit } from '../../src/base/edit';
import { renderBody } from '../../src/render/body';
import { all } from '../../src/rules/all';
import type { Problem } from '../../src/rules/rule';
import { safeEdits } from '../../src/rules/safeEdits';
import { normalised } from '../support/dom';
import { ONLY_PAGES, skipWithoutHugo, withBuild } from '../support/hugo';
import { corpusArticle, corpusNames, ROOT, skipWithoutShared } from '../support/paths';
import { problemsIn, WORLD } from './subjectOf';

/** More rounds than this would mean that two fixes undo each other. */
const ROUNDS = 8;

const groups = new Map(all.map(({ id, group }) => [id, group]));
/** Behind front matter that Hugo cannot read, the rest is looked at only once that is mended. */
const hides = ({ rule, severity }: Problem) => severity === 'error' && groups.get(rule) === 'front-matter-syntax';

const bodyOf = (text: string): string =>
  renderBody({ article: articleOf(text, WORLD.site.dialect), site: WORLD.site, path: 'content/news/a.md' });

/** The blocks at the top of a body, as lines that no block shares: each begins with a tag at the start of a line. */
function blocksOf(html: string): string[] {
  return html
    .replace(/<(?:p|h[1-6]|ul|ol|blockquote|pre|table|hr|dl|div|figure)\b/g, '\n\u0000$&')
    .split('\n\u0000')
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

/** What is read of a body: letters and digits, in their order. */
function lettersOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&[^;\s]+;|[^\p{L}\p{N}]/gu, '');
}

/** How many top-level blocks of the body the edits touch. */
function touchedBlocks(text: string, edits: readonly Edit[]): number {
  const article = articleOf(text, WORLD.site.dialect);
  return article.body.tree.children.filter(({ position }) => {
    const start = position?.start.offset ?? 0;
    const end = position?.end.offset ?? 0;
    return edits.some(({ span }) => span.start <= end + 1 && span.end >= start - 1);
  }).length;
}

/** Puts the text together again from what the edits leave and what they write. */
function outsideOf(text: string, edits: readonly Edit[]): { before: string; after: string } {
  const fixed = applyEdits(text, edits);
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let before = '';
  let after = '';
  let at = 0;
  let there = 0;
  for (const { span, text: written } of sorted) {
    before += text.slice(at, span.start);
    after += fixed.slice(there, there + span.start - at);
    there += span.start - at + written.length;
    at = span.end;
  }
  return { before: before + text.slice(at), after: after + fixed.slice(there) };
}

interface Tally {
  articles: number;
  edits: number;
  readonly byRule: Map<string, number>;
  readonly wrong: string[];
  /** The articles that changed, as they are then. */
  readonly fixed: Map<string, string>;
}

/** Applies what “fix all” applies, until nothing is left of it, and tells what is not as it should be. */
function fixAll(name: string, text: string, tally: Tally): void {
  tally.articles++;
  const first = problemsIn(text);
  let now = text;
  let problems = first;
  let hidden = false;
  for (let round = 0; ; round++) {
    const edits = safeEdits(problems);
    if (edits.length === 0) break;
    if (round === ROUNDS) return void tally.wrong.push(`${name}: fixes without an end: ${fixable(problems).join()}`);
    hidden ||= problems.some(hides);
    count(tally, problems, edits);
    const { before, after } = outsideOf(now, edits);
    if (before !== after) tally.wrong.push(`${name}: bytes outside the edits`);
    const fixed = applyEdits(now, edits);
    if (!problems.some(hides))
      tally.wrong.push(...changesBeyond(name, now, { fixed, edits, rules: fixable(problems) }));
    now = fixed;
    problems = problemsIn(now);
  }
  if (now !== text) tally.fixed.set(name, now);
  if (!hidden) tally.wrong.push(...fresh(name, first, problems));
}

/** Rules of which a fix is applied without asking. */
function fixable(problems: readonly Problem[]): string[] {
  return [...new Set(problems.filter(({ fixes }) => fixes.some((fix) => fix.preferred)).map(({ rule }) => rule))];
}

function count(tally: Tally, problems: readonly Problem[], edits: readonly Edit[]): void {
  tally.edits += edits.length;
  for (const { rule, fixes } of problems)
    if (fixes.some((fix) => fix.preferred)) tally.byRule.set(rule, (tally.byRule.get(rule) ?? 0) + 1);
}

/** Rules with more findings than before anything was fixed. */
function fresh(name: string, before: readonly Problem[], after: readonly Problem[]): string[] {
  const counts = (problems: readonly Problem[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const { rule } of problems) found.set(rule, (found.get(rule) ?? 0) + 1);
    return found;
  };
  const old = counts(before);
  return [...counts(after)]
    .filter(([rule, found]) => found > (old.get(rule) ?? 0))
    .map(([rule, found]) => `${name}: ${found} of ${rule}, ${old.get(rule) ?? 0} before the fixes`);
}

interface Fixed {
  readonly fixed: string;
  readonly edits: readonly Edit[];
  readonly rules: readonly string[];
}

/** Whether the letters are the same, but for a heading that repeated the title and was taken out. */
function sameLetters(before: string, after: string, title: string | undefined): boolean {
  if (before === after) return true;
  if (title === undefined || title === '' || before.length - after.length !== title.length) return false;
  for (let at = before.indexOf(title); at >= 0; at = before.indexOf(title, at + 1))
    if (before.slice(0, at) + before.slice(at + title.length) === after) return true;
  return false;
}

function titleLetters(text: string): string {
  const value = fieldOf(articleOf(text, WORLD.site.dialect).frontMatter, 'title')?.value;
  return value?.kind === 'string' ? lettersOf(value.value) : '';
}

function changesBeyond(name: string, text: string, { fixed, edits, rules }: Fixed): string[] {
  const [before, after] = [bodyOf(text), bodyOf(fixed)];
  const bodyStart = articleOf(text, WORLD.site.dialect).frontMatter.span.end;
  const inBody = edits.filter(({ span }) => span.end > bodyStart);
  if (inBody.length === 0) return before === after ? [] : [`${name}: the body changes with the fields (${rules})`];
  const wrong: string[] = [];
  const gone = diffArrays(blocksOf(before), blocksOf(after)).filter(({ removed }) => removed);
  const lost = gone.reduce((sum, part) => sum + (part.count ?? 0), 0);
  const touched = touchedBlocks(text, inBody);
  const inside = blocksOf(before).length > articleOf(text, WORLD.site.dialect).body.tree.children.length;
  if (!inside && lost > touched) wrong.push(`${name}: ${lost} blocks change where ${touched} are touched (${rules})`);
  const title = rules.includes('repeated-title') ? titleLetters(text) : undefined;
  if (!sameLetters(lettersOf(before), lettersOf(after), title)) wrong.push(`${name}: other letters (${rules})`);
  return wrong;
}

function tallyOf(articles: Iterable<readonly [name: string, text: string]>): Tally {
  const tally: Tally = { articles: 0, edits: 0, byRule: new Map(), wrong: [], fixed: new Map() };
  for (const [name, text] of articles) fixAll(name, text, tally);
  return tally;
}

function summary({ articles, fixed, byRule }: Tally): string {
  const rules = [...byRule].sort((a, b) => b[1] - a[1]).map(([rule, times]) => `${rule} ${times}`);
  return `${fixed.size} of ${articles} articles changed: ${rules.join(', ')}`;
}

test('fix all on the sample newsroom: the problems are gone, none is new, and nothing else changes', (t) => {
  const folder = path.join(ROOT, 'examples/newsroom/content');
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'));
  const tally = tallyOf(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const));
  t.diagnostic(summary(tally));
  assert.ok(tally.fixed.size > 0);
  assert.deepEqual(tally.wrong, []);
});

test('fix all on the reference articles: the same', { skip: skipWithoutShared }, (t) => {
  const tally = tallyOf(corpusNames().map((name) => [name, corpusArticle(name)] as const));
  t.diagnostic(summary(tally));
  assert.ok(tally.fixed.size > 20);
  assert.deepEqual(tally.wrong, []);
});

test('what is fixed looks to Hugo as it does to us', { skip: skipWithoutShared || skipWithoutHugo }, (t) => {
  const some = [...tallyOf(corpusNames().map((name) => [name, corpusArticle(name)] as const)).fixed].filter(
    (_, i) => i % 5 === 0,
  );
  const files = Object.fromEntries(some.map(([name, text]) => [`content/news/${name}.md`, bodyAlone(text)]));
  const site = {
    'hugo.toml': `${ONLY_PAGES}defaultContentLanguage = "zh-cn"\ndisablePathToLower = true\n`,
    'layouts/_default/single.html': '{{ .Content }}',
    'layouts/_default/list.html': '',
  };
  withBuild({ ...site, ...files }, [], ({ status, log, published }) => {
    assert.equal(status, 0, log);
    for (const [name] of some)
      assert.equal(
        normalised(bodyOf(files[`content/news/${name}.md`]!)),
        normalised(published(`news/${name}/index.html`) ?? ''),
        name,
      );
  });
  t.diagnostic(`${some.length} fixed articles built`);
});

/** The body under front matter that lets any article be built. */
function bodyAlone(text: string): string {
  return `---\ntitle: x\n---\n${text.slice(articleOf(text, WORLD.site.dialect).frontMatter.span.end)}`;
}
