import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../src/base/message';
import type { Problem } from '../../src/rules/rule';
import { typedSpan, withoutTyped } from '../../src/server/typing';

const problem = (rule: string, start: number, end: number): Problem => ({
  rule,
  span: { start, end },
  message: message('x'),
  severity: 'warning',
  fixes: [],
});

test('a new problem on the word being typed is held back', () => {
  assert.deepEqual(withoutTyped([problem('a', 4, 8)], { start: 8, end: 8 }, []), []);
});

test('a problem elsewhere is shown at once', () => {
  const elsewhere = problem('a', 20, 24);
  assert.deepEqual(withoutTyped([elsewhere], { start: 8, end: 8 }, []), [elsewhere]);
});

test('a problem that already stood under the caret stays while it is mended', () => {
  const stood = problem('a', 4, 8);
  const now = problem('a', 4, 9);
  assert.deepEqual(withoutTyped([now], { start: 9, end: 9 }, [problem('a', 4, 9)]), [now]);
  assert.deepEqual(withoutTyped([problem('b', 4, 9)], { start: 8, end: 8 }, [stood]), []);
});

test('in front matter the whole line is being typed, in the body the word', () => {
  const text = '---\ntitle: "two wor\n---\n\nSome words';
  const end = text.indexOf('Some');
  const { start, end: lineEnd } = typedSpan(text, text.indexOf('wor') + 3, end);
  assert.equal(text.slice(start, lineEnd), 'title: "two wor');
  const word = typedSpan(text, text.length, end);
  assert.equal(text.slice(word.start, word.end), 'words');
});
