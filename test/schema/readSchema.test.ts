import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownSchemaOf } from '../../src/schema/ownSchema';
import { readSchema } from '../../src/schema/readSchema';
import { faultsOf, readerOf } from './cases';

type Files = Readonly<Record<string, string>>;

/** What is wrong with a schema, as `file «text it stands on»: template`. */
async function wrongIn(files: Files, address = 'a.json'): Promise<string[]> {
  const { problems } = await readSchema(address, readerOf(files));
  return problems.map(
    ({ file, span, message }) => `${file} «${files[file]?.slice(span.start, span.end)}»: ${message.template}`,
  );
}

async function fits(files: Files, yaml: string): Promise<string[]> {
  const { schema, problems } = await readSchema('schemas/a.json', readerOf(files));
  assert.ok(schema, problems.map(({ message }) => message.template).join());
  return faultsOf(ownSchemaOf(schema), yaml);
}

test('a mistake is told where it stands', async () => {
  const cases: readonly (readonly [text: string, at: string])[] = [
    ['{"type": }', '}'],
    ['[]', '['],
    ['{"$schema": "http://json-schema.org/draft-04/schema#"}', '"http://json-schema.org/draft-04/schema#"'],
    ['{"$schema": "https://example.org/mine"}', '"https://example.org/mine"'],
    ['{"properties": {"a": {"type": "text"}}}', '"text"'],
    ['{"properties": []}', '[]'],
    ['{"required": "title"}', '"title"'],
    ['{"properties": {"a": {"pattern": "("}}}', '"("'],
    ['{"patternProperties": {"(": {}}}', '"("'],
    ['{"properties": {"a": {"minLength": "3"}}}', '"3"'],
    ['{"properties": {"a": {"enum": "x"}}}', '"x"'],
    ['{"properties": {"a": {"$ref": "#/$defs/none"}}}', '"#/$defs/none"'],
    ['{"properties": {"a": {"$ref": "none.json"}}}', '"none.json"'],
    ['{"properties": {"a": {"$ref": "#none"}}}', '"#none"'],
    ['{"properties": {"a": {"$ref": "../../../etc/passwd"}}}', '"../../../etc/passwd"'],
    ['{"properties": {"a": {"$ref": "file:///etc/passwd"}}}', '"file:///etc/passwd"'],
  ];
  for (const [text, at] of cases) {
    const [first, ...others] = await wrongIn({ 'a.json': text });
    assert.match(first ?? '', /^a\.json «/, text);
    assert.ok(first?.startsWith(`a.json «${at}»`), `${text}: ${first}`);
    assert.deepEqual(others, [], text);
    assert.equal((await readSchema('a.json', readerOf({ 'a.json': text }))).schema, undefined);
  }
});

test('a mistake in another file is told in that file', async () => {
  const files = { 'a.json': '{"$ref": "b.json#/$defs/t"}', 'b.json': '{"$defs": {"t": {"type": 5}}}' };
  const [first] = await wrongIn(files);
  assert.match(first ?? '', /^b\.json «5»/);
});

test('other files below the root are found from the file, and from its $id', async () => {
  const b = '{"definitions": {"t": {"type": "string"}}}';
  const ref = (address: string, id = ''): string => `{${id} "properties": {"a": {"$ref": "${address}"}}}`;
  assert.deepEqual(await fits({ 'schemas/a.json': ref('b.json#/definitions/t'), 'schemas/b.json': b }, 'a: 5'), [
    'type /a',
  ]);
  assert.deepEqual(await fits({ 'schemas/a.json': ref('../b.json#/definitions/t'), 'b.json': b }, 'a: 5'), ['type /a']);
  assert.deepEqual(await fits({ 'schemas/a.json': ref('../栏目/b.json#/definitions/t'), '栏目/b.json': b }, 'a: 5'), [
    'type /a',
  ]);
  const own = '"$id": "https://news.example/s/a.json",';
  assert.deepEqual(await fits({ 'schemas/a.json': ref('b.json#/definitions/t', own), 'schemas/b.json': b }, 'a: 5'), [
    'type /a',
  ]);
});

test('files that name one another in a circle are read once', async () => {
  const a = '{"properties": {"a": {"type": "object", "properties": {"b": {"$ref": "b.json"}}}}}';
  const b = '{"type": "object", "properties": {"c": {"$ref": "a.json"}, "v": {"type": "string"}}}';
  assert.deepEqual(await fits({ 'schemas/a.json': a, 'schemas/b.json': b }, 'a: {b: {v: 5, c: {a: {b: {v: 6}}}}}'), [
    'type /a/b/c/a/b/v',
    'type /a/b/v',
  ]);
});

