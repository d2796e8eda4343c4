import type { Field, FrontMatter } from '../article/frontMatter';
import type { Site } from '../hugo/site';
import { fieldsThatCount } from './fields';

/** The fields of an article that sort it into taxonomies: `tags`, `categories` and what else the site names. */
export function* termFields(frontMatter: FrontMatter, site: Site): Iterable<Field> {
  const names = new Set([...site.taxonomies.values()].map((name) => name.toLowerCase()));
  for (const field of fieldsThatCount(frontMatter)) if (names.has(field.name)) yield field;
}
