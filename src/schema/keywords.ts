import type { JsonType } from './schema';

/** What stands behind a word of JSON Schema. */
type Shape =
  | 'schema'
  | 'schemas'
  | 'schema or schemas'
  | 'map of schemas'
  | 'map of schemas or texts'
  | 'map of texts'
  | 'texts'
  | 'text'
  | 'count'
  | 'number'
  | 'flag'
  | 'list'
  | 'pattern'
  | 'types';

/** The words that decide. Others are notes to a reader, and mean nothing. */
export const KEYWORDS: Readonly<Record<string, Shape>> = {
  $ref: 'text',
  $defs: 'map of schemas',
  definitions: 'map of schemas',
  type: 'types',
  enum: 'list',
  properties: 'map of schemas',
  patternProperties: 'map of schemas',
  additionalProperties: 'schema',
  unevaluatedProperties: 'schema',
  propertyNames: 'schema',
  required: 'texts',
  dependentRequired: 'map of texts',
  dependentSchemas: 'map of schemas',
  dependencies: 'map of schemas or texts',
  minProperties: 'count',
  maxProperties: 'count',
  items: 'schema or schemas',
  prefixItems: 'schemas',
  additionalItems: 'schema',
  unevaluatedItems: 'schema',
  contains: 'schema',
  minContains: 'count',
  maxContains: 'count',
  minItems: 'count',
  maxItems: 'count',
  uniqueItems: 'flag',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
  minLength: 'count',
  maxLength: 'count',
  pattern: 'pattern',
  format: 'text',
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  not: 'schema',
  if: 'schema',
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: 'schema',
  else: 'schema',
  title: 'text',
  description: 'text',
  markdownDescription: 'text',
  enumDescriptions: 'texts',
  markdownEnumDescriptions: 'texts',
  examples: 'list',
};

const TYPES: readonly string[] = [
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
  'null',
] satisfies JsonType[];

/** How a message says what has to stand there. */
export const SHAPES: Readonly<Record<Shape, string>> = {
  schema: '{…}',
  schemas: '[{…}, …]',
  'schema or schemas': '{…}',
  'map of schemas': '{"…": {…}}',
  'map of schemas or texts': '{"…": {…}}',
  'map of texts': '{"…": ["…"]}',
  texts: '["…"]',
  text: '"…"',
  count: '1',
  number: '1',
  flag: 'true',
  list: '[…]',
  pattern: '"^…$"',
  types: TYPES.map((name) => `"${name}"`).join(', '),
};

export function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isMap(value);
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isSchemas = (value: unknown): boolean => Array.isArray(value) && value.every(isSchema);
const everyValue = (value: unknown, is: (part: unknown) => boolean): boolean =>
  isMap(value) && Object.values(value).every(is);

/** Whether a value can stand behind the word. */
export function isOfShape(value: unknown, shape: Shape): boolean {
  switch (shape) {
    case 'schema':
      return isSchema(value);
    case 'schemas':
      return isSchemas(value);
    case 'schema or schemas':
      return isSchema(value) || isSchemas(value);
    case 'map of schemas':
      return everyValue(value, isSchema);
    case 'map of schemas or texts':
      return everyValue(value, (part) => isSchema(part) || isTexts(part));
    case 'map of texts':
      return everyValue(value, isTexts);
    case 'texts':
      return isTexts(value);
    case 'text':
    case 'pattern':
      return typeof value === 'string';
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'number':
      return typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value);
    case 'types':
      return isTypeName(value) || (Array.isArray(value) && value.length > 0 && value.every(isTypeName));
    default:
      return shape satisfies never;
  }
}

function isTypeName(value: unknown): boolean {
  return typeof value === 'string' && TYPES.includes(value);
}
