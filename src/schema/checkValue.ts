import type { Value } from '../article/frontMatter';
import type { Span } from '../base/span';
import type { JsonType, Property } from './schema';

/** Where a value is not what its schema asks for. */
export type Mismatch =
  | { readonly kind: 'type'; readonly span: Span; readonly value: Value; readonly expected: readonly JsonType[] }
  | { readonly kind: 'choice'; readonly span: Span; readonly value: Value; readonly expected: Property['values'] };

/**
 * Everything in a value that its schema does not allow, in order. A value that is not there (`tags:`) is never wrong, as Hugo
 * treats it like a missing key; inside a list it is.
 */
export function checkValue(value: Value, property: Property): readonly Mismatch[] {
  return value.kind === 'null' ? [] : mismatches(value, property);
}

function mismatches(value: Value, property: Property): readonly Mismatch[] {
  if (property.types.length > 0 && !property.types.some((type) => isOf(value, type)))
    return [{ kind: 'type', span: value.span, value, expected: property.types }];
  if (
    property.values.length > 0 &&
    value.kind !== 'list' &&
    value.kind !== 'map' &&
    !property.values.includes(scalarOf(value))
  )
    return [{ kind: 'choice', span: value.span, value, expected: property.values }];
  if (value.kind === 'list') {
    const { items } = property;
    return items ? value.items.flatMap((item) => mismatches(item, items)) : [];
  }
  if (value.kind === 'map')
    return value.fields.flatMap((field) => {
      const known = property.fields.get(field.name) ?? property.others;
      return known ? checkValue(field.value, known) : [];
    });
  return [];
}

function isOf(value: Value, type: JsonType): boolean {
  switch (type) {
    case 'integer':
      return value.kind === 'number' && Number.isInteger(value.value);
    case 'array':
      return value.kind === 'list';
    case 'object':
      return value.kind === 'map';
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return value.kind === type;
    default:
      return type satisfies never;
  }
}

/** The value as JSON has it; a list or map has none, which `checkValue` asks for first. */
function scalarOf(value: Value): string | number | boolean | null {
  switch (value.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return value.value;
    case 'null':
    case 'list':
    case 'map':
      return null;
    default:
      return value satisfies never;
  }
}
