import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PROJECT } from '../../src/project/project';
import { all } from '../../src/rules/all';
import { faultsOf, schemaFrom } from '../schema/cases';
import { named, problemsIn } from './subjectOf';

const TEXT = '---\ntitle: 渡轮\ndate: 2025-02-07\nDesk: 港口\nrights: { holder: 我 }\n---\n';

test('a field that the schema does not know can be allowed in the project; what is inside one cannot', async () => {
  const rights = { type: 'object', properties: { owner: {} }, additionalProperties: false };
  const schema = await schemaFrom({
    properties: { title: {}, date: {}, rights },
    additionalProperties: false,
  });
  const rules = all.filter(({ id }) => id === 'schema-mismatch');
  const problems = problemsIn(TEXT, { world: { schema }, rules });
  assert.deepEqual(
    problems.map(({ unknownKey }) => unknownKey),
    ['Desk', undefined],
  );
  const project = { ...DEFAULT_PROJECT, allowedKeys: new Set(['desk']) };
  const left = problemsIn(TEXT, { world: { schema, project }, rules });
  assert.deepEqual(named(TEXT, left), named(TEXT, problems.slice(1)));
});

test('a field with a fault is not called unknown as well', async () => {
  for (const additional of ['additionalProperties', 'unevaluatedProperties']) {
    const properties = { title: { maxLength: 2 }, tags: { items: { enum: ['a'] } } };
    const schema = await schemaFrom({ properties, [additional]: false });
    assert.deepEqual(faultsOf(schema, 'title: abc'), ['maxLength /title']);
    assert.deepEqual(faultsOf(schema, 'tags: [b]'), ['enum /tags/0']);
    assert.deepEqual(faultsOf(schema, 'desk: {}'), ['additionalProperties /desk']);
  }
});
