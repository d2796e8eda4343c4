import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from '../../src/rules/all';
import type { Rule } from '../../src/rules/rule';
import { faultsOf } from './pages';

for (const rule of all) {
  test(`the page of ${rule.id} notices when the rule finds nothing`, () => {
    const silent: Rule = { ...rule, check: () => [] };
    assert.notDeepEqual(
      faultsOf(
        silent,
        all.map((other) => (other.id === rule.id ? silent : other)),
      ),
      [],
    );
  });
}
