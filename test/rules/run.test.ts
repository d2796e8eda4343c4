import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../src/base/message';
import { DEFAULT_PROJECT } from '../../src/project/project';
import { all } from '../../src/rules/all';
import type { Rule } from '../../src/rules/rule';
import { pageOf, problemsOf } from '../../src/rules/run';
import { readShared, skipWithoutShared } from '../support/paths';
import { named, problemsIn, subjectOf, WORLD } from './subjectOf';

const finding = (start: number) => ({ span: { start, end: start + 1 }, message: message('x') });
const rule = (id: string, check: Rule['check']): Rule => ({
  id,
  group: 'fields',
  summary: message(id),
  severity: 'warning',
  check,
});
const withSeverity = (id: string, severity: 'error' | 'off') => ({
  ...WORLD,
  project: { ...DEFAULT_PROJECT, severities: new Map([[id, severity]]) },
});

test('problems come in the order of their places, whatever the order of the rules', () => {
  const rules = [rule('late', () => [finding(9)]), rule('early', () => [finding(5), finding(1)])];
  assert.deepEqual(
    problemsOf(subjectOf(''), { rules }).map((problem) => `${problem.rule} ${problem.span.start}`),
    ['early 1', 'early 5', 'late 9'],
  );
});

test('of two spellings of a key the rules look at the one that Hugo uses', () => {
  const text = '---\nDraft: true\ndraft: false\ntitle: a\ndate: 2025-02-07\n---\n';
  assert.deepEqual(named(text, problemsIn(text, { rules: all.filter(({ id }) => id === 'draft') })), ['draft «true»']);
});

test('a draft by cascade names the page that makes it one', () => {
  const target = { path: undefined, kind: undefined };
  const cascade = (folder: string, language?: string) => ({
    ...{ from: `${folder}/_index.md`, folder, language, target },
    values: { draft: true },
  });
  const cascades = [cascade('content/news'), cascade('content/news', 'en'), cascade('content/sport')];
  const mounts = [{ source: 'content', target: 'content', language: undefined }];
  const world = { site: { ...WORLD.site, cascades, mounts } };
  const told = problemsIn('---\ntitle: a\ndate: 2025-02-07\n---\n', { world });
  assert.deepEqual(
    told.map(({ rule, message: { args } }) => [rule, args]),
    [['draft', ['content/news/_index.md']]],
  );
});

test('a rule that throws is told of, keeps what it found, and costs no other rule anything', () => {
  const defects: string[] = [];
  const rules = [
    rule('broken', function* () {
      yield finding(1);
      throw new Error('slip');
    }),
    rule('sound', () => [finding(2)]),
  ];
  const problems = problemsOf(subjectOf(''), { rules, onDefect: (id, error) => defects.push(`${id}: ${error}`) });
  assert.deepEqual(
    problems.map((problem) => problem.rule),
    ['broken', 'sound'],
  );
  assert.deepEqual(defects, ['broken: Error: slip']);
});

test('the project decides on severities, before the rule and the finding', () => {
  const rules = [rule('a', () => [{ ...finding(1), severity: 'hint' }])];
  assert.equal(problemsOf(subjectOf(''), { rules })[0]!.severity, 'hint');
  assert.equal(problemsOf(subjectOf('', { world: withSeverity('a', 'error') }), { rules })[0]!.severity, 'error');
});

test('a rule that is off is not asked', () => {
  const rules = [rule('a', () => assert.fail('asked'))];
  assert.deepEqual(problemsOf(subjectOf('', { world: withSeverity('a', 'off') }), { rules }), []);
});

test('a section page needs neither title nor date', () => {
  assert.deepEqual(problemsIn('---\nlayout: list\n---\n', { path: 'content/news/_index.md' }), []);
  assert.deepEqual(problemsIn('---\nlayout: list\n---\n', { path: 'content/news/_index.zh-CN.md' }), []);
});

test('a problem leads to the page of its rule', () => {
  assert.equal(pageOf('missing-title'), 'https://github.com/copydesk/copydesk/blob/main/docs/rules/missing-title.md');
});

test('TOML and JSON are judged like YAML, and never rewritten', () => {
  const yaml = '---\ntitle: "a"\ndate: "2025年2月7日"\ntags: "b"\n---\n';
  const toml = '+++\ntitle = "a"\ndate = "2025年2月7日"\ntags = "b"\n+++\n';
  const json = '{\n"title": "a",\n"date": "2025年2月7日",\n"tags": "b"\n}\n';
  const kinds = (text: string) => problemsIn(text).map((problem) => `${problem.rule} ${problem.severity}`);
  assert.deepEqual(kinds(yaml), ['unread-date warning', 'wrong-type error']);
  assert.deepEqual(kinds(toml), kinds(yaml));
  assert.deepEqual(kinds(json), kinds(yaml));
  for (const text of [toml, json])
    assert.deepEqual(
      problemsIn(text).flatMap(({ fixes }) => fixes),
      [],
    );
});

test('each summary is one line, and no two rules share one', () => {
  const summaries = all.map(({ summary }) => summary.template);
  assert.equal(new Set(summaries).size, summaries.length);
  for (const summary of summaries) assert.doesNotMatch(summary, /\n|\.$/);
});

test('on the seed exactly this is found, each of it read and right', { skip: skipWithoutShared }, () => {
  const counts: Record<string, number> = {};
  for (const { rule, severity } of problemsIn(readShared('seed/article.md')))
    counts[`${severity} ${rule}`] = (counts[`${severity} ${rule}`] ?? 0) + 1;
  assert.deepEqual(counts, {
    'warning literal-emphasis': 2,
    'information glued-summary': 1,
    'information cut-summary': 1,
    'information placeholder-alt-text': 11,
    'information top-heading': 3,
    'information caption-heading': 1,
    'information unlinked-url': 6,
    'hint nameless-menu': 1,
    'hint bold-heading': 3,
  });
});

test('all rules on the seed take at most 3 ms, once warm', { skip: skipWithoutShared }, () => {
  const text = readShared('seed/article.md');
  const subject = subjectOf(text);
  for (let i = 0; i < 200; i++) problemsOf(subject);
  const times = Array.from({ length: 51 }, () => {
    const start = performance.now();
    problemsOf(subject);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  assert.ok(problemsOf(subject).length > 0);
  assert.ok(times[25]! < 3, `${times[25]} ms`);
  console.log(`all rules on the seed: ${times[25]!.toFixed(3)} ms`);
});
