import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestTextFor } from '../../src/schema/patterns';

const QUICK = [
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^https?://',
  '^(foo|bar|baz)+$',
  '(a|ab)*',
  '^\\p{Script=Han}+$',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '^(?=.*a)(?!.*b)[ab]{2,80}$',
  '^(图源|来源)：.+$',
  '[一-鿿]+',
  '^(\\s*a)*$',
  '^(?<year>\\d+)$',
  '^$',
];
const SLOW = [
  '^(a+)+$',
  '(a|a)*b',
  '(.*)*x',
  '(\\w+\\s?)*$',
  '(a|aa)+$',
  '(x+x+)+y',
  '^([a-z]+-?)*$',
  '(a*)*',
  '((a{1,20}){1,20})$',
  '.*.*.*.*.*x',
  // What refers back to what it has read is not looked through.
  '(a)\\1',
];

for (const pattern of QUICK)
  test(`${pattern} may be tried`, () => {
    const longest = longestTextFor(pattern);
    assert.ok(longest > 0);
    // As long a text as is allowed, of what it would go through again and again.
    const regex = new RegExp(pattern, 'u');
    const began = performance.now();
    for (const text of ['a', 'ab', '新', '0-', ' a']) regex.test(`${text.repeat(longest / text.length)}!`);
    assert.ok(performance.now() - began < 1000);
  });

for (const pattern of SLOW) test(`${pattern} may not`, () => assert.equal(longestTextFor(pattern), 0));

test('a pattern with a thousand ways is given up, not looked through', () => {
  const began = performance.now();
  assert.equal(longestTextFor(`(${Array.from({ length: 119 }, () => '.').join('|')})*`), 0);
  assert.equal(longestTextFor('a'.repeat(5_000)), 0);
  longestTextFor('('.repeat(3_000));
  assert.ok(performance.now() - began < 2000);
});
