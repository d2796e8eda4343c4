import type { JsonSchema, JsonType, Property, Schema } from './schema';

/** The schema of a front matter from its JSON Schema. What it does not say is left open. */
export function schemaOf(json: JsonSchema): Schema {
  return { properties: propertiesOf(json.properties), required: (json.required ?? []).map((key) => key.toLowerCase()) };
}

function propertiesOf(properties: JsonSchema['properties']): Map<string, Property> {
  const entries = Object.entries(properties ?? {});
  return new Map(entries.map(([key, json]) => [key.toLowerCase(), propertyOf(key, json)]));
}

function propertyOf(key: string, json: JsonSchema): Property {
  const types = typesOf(json);
  return {
    key,
    types,
    values: json.enum ?? [],
    items: json.items && propertyOf(key, json.items),
    fields: propertiesOf(json.properties),
    others: typeof json.additionalProperties === 'object' ? propertyOf(key, json.additionalProperties) : undefined,
    description: json.description ?? '',
    format: json.format,
    initial: json.default ?? emptyOf(types[0], json.format),
    examples: json.examples ?? [],
  };
}

function typesOf(json: JsonSchema): readonly JsonType[] {
  if (json.type === undefined) return [];
  return typeof json.type === 'string' ? [json.type] : json.type;
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
