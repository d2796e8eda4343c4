import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edit';
import { all } from '../../src/rules/all';
import { ROOT } from '../support/paths';
import { named, problemsIn, WORLD } from './subjectOf';

interface Outcome {
  readonly name: string;
  /** Whether Hugo 0.111.3 with Mainroad built a site with this one article; recorded, one build each. */
  readonly builds: boolean;
  readonly text: string;
}

const outcomes: readonly Outcome[] = JSON.parse(
  readFileSync(path.join(ROOT, 'test/rules/fixtures/front-matter.json'), 'utf8'),
);
const rules = all.filter(({ group }) => group === 'front-matter-syntax' || group === 'fields');
const errorsIn = (text: string) => problemsIn(text, { rules }).filter(({ severity }) => severity === 'error');

test('an error is told exactly where Hugo fails', () => {
  assert.ok(outcomes.length > 700 && outcomes.some(({ builds }) => !builds));
  const wrong = outcomes.flatMap(({ name, builds, text }) => {
    const errors = errorsIn(text);
    return errors.length > 0 === builds ? [`${name}: ${named(text, errors).join(', ') || 'nothing'}`] : [];
  });
  assert.deepEqual(wrong, []);
});

test('the article is not said to be wrong as a whole: an error stands on characters, and not on the first line but for its own faults', () => {
  for (const { name, builds, text } of outcomes)
    if (!builds) for (const { span } of errorsIn(text)) assert.ok(span.end > span.start, name);
});

test('a list whose dashes lack a space is mended as a list', () => {
  const text = '---\ntitle: "甲"\ndate: 2025-02-07\ntags:\n  -"港口"\n  -"夜航"\n---\n';
  const edits = problemsIn(text, { rules }).flatMap(
    ({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? [],
  );
  assert.equal(applyEdits(text, edits), text.replaceAll('-"', '- "'));
});

test('what mends such a list is offered at the error, too', () => {
  const text = '---\ntitle: "甲"\ndate: 2025-02-07\ntags:\n  -"港口"\n---\n';
  const error = problemsIn(text, { rules }).find(({ severity }) => severity === 'error');
  assert.deepEqual(
    error?.fixes.map(({ edits }) => applyEdits(text, edits)),
    [text.replace('-"', '- "')],
  );
});

test('values side by side become a list where the field wants one, and one text where it wants text', () => {
  const fixes = (field: string) =>
    problemsIn(`---\ntitle: "甲"\ndate: 2025-02-07\n${field}\n---\n`, { rules })
      .filter(({ rule }) => rule === 'joined-values')
      .flatMap((problem) => problem.fixes.map(({ edits, preferred }) => `${edits[0]!.text}${preferred ? '!' : ''}`));
  assert.deepEqual(fixes('tags: "港口"、"夜航"'), ['["港口", "夜航"]!']);
  assert.deepEqual(fixes('lead: "港口" "夜航"'), [`'"港口" "夜航"'!`]);
  assert.deepEqual(fixes('colour: "港口" "夜航"'), ['["港口", "夜航"]', `'"港口" "夜航"'`]);
  assert.deepEqual(fixes('lead: ["港口"，"夜航"]'), ['["港口", "夜航"]']);
});

test('tags that differ for readers and have one address are told', () => {
  const text = '---\ntitle: "甲"\ndate: 2025-02-07\ntags: ["C", "C#", "AI", "ai"]\n---\n';
  const only = all.filter(({ id }) => id === 'duplicate-term');
  assert.deepEqual(named(text, problemsIn(text, { rules: only })), ['duplicate-term «"C#"»', 'duplicate-term «"ai"»']);
});

test('a tag of which nothing stands in an address is a warning', () => {
  const text = '---\ntitle: "甲"\ndate: 2025-02-07\ntags: ["！！"]\n---\n';
  assert.deepEqual(
    problemsIn(text, { rules }).map(({ rule, severity }) => `${rule} ${severity}`),
    ['lossy-term warning'],
  );
});

test('a time without an offset is a hint on a site that says no time zone, unless it is held back', () => {
  const site = { ...WORLD.site, hasTimeZone: false };
  const kinds = (date: string) =>
    problemsIn(`---\ntitle: "甲"\ndate: "${date}"\n---\n`, { rules, world: { site } }).map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );
  assert.deepEqual(kinds('2025-02-07 19:11:57'), ['date-without-offset hint']);
  assert.deepEqual(kinds('2025-03-01 00:30:00'), ['held-back-date warning']);
  assert.deepEqual(kinds('2025-02-07T19:11:57+08:00'), []);
  assert.deepEqual(kinds('Fri, 07 Feb 2025 19:11:57 GMT'), []);
  assert.deepEqual(kinds('2025-02-07'), []);
});
