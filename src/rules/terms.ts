import type { Field, FrontMatter } from '../article/frontMatter';
import type { Site } from '../hugo/site';
import { fieldsThatCount } from './fields';

/** The fields of an article that sort it into taxonomies: `tags`, `categories` and what else the site names. */
export function* termFields(frontMatter: FrontMatter, site: Site): Iterable<Field> {
  const names = new Set([...site.taxonomies.values()].map((name) => name.toLowerCase()));
  for (const field of fieldsThatCount(frontMatter)) if (names.has(field.name)) yield field;
}

/** The part of the address that Hugo makes of a term: `C#` → `c`, `人工 智能` → `人工-智能`. */
export function slugOf(term: string): string {
  const kept = term.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}\s/._\-+~]/gu, '');
  return kept.trim().replace(/\s+/g, '-').replace(/-{2,}/g, '-').toLowerCase();
}
