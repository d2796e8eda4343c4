import type { JsonSchema, JsonType, Property, Schema } from './schema';

/** The targets of `$ref`, by what stands there. */
export type References = Readonly<Record<string, JsonSchema | boolean>>;

/** References in references, and maps in maps, deeper than this are not described. */
const DEEP = 12;

interface Reading {
  readonly references: References;
  readonly depth: number;
}

/** The schema of a front matter from its JSON Schema, as completion and documentation need it. What it does not say is left open. */
export function schemaOf(json: JsonSchema | boolean, references: References = {}): Schema {
  const { properties, required } = partsOf(json, { references, depth: 0 });
  return { properties, required };
}

/** A schema with all that it takes from others: the parts of `allOf` hold, those of `anyOf` and `oneOf` may. */
interface Parts {
  /** Itself, what it refers to, and the parts of its `allOf`; nearest first. */
  readonly firm: readonly JsonSchema[];
  /** The forms that it may take. */
  readonly forms: readonly JsonSchema[];
}

function partsIn(json: JsonSchema | boolean, { references, depth }: Reading): Parts {
  const firm: JsonSchema[] = [];
  const forms: JsonSchema[] = [];
  const gather = (of: JsonSchema | boolean | undefined, into: JsonSchema[], left: number): void => {
    if (typeof of !== 'object' || left === 0 || into.includes(of)) return;
    into.push(of);
    if (of.$ref !== undefined) gather(references[of.$ref], into, left - 1);
    for (const part of of.allOf ?? []) gather(part, into, left - 1);
    for (const form of [...(of.anyOf ?? []), ...(of.oneOf ?? [])]) gather(form, forms, left - 1);
  };
  gather(json, firm, DEEP - depth);
  return { firm, forms };
}

function partsOf(json: JsonSchema | boolean, reading: Reading): Schema {
  const { firm, forms } = partsIn(json, reading);
  const properties = new Map<string, Property>();
  for (const part of [...firm, ...forms])
    for (const [key, inner] of Object.entries(part.properties ?? {})) {
      const name = key.toLowerCase();
      if (!properties.has(name) && inner !== false && !isForbidden(inner))
        properties.set(name, propertyOf(key, inner, { ...reading, depth: reading.depth + 1 }));
    }
  const required = firm.flatMap((part) => part.required ?? []).map((key) => key.toLowerCase());
  return { properties, required: [...new Set(required)] };
}

/** `{"not": {}}` is another way to write `false`. */
function isForbidden(json: JsonSchema | boolean): boolean {
  const not = typeof json === 'object' && 'not' in json ? json.not : undefined;
  return typeof not === 'object' && not !== null && Object.keys(not).length === 0;
}

function propertyOf(key: string, json: JsonSchema | boolean, reading: Reading): Property {
  const parts = partsIn(json, reading);
  const { firm } = parts;
  const first = <K extends keyof JsonSchema>(name: K): JsonSchema[K] | undefined =>
    firm.find((part) => part[name] !== undefined)?.[name];
  const types = typesOf(parts);
  const values = valuesOf(parts);
  const format = first('format');
  const deeper = { ...reading, depth: reading.depth + 1 };
  const one = (of: JsonSchema['items'] | undefined): Property | undefined => {
    const item = Array.isArray(of) ? of[0] : (of as JsonSchema | boolean | undefined);
    return typeof item === 'object' && deeper.depth < DEEP ? propertyOf(key, item, deeper) : undefined;
  };
  const inAny = <K extends 'items' | 'additionalProperties'>(name: K): Property | undefined =>
    one([...firm, ...parts.forms].find((part) => typeof part[name] === 'object')?.[name]);
  return {
    key,
    types,
    values: values.map(({ value }) => value),
    valueTexts: values.map(({ text }) => text),
    items: inAny('items'),
    fields: deeper.depth < DEEP ? partsOf(json, deeper).properties : new Map(),
    others: inAny('additionalProperties'),
    description: first('markdownDescription') ?? first('description') ?? first('title') ?? '',
    format,
    initial: first('default') ?? first('const') ?? emptyOf(types[0], format),
    examples: first('examples') ?? [],
  };
}

interface Allowed {
  readonly value: string | number | boolean | null;
  readonly text: string;
}

/** The values that are listed, in `enum`, as `const`, or as the forms of `oneOf`; none when another value is right too. */
function valuesOf({ firm, forms }: Parts): readonly Allowed[] {
  const own = firm.map(listedIn).find((list) => list !== undefined);
  if (own) return own;
  const lists = forms.filter((form) => !(form.anyOf || form.oneOf || form.$ref)).map(listedIn);
  if (lists.length === 0 || lists.some((list) => list === undefined)) return [];
  return lists.flatMap((list) => list ?? []);
}

function listedIn(json: JsonSchema): readonly Allowed[] | undefined {
  if (isScalar(json.const))
    return [{ value: json.const, text: json.markdownDescription ?? json.description ?? json.title ?? '' }];
  const texts = json.markdownEnumDescriptions ?? json.enumDescriptions ?? [];
  return json.enum?.map((value, i) => ({ value, text: texts[i] ?? '' })).filter(({ value }) => isScalar(value));
}

function isScalar(value: unknown): value is Allowed['value'] {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function typesOf({ firm, forms }: Parts): readonly JsonType[] {
  for (const part of firm) if (part.type !== undefined) return typeof part.type === 'string' ? [part.type] : part.type;
  return [...new Set(forms.flatMap((form) => form.type ?? []))];
}

function emptyOf(type: JsonType | undefined, format: string | undefined): unknown {
  switch (type) {
    case 'string':
      return format === undefined ? '' : undefined;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'object':
      return {};
    case 'number':
    case 'integer':
    case 'null':
    case undefined:
      return undefined;
    default:
      return type satisfies never;
  }
}
