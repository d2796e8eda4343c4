import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { NEWS_SCHEMA } from '../src/schema/newsSchema';
import type { Property } from '../src/schema/schema';
import { ROOT } from './support/paths';
import { sources, templatesIn } from './support/templates';

const bundle: Record<string, string> = JSON.parse(readFileSync(path.join(ROOT, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'));
const templates = [...sources()].flatMap(([file, source]) => templatesIn(file, source));
/** What schemas say of keys is passed on: `message(property.description)`. */
const PASSED_ON = /^[\w.]*\bdescription\b/;

function descriptionsOf(properties: Iterable<Property>): string[] {
  return [...properties].flatMap((property) => [
    ...(property.description === '' ? [] : [property.description]),
    ...descriptionsOf(property.fields.values()),
    ...descriptionsOf([property.items, property.others].filter((one) => one !== undefined)),
  ]);
}

const shown = new Set([
  ...templates.flatMap(({ text }) => (text === undefined ? [] : [text])),
  ...descriptionsOf(NEWS_SCHEMA.properties.values()),
]);

test('the texts for editors are literals, so that they can be found', () => {
  const hidden = templates.filter(({ text, argument }) => text === undefined && !PASSED_ON.test(argument));
  assert.deepEqual(
    hidden.map(({ file, argument }) => `${file}: ${argument}`),
    [],
  );
});

test('every text that an editor can see has a Chinese translation', () => {
  assert.deepEqual(
    [...shown].filter((text) => !bundle[text]),
    [],
  );
});

test('no translation is left over', () => {
  assert.deepEqual(
    Object.keys(bundle).filter((text) => !shown.has(text)),
    [],
  );
});

test('a translation has the same places to fill as its text', () => {
  const places = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort().join();
  assert.deepEqual(
    Object.entries(bundle).filter(([text, translation]) => places(text) !== places(translation)),
    [],
  );
});

test('a text is found in quotes of any kind, joined, and as a constant', () => {
  const source = `const A = 'one {0}'; message(A, 1); message("it's"); message('a' + \n 'b'); vscode.l10n.t(\`c\`); message('x\\u2019'); message(other);`;
  assert.deepEqual(
    templatesIn('a.ts', source).map(({ text }) => text),
    ['one {0}', "it's", 'ab', 'c', 'x’', undefined],
  );
});
