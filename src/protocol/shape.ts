/** Reads a value nobody has checked yet; undefined when it is not what it should be. */
export type Parse<T> = (value: unknown) => T | undefined;

export const text: Parse<string> = (value) => (typeof value === 'string' ? value : undefined);
export const flag: Parse<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
/** A whole number, zero or more, or minus one for "none": lines, versions, counts. */
export const count: Parse<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= -1 ? value : undefined;
/** A place between lines: `3.5` is the middle of line 3. */
export const place: Parse<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

/** A list whose every item is right; one wrong item makes the list wrong. */
export function list<T>(item: Parse<T>): Parse<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const items: T[] = [];
    for (const each of value) {
      const parsed = item(each);
      if (parsed === undefined) return undefined;
      items.push(parsed);
    }
    return items;
  };
}

/** Wraps what may be left out, so that "left out" and "wrong" stay apart. */
export interface Optional<T> {
  readonly optional: Parse<T>;
}
/** Marks a field that may be left out, or be null. */
export function optional<T>(parse: Parse<T>): Optional<T> {
  return { optional: parse };
}

/** What may also be nothing, which travels as null. */
export function orNull<T>(parse: Parse<T>): Parse<T | null> {
  return (value) => (value === null ? null : parse(value));
}

type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<NonNullable<T[K]>> : Parse<T[K]>;
};

/** An object that has these fields; what else it has is left behind. */
export function record<T extends object>(fields: Fields<T>): Parse<T> {
  const entries = Object.entries(fields) as [string, Parse<unknown> | Optional<unknown>][];
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const result: Record<string, unknown> = {};
    for (const [name, parse] of entries) {
      const raw: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      if (typeof parse !== 'function' && (raw === undefined || raw === null)) continue;
      const parsed = typeof parse === 'function' ? parse(raw) : parse.optional(raw);
      if (parsed === undefined) return undefined;
      result[name] = parsed;
    }
    return result as T;
  };
}
