import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import { checkValue } from '../../src/schema/checkValue';
import json from '../../src/schema/news.schema.json';
import { NEWS_SCHEMA } from '../../src/schema/newsSchema';
import { schemaOf } from '../../src/schema/schemaOf';
import { readShared, skipWithoutShared } from '../support/paths';

/** What is wrong with the value of `key: value`, as `kind «value»`. */
function wrongIn(line: string): string[] {
  const text = `---\n${line}\n---\n`;
  const [field] = articleOf(text).frontMatter.fields;
  const found = checkValue(field!.value, NEWS_SCHEMA.properties.get(field!.name)!);
  return found.map(({ kind, span }) => `${kind} «${text.slice(span.start, span.end)}»`);
}

test('every key of the seed is in the schema, and its value is right', { skip: skipWithoutShared }, () => {
  for (const { name, value } of articleOf(readShared('seed/article.md')).frontMatter.fields) {
    const property = NEWS_SCHEMA.properties.get(name);
    assert.ok(property, name);
    assert.deepEqual(checkValue(value, property), []);
  }
});

test('every key is described, in sentences', () => {
  for (const { key, description } of NEWS_SCHEMA.properties.values()) assert.match(description, /^[A-Z`].*[.)]$/s, key);
});

test('the schema uses only words of JSON Schema that we read', () => {
  const known = new Set(
    '$schema $id title description type enum properties required items additionalProperties default format minLength examples'.split(
      ' ',
    ),
  );
  const walk = (schema: Record<string, unknown>): void => {
    for (const word of Object.keys(schema)) assert.ok(known.has(word), word);
    for (const inner of Object.values((schema['properties'] ?? {}) as Record<string, Record<string, unknown>>))
      walk(inner);
    for (const inner of [schema['items'], schema['additionalProperties']])
      if (inner) walk(inner as Record<string, unknown>);
  };
  walk(json);
});

test('what the schema gives as an example or a default is right by the schema', () => {
  for (const { key, examples, initial } of NEWS_SCHEMA.properties.values())
    for (const example of [...examples, ...(initial === undefined ? [] : [initial])])
      assert.deepEqual(wrongIn(`${key}: ${JSON.stringify(example)}`), [], key);
});

test('a value of another kind is found, inside lists too', () => {
  assert.deepEqual(wrongIn('tags: "a"'), ['type «"a"»']);
  assert.deepEqual(wrongIn('tags: [a, [b], c]'), ['type «[b]»']);
  assert.deepEqual(wrongIn('weight: 1.5'), ['type «1.5»']);
  assert.deepEqual(wrongIn('thumbnail: {src: [a]}'), ['type «[a]»']);
  assert.deepEqual(wrongIn('menu: {main: 5}'), ['type «5»']);
  assert.deepEqual(wrongIn('menu: {main: {weight: x}}'), ['type «x»']);
});

test('a value that is not one of the choices is found', () => {
  assert.deepEqual(wrongIn('sidebar: middle'), ['choice «middle»']);
  assert.deepEqual(wrongIn('sidebar: true'), ['choice «true»']);
  assert.deepEqual(wrongIn('sidebar: false'), []);
});

test('a value that is absent is never wrong', () => {
  for (const { key } of NEWS_SCHEMA.properties.values()) assert.deepEqual(wrongIn(`${key}:`), []);
});

test('keys are lower-cased, as Hugo reads them, and keep their spelling for people', () => {
  const schema = schemaOf({ properties: { publishDate: { type: 'string' } }, required: ['publishDate'] });
  assert.equal(schema.properties.get('publishdate')?.key, 'publishDate');
  assert.deepEqual(schema.required, ['publishdate']);
});

test('what a completion writes is the default, or the emptiest value of the kind', () => {
  const initial = (schema: Parameters<typeof schemaOf>[0]) =>
    schemaOf({ properties: { a: schema } }).properties.get('a')!.initial;
  assert.deepEqual(
    [
      { type: 'string' },
      { type: 'boolean' },
      { type: 'array' },
      { type: 'object' },
      { type: 'integer' },
      { default: 5 },
      {},
    ].map((s) => initial(s as Parameters<typeof schemaOf>[0])),
    ['', false, [], {}, undefined, 5, undefined],
  );
});
