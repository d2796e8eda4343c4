import type { Field, Value } from '../article/frontMatter';
import { wellFormed } from '../base/wellFormed';
import { faultsIn } from './faults';
import { NEWS_SCHEMA } from './newsSchema';
import type { ReadSchema } from './readSchema';
import type { JsonSchema, Property, Schema } from './schema';
import { schemaOf } from './schemaOf';

/** A front matter of more values is not checked by a schema: nobody writes it. */
const MOST_VALUES = 2_000;

/**
 * A schema of the newsroom, ready for use. What it names is documented and completed as it says; the other keys of the built-in schema stay, since Hugo reads them,
 * unless it allows nothing else.
 */
export function ownSchemaOf(read: ReadSchema): Schema {
  const own = schemaOf(read.json, read.references);
  const closed = isClosed(read.json, read);
  const properties = new Map(own.properties);
  if (!closed)
    for (const [name, property] of NEWS_SCHEMA.properties) if (!properties.has(name)) properties.set(name, property);
  const keys = declaredKeys(read);
  return {
    properties,
    required: own.required,
    own: {
      names: new Set(own.properties.keys()),
      closed,
      faultsOf(fields) {
        const instance = instanceOf(fields, { keys, properties: own.properties, longest: read.longestText });
        return instance === undefined ? [] : faultsIn(instance, read);
      },
    },
  };
}

function isClosed(json: JsonSchema | boolean, { references }: ReadSchema): boolean {
  if (typeof json !== 'object') return false;
  const isFalse = (of: unknown): boolean => typeof of === 'object' && of !== null && 'not' in of;
  const unevaluated = (json as Readonly<Record<string, unknown>>)['unevaluatedProperties'];
  if (isFalse(json.additionalProperties) || isFalse(unevaluated)) return true;
  const target = json.$ref === undefined ? undefined : references[json.$ref];
  return typeof target === 'object' && target !== json && isFalse(target.additionalProperties);
}

/** The keys that a schema names anywhere, by their lower-cased form: Hugo does not tell `Tags` from `tags`. */
function declaredKeys({ json, references }: ReadSchema): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const seen = new Set<unknown>();
  const declare = (key: unknown): void => {
    if (typeof key === 'string' && !keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
  };
  const stack: unknown[] = [json, ...Object.values(references)];
  for (let of = stack.pop(); of !== undefined; of = stack.pop()) {
    if (typeof of !== 'object' || of === null || seen.has(of)) continue;
    seen.add(of);
    for (const [word, value] of Object.entries(of)) {
      if (typeof value !== 'object' || value === null) continue;
      stack.push(value);
      if (word === 'required') for (const key of Array.isArray(value) ? value : []) declare(key);
      if (KEYED.has(word))
        for (const [key, inner] of Object.entries(value)) {
          declare(key);
          if (Array.isArray(inner)) for (const other of inner) declare(other);
        }
    }
  }
  return keys;
}

const KEYED: ReadonlySet<string> = new Set(['properties', 'dependentRequired', 'dependentSchemas', 'dependencies']);

interface Making {
  readonly keys: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, Property>;
  /** Texts beyond this are not compared with patterns. */
  readonly longest: number;
}

/** The front matter as JSON; undefined when it is not to be checked. A key without a value counts as missing, as Hugo takes it, unless null is allowed there. */
function instanceOf(fields: readonly Field[], making: Making): unknown {
  let left = MOST_VALUES;
  const jsonOf = (value: Value): unknown => {
    if (--left < 0) return null;
    switch (value.kind) {
      case 'null':
        return null;
      case 'string':
        if (value.value.length > making.longest) left = -1;
        return value.value;
      case 'number':
      case 'boolean':
        return value.value;
      case 'list':
        return value.items.map(jsonOf);
      case 'map':
        return mapOf(value.fields, false);
      default:
        return value satisfies never;
    }
  };
  const mapOf = (of: readonly Field[], top: boolean): unknown => {
    const map = Object.create(null) as Record<string, unknown>;
    for (const field of of) {
      if (field.value.kind === 'null' && !(top && allowsNull(making.properties.get(field.name)))) continue;
      map[keyOf(field, making.keys)] = jsonOf(field.value);
    }
    return map;
  };
  const map = mapOf(fields, true);
  return left < 0 ? undefined : map;
}

function allowsNull(property: Property | undefined): boolean {
  return property !== undefined && (property.types.includes('null') || property.values.includes(null));
}

function keyOf({ key, name }: Field, keys: ReadonlyMap<string, string>): string {
  return keys.get(name) ?? wellFormed(key);
}
