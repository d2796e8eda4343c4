import type { Field, Value } from '../article/frontMatter';
import { fieldOf } from '../article/frontMatter';
import { isRecord } from '../base/records';
import { languageOf } from '../hugo/articles';
import { cascadedValues } from '../hugo/cascades';
import type { Source } from './rendering';

/** What a theme's templates can ask for: the article's own values, those that its sections give it, and the site's. */
export interface PageValues {
  /** `.Params.name`: of the article, or of a `cascade` above it. Names are lower case. */
  own(name: string): unknown;
  /** `.Site.Params.a.b`, the language's before the site's. */
  site(...path: readonly string[]): unknown;
  /** `.Param "name"`: the article's, or else the site's. */
  either(name: string): unknown;
}

/** The values of an article on its site. */
export function valuesOf({ article, site, path }: Source): PageValues {
  const cascaded = cascadedValues(site, path);
  const code = languageOf(site, path).code;
  const language = site.languages.find((one) => one.code === code)?.params ?? {};
  const own = (name: string): unknown => {
    const field = fieldOf(article.frontMatter, name);
    return field && field.value.kind !== 'null' ? plain(field.value) : ownOf(cascaded, name);
  };
  const ofSite = (...names: readonly string[]) => at(language, names) ?? at(site.params, names);
  return { own, site: ofSite, either: (name) => own(name) ?? ofSite(name) };
}

function at(from: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(ownOf, from);
}

/** What a map holds itself: every object has a `constructor`. */
function ownOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'null':
      return undefined;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries(value.fields.map(({ name, value: inner }: Field) => [name, plain(inner)]));
    case 'string':
    case 'number':
    case 'boolean':
      return value.value;
    default:
      return value satisfies never;
  }
}

/** A value as a Go template prints it: `[a b]`, `map[a:1]`. */
export function printed(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return `[${value.map(printed).join(' ')}]`;
  if (!isRecord(value)) return String(value);
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${key}:${printed(value[key])}`);
  return `map[${pairs.join(' ')}]`;
}

/** Text, number or boolean as Hugo's own fields (`title`) take it; '' for anything else. */
export function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** What `if` and `with` of a Go template think of a value. */
export function isTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isRecord(value) ? Object.keys(value).length > 0 : Boolean(value);
}

/** What `range` of a Go template goes through: the members of a list, the values of a map in the order of its keys. */
export function members(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value)
    ? Object.keys(value)
        .sort()
        .map((key) => value[key])
    : [];
}

/** The same as text. */
export function listed(value: unknown): string[] {
  return members(value).map(printed);
}
