import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import { createStore } from '../../src/catalog/store';
import { fingerprintOf } from '../../src/cli/fingerprint';
import { isFresh } from '../../src/cli/stamp';
import { holdingOf, watched, wouldAnswer } from '../../src/cli/watch';
import { problemsOf } from '../../src/rules/run';
import { WORLD } from '../rules/subjectOf';
import { ROOT } from '../support/paths';

const HOUR = 3_600_000;
const NOW = new Date('2026-03-02T12:00:00Z');

/** What is said of an article at a time. */
const said = (text: string, now: number, timeZone: string) =>
  JSON.stringify(
    problemsOf({
      article: articleOf(text),
      path: 'content/a.md',
      kind: 'article',
      world: { ...WORLD, site: { ...WORLD.site, timeZone }, now: new Date(now) },
    }),
  );

test('as long as it is said to hold, the clock changes nothing', () => {
  const times = [-400, -73, -49, -47, -20, -1, 0, 1, 13, 15, 30, 47, 49, 90, 300];
  const forms = [
    (iso: string) => `date: ${iso}`,
    (iso: string) => `date: "${iso.slice(0, 19).replace('T', ' ')}"`,
    (iso: string) => `date: ${iso.slice(0, 10)}`,
    (iso: string) => `date: 2020-01-01\npublishDate: ${iso.slice(0, 19)}`,
    (iso: string) => `date: 2020-01-01\nexpiryDate: ${iso}`,
    (iso: string) => `date: ${Date.parse(iso) / 1000}`,
    (iso: string) => `date: 2019-01-01\nlastmod: ${iso}`,
  ];
  let held = 0;
  for (const timeZone of ['UTC', 'Asia/Shanghai', 'Pacific/Kiritimati', 'America/Los_Angeles'])
    for (const form of forms)
      for (const hours of times) {
        const iso = new Date(NOW.getTime() + hours * HOUR).toISOString();
        const text = `---\ntitle: 题\n${form(iso)}\n---\n\n文。\n`;
        const holding = holdingOf(articleOf(text), NOW);
        if (!holding) continue;
        held++;
        assert.ok(holding.from <= NOW.getTime() && NOW.getTime() < holding.until);
        for (const at of [holding.from, NOW.getTime() - HOUR, NOW.getTime() + HOUR, holding.until - 1]) {
          const clock = Math.max(holding.from, Math.min(at, holding.until - 1));
          if (Math.abs(clock) < 8e15)
            assert.equal(said(text, clock, timeZone), said(text, NOW.getTime(), timeZone), text);
        }
      }
  assert.ok(held > 100, `${held}`);
});

test('a rule that looks at the clock is known: what holdingOf takes for granted was thought of for these', () => {
  const rules = readdirSync(path.join(ROOT, 'src/rules')).filter((name) => name.endsWith('.ts'));
  const looking = rules.filter((name) =>
    /\bnow\b\s*[.,})]/.test(
      readFileSync(path.join(ROOT, 'src/rules', name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
    ),
  );
  assert.deepEqual(looking, ['dates.ts', 'expired.ts']);
});

test('what was asked of the catalog holds until it would answer otherwise', () => {
  const store = createStore(['tags']);
  const brief = (name: string, title: string, tags: readonly string[] = []) => ({
    path: `content/${name}.md`,
    title,
    date: '2026-01-01',
    draft: false,
    thumbnail: '',
    terms: new Map([['tags', tags]]),
  });
  store.put(brief('a', '甲', ['城']));
  store.complete();
  const ask = (question: (catalog: ReturnType<typeof store.view>) => void) => {
    const { catalog, answers } = watched(() => store.view(), 'whole');
    question(catalog);
    return answers;
  };
  const get = ask((catalog) => catalog.get('content/a.md'));
  const none = ask((catalog) => catalog.get('content/b.md'));
  const terms = ask((catalog) => catalog.terms('tags'));
  const all = ask((catalog) => [...catalog.all()]);
  const memo = ask((catalog) => catalog.memo('x', () => 1));
  const nothing = ask((catalog) => catalog.complete);
  const holds = (answers: Readonly<Record<string, string>>, whole: string) =>
    wouldAnswer(answers, () => store.view(), whole);
  for (const answers of [get, none, terms, all, memo, nothing]) assert.ok(holds(answers, 'whole'));
  store.put(brief('c', '丙'));
  assert.deepEqual(
    [get, none, terms, all, memo, nothing].map((answers) => holds(answers, 'another')),
    [true, true, true, false, false, true],
  );
  store.put(brief('b', '乙', ['城']));
  store.put(brief('a', '甲二', ['城']));
  assert.deepEqual(
    [get, none, terms, nothing].map((answers) => holds(answers, 'another')),
    [false, false, false, true],
  );
});

test('values have the same fingerprint when they are the same, and only then', () => {
  const values = [
    undefined,
    null,
    0,
    -1,
    '0',
    '',
    true,
    'true',
    [],
    {},
    [[]],
    [{}],
    [0, 1],
    ['0,1'],
    { a: 1 },
    { a: '1' },
    { b: 1 },
    new Map(),
    new Map([['a', 1]]),
    new Set(['a', 1]),
    new Set(),
    /a/,
    /a/g,
    Number.NaN,
    [undefined],
    { a: undefined },
  ];
  const prints = values.map((value) => fingerprintOf(value));
  assert.equal(new Set(prints).size, values.length);
  assert.deepEqual(
    prints,
    values.map((value) => fingerprintOf(structuredClone(value))),
  );
  assert.equal(
    fingerprintOf(() => 1),
    undefined,
  );
  assert.equal(fingerprintOf({ deep: [new Map([['a', () => 1]])] }), undefined);
  class Own {}
  assert.equal(fingerprintOf(new Own()), undefined);
});

test('a file that was written just now is not to be known by its stamp', () => {
  assert.ok(isFresh('1 1000000.25 1000000.25 7', 1_000_050));
  assert.ok(!isFresh('1 1000000.25 1000000.25 7', 1_000_500));
  assert.ok(isFresh('1 1000000 1000000 7', 1_000_500), 'a file system that counts seconds');
  assert.ok(isFresh('1 5000.5 1000000.25 7', 1_000_050), 'the time of the content may be set back');
});
