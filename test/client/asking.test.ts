import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shouldAsk } from '../../src/client/asking';

/** Types the text that ends the front matter lines given; the last line is the one with the caret. */
function asks(lines: string, text: string): boolean {
  const all = lines.split('\n');
  return shouldAsk({ text, before: all.at(-1) ?? '', above: (back) => all.at(-1 - back) });
}

test('the first letters of a key ask', () => {
  assert.ok(asks('t', 't'));
  assert.ok(asks('title: "a"\nsid', 'd'));
});

test('a space after the colon asks, the colon alone does not', () => {
  assert.ok(asks('comments: ', ' '));
  assert.ok(!asks('comments:', ':'));
});

test('a space between words of a value does not ask', () => {
  assert.ok(!asks('categories: breaking ', ' '));
});

test('items of a list ask, in every way of writing lists', () => {
  assert.ok(asks('tags:\n  - ', ' '));
  assert.ok(asks('tags:\n  - p', 'p'));
  assert.ok(asks('tags:\n  - "p', 'p'));
  assert.ok(asks('tags: [', '['));
  assert.ok(asks('tags: [', '[]'));
  assert.ok(asks('tags: [a, ', ' '));
  assert.ok(asks('tags: ["', '""'));
});

test('a composed word asks', () => {
  assert.ok(asks('tags:\n  - 新闻', '新闻'));
  assert.ok(asks('tags: ["プレス', 'プレス'));
});

test('running text never asks: title, lead, summary', () => {
  assert.ok(!asks('title: "新闻', '新闻'));
  assert.ok(!asks('lead: th', 'h'));
  assert.ok(!asks('Summary: ', ' '));
});

test('a word in a block of text does not look like a key', () => {
  assert.ok(!asks('summary: |\n  Th', 'h'));
});

test('a key within a map asks', () => {
  assert.ok(asks('menu:\n  ma', 'a'));
});

test('comments and long pasted text do not ask', () => {
  assert.ok(!asks('# ta', 'a'));
  assert.ok(!asks('toc: true # ye', 'e'));
  assert.ok(!asks(`tags: ${'新'.repeat(30)}`, '新'.repeat(30)));
  assert.ok(!asks('tags: a b', 'a b'));
});

test('TOML and JSON front matter ask on values too', () => {
  assert.ok(asks('tags = ["', '"'));
  assert.ok(asks('"sidebar": ', ' '));
  assert.ok(!asks('"title": "a', 'a'));
});
