import type { Files } from '../base/files';
import type { Mount } from './site';

/** The widgets that Mainroad itself has (https://github.com/Vimux/Mainroad/tree/master/layouts/partials/widgets). */
export const MAINROAD_WIDGETS: readonly string[] = [
  'categories',
  'ddg-search',
  'languages',
  'recent',
  'search',
  'sidemenu',
  'social',
  'taglist',
];

/** Entries of `post_meta` that Mainroad itself has (https://github.com/Vimux/Mainroad/tree/master/layouts/partials/post_meta). */
export const MAINROAD_POST_META: readonly string[] = ['author', 'categories', 'date', 'translations'];

export interface Layouts {
  readonly files: Files;
  readonly mounts: readonly Mount[];
  readonly themes: readonly string[];
}

/**
 * Widgets found in the layouts. Mainroad's own are added when its folder is not in the project (a module, a submodule not fetched); of
 * another theme that is not here nothing is known, and the set is empty.
 */
export async function widgetsOf(layouts: Layouts): Promise<Set<string>> {
  return (await partialsOf(layouts, { folder: 'partials/widgets', mainroad: MAINROAD_WIDGETS })) ?? new Set();
}

/** Entries that `post_meta` may list, likewise; undefined when they are not known. */
export function postMetaOf(layouts: Layouts): Promise<Set<string> | undefined> {
  return partialsOf(layouts, { folder: 'partials/post_meta', mainroad: MAINROAD_POST_META });
}

async function partialsOf(
  { files, mounts, themes }: Layouts,
  of: { readonly folder: string; readonly mainroad: readonly string[] },
): Promise<Set<string> | undefined> {
  const names = await templatesIn({ files, mounts, folder: of.folder });
  for (const theme of themes) {
    if ((await files.list(`themes/${theme}/layouts`)) !== undefined) continue;
    if (!/mainroad/i.test(theme)) return undefined;
    for (const name of of.mainroad) names.add(name);
  }
  if (themes.length === 0 && names.size === 0) return new Set(of.mainroad);
  return names;
}

/** Names of the site's and its themes' own shortcodes; in a folder `a/b`. */
export function shortcodesOf({ files, mounts }: Layouts): Promise<Set<string>> {
  return templatesIn({ files, mounts, folder: 'shortcodes' });
}

interface TemplateFolder {
  readonly files: Files;
  readonly mounts: readonly Mount[];
  /** Below `layouts`. */
  readonly folder: string;
}

async function templatesIn({ files, mounts, folder }: TemplateFolder): Promise<Set<string>> {
  const names = new Set<string>();
  for (const { source, target } of mounts) {
    if (target === 'layouts') await collect(files, `${source}/${folder}`, { prefix: '', names });
    else if (target === `layouts/${folder}`) await collect(files, source, { prefix: '', names });
  }
  return names;
}

/** `figure.html` → `figure`, `card.en.html` → `card`. */
async function collect(
  files: Files,
  folder: string,
  into: { readonly prefix: string; readonly names: Set<string> },
): Promise<void> {
  for (const { name, kind } of (await files.list(folder)) ?? []) {
    const plain = name.split('.')[0] ?? '';
    if (plain === '') continue;
    if (kind === 'file') into.names.add(into.prefix + plain);
    else if (into.prefix.length < 200) {
      await collect(files, `${folder}/${name}`, { prefix: `${into.prefix}${name}/`, names: into.names });
    }
  }
}
