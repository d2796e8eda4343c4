import { textsAt, type Values } from './configFormats';

const DEFAULTS = {
  date: ['date', 'publishdate', 'lastmod'],
  lastmod: [':git', 'lastmod', 'date', 'publishdate'],
} as const;
/** Other names of the same fields, which count after them. */
const ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['lastmod', ['modified']],
  ['publishdate', ['pubdate', 'published']],
  ['expirydate', ['unpublishdate']],
]);

/** `[frontmatter] date = ["myDate", ":default"]` → the fields in order, lower case; `:filename`, `:filemodtime` and `:git` as they are. */
export function dateOrderOf(values: Values, field: 'date' | 'lastmod'): readonly string[] {
  const written = textsAt(values, `frontmatter.${field}`).map((name) => name.toLowerCase());
  const names =
    written.length === 0
      ? DEFAULTS[field]
      : written.flatMap((name) => (name === ':default' ? DEFAULTS[field] : [name]));
  return [...new Set(names.flatMap((name) => [name, ...(ALIASES.get(name) ?? [])]))];
}
