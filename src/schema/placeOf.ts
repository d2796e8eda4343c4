import type { Field, Value } from '../article/frontMatter';
import { wellFormed } from '../base/wellFormed';
import type { Path } from './jsonText';

/** Where a way through the front matter leads: the nearest field and value that are there. */
export function placeOf(
  fields: readonly Field[],
  path: Path,
): { readonly field: Field | undefined; readonly value: Value | undefined } {
  let field: Field | undefined;
  let value: Value | undefined;
  let inside: readonly Field[] = fields;
  for (const step of path) {
    if (value?.kind === 'list') {
      value = value.items[Number(step)];
      inside = value?.kind === 'map' ? value.fields : [];
      continue;
    }
    const name = String(step).toLowerCase();
    field = inside.findLast((one) => wellFormed(one.name) === name);
    value = field?.value;
    inside = value?.kind === 'map' ? value.fields : [];
  }
  return { field, value };
}
