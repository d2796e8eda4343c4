import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../src/schema/readSchema';
import { faultsOf, schemaFrom } from './cases';

/** A schema, a front matter, and what of it does not fit. Without a draft, both drafts say the same. */
type Case = readonly [schema: object | boolean, yaml: string, faults: readonly string[], draft?: Draft];

const of = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });

/** Of a condition; the word `then` of an object means something else to JavaScript. */
const when = (condition: object, then: object, otherwise: object = {}): object => ({
  if: condition,
  ...Object.fromEntries([['then', then]]),
  else: otherwise,
});

const CASES: readonly Case[] = [
  // Kinds
  [of({ a: { type: 'string' } }), 'a: x', []],
  [of({ a: { type: 'string' } }), 'a: 5', ['type /a']],
  [of({ a: { type: 'integer' } }), 'a: 5', []],
  [of({ a: { type: 'integer' } }), 'a: 5.5', ['type /a']],
  [of({ a: { type: 'number' } }), 'a: "5"', ['type /a']],
  [of({ a: { type: 'boolean' } }), 'a: yes', []],
  [of({ a: { type: 'boolean' } }), 'a: "yes"', ['type /a']],
  [of({ a: { type: ['string', 'array'] } }), 'a: {b: 1}', ['type /a']],
  [of({ a: { type: 'array', items: { type: 'string' } } }), 'a: [x, 5, w, 6]', ['type /a/1', 'type /a/3']],
  [of({ a: of({ b: { type: 'string' } }) }), 'a: {b: [x]}', ['type /a/b']],
  [of({ a: { type: 'null' } }), 'a:', []],
  // A key without a value is a key that is missing.
  [of({ a: { type: 'string' } }), 'a:', []],
  [of({ a: { type: 'string' } }, { required: ['a'] }), 'a:', ['required / a']],
  // Times stay text, as Hugo takes them.
  [of({ a: { type: 'string' } }), 'a: 2025-02-07', []],
  // Values
  [of({ a: { enum: ['x', 'y'] } }), 'a: z', ['enum /a']],
  [of({ a: { enum: ['x', 1, true] } }), 'a: true', []],
  [of({ a: { const: 'x' } }), 'a: y', ['const /a']],
  [of({ a: { type: 'array', items: { enum: ['x'] } } }), 'a: [x, y]', ['enum /a/1']],
  [of({ a: { enum: ['x'], type: 'string' } }), 'a: 5', ['type /a']],
  // Texts
  [of({ a: { minLength: 2 } }), 'a: 好', ['minLength /a']],
  [of({ a: { maxLength: 2 } }), 'a: 😀😀', []],
  [of({ a: { pattern: '^\\p{Script=Han}+$' } }), 'a: 新闻x', ['pattern /a']],
  [of({ a: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' } }), 'a: a-b-c', []],
  [of({ a: { format: 'date' } }), 'a: 2025-02-30', ['format /a']],
  [of({ a: { format: 'date' } }), 'a: 2025-02-07', []],
  [of({ a: { format: 'date-time' } }), 'a: 2025-02-07 19:11:57', []],
  [of({ a: { format: 'date-time' } }), 'a: 7. Februar', ['format /a']],
  [of({ a: { format: 'uri' } }), 'a: /img/a.jpg', ['format /a']],
  [of({ a: { format: 'email' } }), 'a: a@b.c', []],
  [of({ a: { format: 'email' } }), 'a: a at b', ['format /a']],
  [of({ a: { format: 'of the house' } }), 'a: x', []],
  // Numbers
  [of({ a: { minimum: 1, maximum: 9 } }), 'a: 10', ['maximum /a']],
  [of({ a: { exclusiveMinimum: 1 } }), 'a: 1', ['exclusiveMinimum /a']],
  [of({ a: { multipleOf: 5 } }), 'a: 7', ['multipleOf /a']],
  // Lists
  [of({ a: { minItems: 1 } }), 'a: []', ['minItems /a']],
  [of({ a: { maxItems: 1 } }), 'a: [x, y]', ['maxItems /a']],
  [of({ a: { uniqueItems: true } }), 'a: [x, y, x]', ['uniqueItems /a']],
  [of({ a: { contains: { const: 'x' } } }), 'a: [y, z]', ['contains /a']],
  [of({ a: { contains: { const: 'x' } } }), 'a: [y, x]', []],
  [of({ a: { prefixItems: [{ type: 'string' }, { type: 'number' }] } }), 'a: [x, y]', ['type /a/1'], '2020-12'],
  [of({ a: { prefixItems: [{}], items: false } }), 'a: [x, y]', ['not /a/1'], '2020-12'],
  [of({ a: { items: [{ type: 'string' }], additionalItems: { type: 'number' } } }), 'a: [x, y]', ['type /a/1'], '7'],
  // Maps
  [of({}, { required: ['a', 'b'] }), 'a: x', ['required / b']],
  [of({ a: of({}, { required: ['b'] }) }), 'a: {c: 1}', ['required /a b']],
  [of({ a: {} }, { additionalProperties: false }), 'a: x\nb: y', ['additionalProperties /b']],
  [of({}, { additionalProperties: { type: 'string' } }), 'b: [y]', ['type /b']],
  [of({}, { patternProperties: { '^x_': { type: 'number' } } }), 'x_a: y', ['type /x_a']],
  [of({}, { propertyNames: { pattern: '^[a-z]+$' } }), 'a-b: y', ['pattern /a-b']],
  [of({}, { minProperties: 2 }), 'a: y', ['minProperties /']],
  [of({ a: false }), 'a: y', ['not /a']],
  [of({ Titel: { type: 'string' } }, { required: ['Titel'] }), 'titel: [x]', ['type /Titel']],
  // Together
  [of({}, { dependentRequired: { a: ['b'] } }), 'a: x', ['required / b'], '2020-12'],
  [of({}, { dependencies: { a: ['b'] } }), 'a: x', ['required / b'], '7'],
  [of({}, { dependentSchemas: { a: { required: ['b'] } } }), 'a: x', ['required / b'], '2020-12'],
  [
    of({ k: {} }, when({ properties: { k: { const: 'v' } }, required: ['k'] }, { required: ['video'] })),
    'k: v',
    ['required / video'],
  ],
  [of({ k: {} }, when({ properties: { k: { const: 'v' } } }, {}, { required: ['b'] })), 'k: w', ['required / b']],
  [of({ a: { allOf: [{ minLength: 3 }, { pattern: '^x' }] } }), 'a: yy', ['minLength /a', 'pattern /a']],
  [of({ a: { not: { const: 'x' } } }), 'a: x', ['not /a']],
  // Of several forms, the one that was meant
  [of({ a: { anyOf: [{ type: 'string' }, { type: 'array' }] } }), 'a: 5', ['type /a']],
  [of({ a: { anyOf: [{ type: 'string', minLength: 3 }, { type: 'array' }] } }), 'a: xy', ['minLength /a']],
  [of({ a: { oneOf: [{ const: 'x' }, { const: 'y' }] } }), 'a: z', ['enum /a']],
  [of({ a: { oneOf: [{ type: 'string' }, { minLength: 1 }] } }), 'a: z', ['oneOf /a']],
  [of({ a: { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] } }), 'a: [1]', ['type /a/0']],
  // References
  [of({ a: { $ref: '#/$defs/t' } }, { $defs: { t: { type: 'string' } } }), 'a: 5', ['type /a'], '2020-12'],
  [of({ a: { $ref: '#/definitions/t' } }, { definitions: { t: { type: 'string' } } }), 'a: 5', ['type /a']],
  [of({ a: { $ref: '#t' } }, { $defs: { t: { $anchor: 't', type: 'string' } } }), 'a: 5', ['type /a'], '2020-12'],
  [of({ a: { $ref: '#t' } }, { definitions: { t: { $id: '#t', type: 'string' } } }), 'a: 5', ['type /a'], '7'],
  [
    of(
      { a: { $ref: 't.json' } },
      { $id: 'https://news.example/s.json', $defs: { t: { $id: 't.json', type: 'string' } } },
    ),
    'a: 5',
    ['type /a'],
    '2020-12',
  ],
  // Beside a reference, draft-07 hears nothing; 2020-12 does.
  [of({ a: { $ref: '#/definitions/t', minLength: 3 } }, { definitions: { t: { type: 'string' } } }), 'a: x', [], '7'],
  [
    of({ a: { $ref: '#/$defs/t', minLength: 3 } }, { $defs: { t: { type: 'string' } } }),
    'a: x',
    ['minLength /a'],
    '2020-12',
  ],
  // A tree within a tree
  [
    of({ a: { $ref: '#/$defs/n' } }, { $defs: { n: of({ n: { $ref: '#/$defs/n' }, v: { type: 'string' } }) } }),
    'a: {n: {n: {v: 5}}}',
    ['type /a/n/n/v'],
  ],
  [
    of({ a: { type: 'string' } }, { allOf: [of({ b: {} })], unevaluatedProperties: false }),
    'a: x\nb: y\nc: z',
    ['additionalProperties /c'],
    '2020-12',
  ],
  [true, 'a: x', []],
];

for (const [n, [schema, yaml, faults, draft]] of CASES.entries())
  for (const one of draft ? [draft] : (['7', '2020-12'] as const))
    test(`${n} draft ${one}: ${JSON.stringify(schema)} of ${JSON.stringify(yaml)}`, async () => {
      assert.deepEqual(faultsOf(await schemaFrom(schema, one), yaml), faults);
    });
