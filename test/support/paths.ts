import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The root of the project. */
export const ROOT = process.env['COPYDESK_ROOT'] ?? process.cwd();
const SHARED = path.join(ROOT, '../shared');

/** The reference material beside the project, or undefined (with the reason to print) when this checkout stands alone. */
export const shared: { readonly dir: string } | undefined = existsSync(path.join(SHARED, 'corpus'))
  ? { dir: SHARED }
  : undefined;
/** The `skip` option of a test over the reference material: false when it can run, else the reason. */
export const skipWithoutShared: false | string = shared
  ? false
  : 'the reference articles (../shared) are not on this machine';

export function readShared(name: string): string {
  return readFileSync(path.join(SHARED, name), 'utf8');
}

/** Names (without `.md`) of the reference articles. */
export function corpusNames(): string[] {
  return readdirSync(path.join(SHARED, 'corpus/articles'))
    .filter((n) => n.endsWith('.md'))
    .map((n) => n.slice(0, -3))
    .sort();
}
export function corpusArticle(name: string): string {
  return readShared(`corpus/articles/${name}.md`);
}
/** The body that Hugo made of a reference article. */
export function corpusHtml(name: string): string {
  return readShared(`corpus/hugo/${name}.html`);
}
