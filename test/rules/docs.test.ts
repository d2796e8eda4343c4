import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { all } from '../../src/rules/all';
import { ROOT } from '../support/paths';
import { faultsOf } from './pages';

for (const rule of all) {
  test(`the page of ${rule.id} shows what the rule finds, and what is right`, () => {
    assert.deepEqual(faultsOf(rule, all), []);
  });
}

test('every page belongs to a rule', () => {
  const pages = readdirSync(path.join(ROOT, 'docs/rules')).filter((name) => name !== 'README.md');
  assert.deepEqual(pages.sort(), all.map((rule) => `${rule.id}.md`).sort());
});

test('rule ids are kebab case, and each is there once', () => {
  for (const { id } of all) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
});
