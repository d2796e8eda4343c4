import { parse as parseToml, TomlDate } from 'smol-toml';
import { parseDocument } from 'yaml';
import { isRecord } from '../base/records';

/** A map of a configuration. Keys are lower case, as Hugo compares them. */
export type Values = { readonly [key: string]: unknown };
export type ConfigFormat = 'toml' | 'yaml' | 'json';

/** A configuration text as values, or what is wrong with it and where (the line counts from 1). */
export type ConfigText =
  | { readonly values: Values; readonly wrong?: undefined }
  | { readonly values?: undefined; readonly wrong: string; readonly line: number | undefined }
  | { readonly values?: undefined; readonly wrong: 'not-a-map' };

/** The format that a file's name says: `hugo.toml`, `params.yml`. */
export function formatOf(name: string): ConfigFormat | undefined {
  const extension = /\.(toml|ya?ml|json)$/.exec(name)?.[1];
  if (extension === undefined) return undefined;
  return extension === 'yml' ? 'yaml' : (extension as ConfigFormat);
}

/** Reads a configuration text. Never throws; an empty text is an empty configuration. */
export function readConfigText(text: string, format: ConfigFormat): ConfigText {
  try {
    switch (format) {
      case 'toml':
        return valuesOf(parseToml(text));
      case 'json':
        return valuesOf(text.trim() === '' ? {} : JSON.parse(text));
      case 'yaml':
        return readYaml(text);
      default:
        return format satisfies never;
    }
  } catch (error) {
    return wrongOf(error);
  }
}

/** Hugo's YAML reader knows version 1.1 (`yes` is true), but leaves times as text. */
function readYaml(text: string): ConfigText {
  const document = parseDocument(text, {
    version: '1.1',
    uniqueKeys: false,
    merge: true,
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:timestamp'),
    logLevel: 'silent',
  });
  const error = document.errors[0];
  if (error) return { wrong: firstLine(error.message), line: error.linePos?.[0].line };
  return valuesOf(document.toJS({ maxAliasCount: 100 }) ?? {});
}

function valuesOf(read: unknown): ConfigText {
  const values = lowerKeys(read);
  return isMap(values) ? { values } : { wrong: 'not-a-map' };
}

function wrongOf(error: unknown): ConfigText {
  const text = error instanceof Error ? error.message : String(error);
  const line = error instanceof Error && 'line' in error ? Number(error.line) : undefined;
  return { wrong: firstLine(text), line };
}

/** `Invalid TOML document: incomplete number` → `incomplete number`; the picture of the place below it is left out. */
function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '')
    .replace(/^Invalid TOML document: /, '')
    .replace(/( at line \d+, column \d+)?:?\s*$/, '');
}

/** A map of a configuration; lists and dates are none. */
export function isMap(value: unknown): value is Values {
  return isRecord(value) && !(value instanceof Date);
}

/** The same value with the keys of every map in lower case. Dates of TOML become their text. */
function lowerKeys(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (!isMap(value)) return typeof value === 'bigint' ? Number(value) : value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), lowerKeys(item)]));
}

/** `over` on top of `under`: maps are merged, everything else replaced. */
export function merged(under: Values, over: Values): Values {
  const result: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    if (key === '__proto__') continue; // it would be set, not kept
    const below = Object.hasOwn(result, key) ? result[key] : undefined;
    result[key] = isMap(below) && isMap(value) ? merged(below, value) : value;
  }
  return result;
}

/** The value at `markup.goldmark.extensions`, taken from maps in maps. */
export function valueAt(values: Values, path: string): unknown {
  let at: unknown = values;
  for (const key of path.split('.')) at = isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return at;
}

/** The map at a path; an empty one when there is none. */
export function mapAt(values: Values, path: string): Values {
  const value = valueAt(values, path);
  return isMap(value) ? value : {};
}

/** Text as Hugo makes it of a scalar: numbers and booleans too. */
export function textAt(values: Values, path: string): string | undefined {
  const value = valueAt(values, path);
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? `${value}`
      : undefined;
}

/** A boolean, also written as text or as a number, as Hugo takes it. */
export function flagAt(values: Values, path: string, otherwise: boolean): boolean {
  const value = valueAt(values, path);
  if (typeof value === 'string') return /^(1|t|true)$/i.test(value);
  if (typeof value === 'number') return value !== 0;
  return typeof value === 'boolean' ? value : otherwise;
}

/** Texts of a list; a single text counts as a list of one. */
export function textsAt(values: Values, path: string): readonly string[] {
  const value = valueAt(values, path);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
