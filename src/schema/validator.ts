import { validate } from '@cfworker/json-schema';
import type { ReadSchema } from './readSchema';

/** A word of a schema that a value does not fulfil; those of the schemas around it are told before it. */
export interface RawFault {
  readonly keyword: string;
  /** The way through the schema, `$ref` included: `#/properties/tags/$ref/type`. */
  readonly schema: string;
  /** The way through the value: `#/tags/0`. */
  readonly instance: string;
}

/** Schemas entered through references for one value: more is a schema that multiplies. */
const MOST = 20_000;

/** Everything that does not fit; nothing when the schema cannot be carried through. It is read, not compiled: no code is made of it. */
export function rawFaultsOf(instance: unknown, schema: ReadSchema): readonly RawFault[] {
  let entered = 0;
  const references = new Proxy(schema.references, {
    get(target, key: string) {
      if (++entered > MOST) throw new Exhausted();
      return target[key];
    },
  });
  try {
    const { errors } = validate(
      instance,
      schema.json as Parameters<typeof validate>[1],
      schema.draft,
      references as Parameters<typeof validate>[3],
      false,
    );
    return errors.map(({ keyword, keywordLocation, instanceLocation }) => ({
      keyword,
      schema: keywordLocation,
      instance: instanceLocation,
    }));
  } catch (error) {
    // The stack of the engine ends, or a schema multiplies.
    if (error instanceof Exhausted || error instanceof RangeError) return [];
    throw error;
  }
}

class Exhausted extends Error {}
