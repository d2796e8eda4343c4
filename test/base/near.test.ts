import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest, slipsBetween } from '../../src/base/near';
import { NEWS_SCHEMA } from '../../src/schema/newsSchema';
import { problemsIn } from '../rules/subjectOf';

test('a slip is a character too many, too few or wrong, or two neighbours swapped', () => {
  assert.equal(slipsBetween('tags', 'tags'), 0);
  assert.equal(slipsBetween('tgas', 'tags'), 1);
  assert.equal(slipsBetween('tagss', 'tags'), 1);
  assert.equal(slipsBetween('ags', 'tags'), 1);
  assert.equal(slipsBetween('togs', 'tags'), 1);
  assert.equal(slipsBetween('', 'tags'), 4);
});

test('short words are too near to everything to be corrected', () => {
  assert.equal(nearest('tic', ['toc']), undefined);
  assert.equal(nearest('tgas', ['tags']), 'tags');
  assert.equal(nearest('catagores', ['categories']), 'categories');
  assert.equal(nearest('autor', ['authorbox']), undefined);
});

const fm = (line: string) => `---\ntitle: a\ndate: 2025-02-07\n${line}\n---\n`;

for (const key of [
  'author',
  'source',
  'editor',
  'image',
  'page',
  'data',
  'height',
  'subtitle',
  'photographer',
  'video',
  'link',
  'custom',
  'x',
  'ogp',
  'wordcount',
  'location',
  'Title2',
  '来源',
])
  test(`an honest key of one's own is silent: ${key}`, () => {
    assert.deepEqual(problemsIn(fm(`${key}: 1`)), []);
  });

for (const [typed, meant] of [
  ['sumary', 'summary'],
  ['tag', 'tags'],
  ['tittle', 'title'],
  ['catagories', 'categories'],
  ['Thumbnial', 'thumbnail'],
  ['authorBox_', 'authorbox'],
  ['side-bar', 'sidebar'],
  ['mathjx', 'mathjax'],
  ['publish_date', 'publishDate'],
] as const)
  test(`a slip is corrected: ${typed} → ${meant}`, () => {
    const text = typed === 'tittle' ? `---\n${typed}: a\ndate: 2025-02-07\n---\n` : fm(`${typed}: `);
    const problem = problemsIn(text).find(({ rule }) => rule === 'misspelled-key');
    assert.equal(problem?.fixes[0]?.edits[0]?.text, meant);
  });

test('no known key is taken for a slip of another', () => {
  for (const { key } of NEWS_SCHEMA.properties.values())
    assert.deepEqual(
      problemsIn(fm(`${key}:`)).filter(({ rule }) => rule === 'misspelled-key'),
      [],
    );
});