test('a schema that leads back to itself without looking deeper is told', async () => {
  for (const text of [
    '{"$ref": "#"}',
    '{"properties": {"a": {"$ref": "#/properties/a"}}}',
    '{"allOf": [{"anyOf": [{"$ref": "#"}]}]}',
    '{"$defs": {"x": {"not": {"$ref": "#/$defs/y"}}, "y": {"if": {"$ref": "#/$defs/x"}}}, "properties": {"a": {"$ref": "#/$defs/x"}}}',
  ])
    assert.match((await wrongIn({ 'a.json': text })).join(), /leads back to itself/, text);
});

test('a pattern that would keep an editor waiting is left out, and the rest holds', async () => {
  const files = { 'schemas/a.json': '{"properties": {"a": {"pattern": "^(a+)+$", "maxLength": 60}}}' };
  const { schema, problems } = await readSchema('schemas/a.json', readerOf(files));
  assert.ok(schema);
  assert.deepEqual(
    problems.map(({ severity }) => severity),
    ['information'],
  );
  assert.deepEqual(await fits(files, `a: ${'a'.repeat(50)}!`), []);
  assert.deepEqual(await fits(files, `a: ${'a'.repeat(70)}!`), ['maxLength /a']);
});

test('hostile schemas and front matters neither throw nor hang', async () => {
  const began = performance.now();
  const many = (n: number, of: (i: number) => unknown): unknown[] => Array.from({ length: n }, (_, i) => of(i));
  const doubling = Object.fromEntries(
    many(40, (i) => [`d${i}`, { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] }]) as [
      string,
      unknown,
    ][],
  );
  const hostile: readonly unknown[] = [
    { properties: { a: { $ref: '#/$defs/d0' } }, $defs: { ...doubling, d40: { type: 'string' } } },
    { properties: { a: { uniqueItems: true } } },
    {
      properties: { constructor: { type: 'string' }, toString: {}, __proto__: { type: 'number' } },
      required: ['valueOf'],
    },
    { properties: { a: { enum: many(50_000, (i) => i) } } },
    { anyOf: many(5_000, (i) => ({ properties: { a: { const: i } } })) },
  ];
  const fronts = [
    'a: x',
    `a: [${many(3_000, (i) => i).join(', ')}]`,
    'constructor: 5\ntoString: 6\n__proto__: x',
    'a: "\ud800"\n"\udc00": x',
  ];
  for (const json of hostile)
    for (const yaml of fronts) {
      const { schema } = await readSchema('a.json', readerOf({ 'a.json': JSON.stringify(json) }));
      if (schema) faultsOf(ownSchemaOf(schema), yaml);
    }
  for (const text of [
    '',
    '\ufeff{}',
    '{"properties": '.repeat(5_000),
    '['.repeat(50_000),
    `{"a": "${'x'.repeat(3e6)}"}`,
    '"',
    '\ud800',
  ])
    await readSchema('a.json', readerOf({ 'a.json': text }));
  const deep = `${'{"properties":{"a":'.repeat(2_000)}{}${'}}'.repeat(2_000)}`;
  assert.match((await wrongIn({ 'a.json': deep })).join(), /too large/);
  assert.ok(performance.now() - began < 10_000, `${performance.now() - began} ms`);
});

test('documentation and values come from what a schema refers to', async () => {
  const files = {
    'a.json': JSON.stringify({
      allOf: [{ $ref: '#/$defs/base' }],
      properties: {
        desk: { $ref: '#/$defs/desk', description: 'Who writes.' },
        mood: {
          oneOf: [
            { const: 'calm', title: '平静' },
            { const: 'angry', description: '愤怒' },
          ],
        },
        tags: { type: 'array', items: { $ref: '#/$defs/desk' } },
      },
      $defs: {
        base: { required: ['desk'], properties: { editor: { type: 'string', default: '编辑部' } } },
        desk: { enum: ['a', 'b'], markdownEnumDescriptions: ['**A**', 'B'] },
      },
    }),
  };
  const { schema } = await readSchema('a.json', readerOf(files));
  const { properties, required, own } = ownSchemaOf(schema!);
  assert.deepEqual(required, ['desk']);
  const desk = properties.get('desk');
  assert.deepEqual([desk?.description, desk?.values, desk?.valueTexts], ['Who writes.', ['a', 'b'], ['**A**', 'B']]);
  assert.deepEqual(
    [properties.get('mood')?.values, properties.get('mood')?.valueTexts],
    [
      ['calm', 'angry'],
      ['平静', '愤怒'],
    ],
  );
  assert.deepEqual(properties.get('tags')?.items?.values, ['a', 'b']);
  assert.equal(properties.get('editor')?.initial, '编辑部');
  assert.ok(properties.has('title'), 'what Hugo knows stays');
  assert.equal(own?.closed, false);
});
