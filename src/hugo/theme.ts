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

/** Widgets found in the layouts; Mainroad's own when its folder is not in the project (a module, a submodule not fetched). */
export async function widgetsOf(
  files: Files,
  mounts: readonly Mount[],
  themes: readonly string[],
): Promise<Set<string>> {
  const widgets = await templatesIn({ files, mounts, folder: 'partials/widgets' });
  const mainroad = themes.find((theme) => /mainroad/i.test(theme));
  const here = mainroad !== undefined && (await files.list(`themes/${mainroad}/layouts`)) !== undefined;
  if ((mainroad !== undefined || themes.length === 0) && !here) for (const name of MAINROAD_WIDGETS) widgets.add(name);
  return widgets;
}

/** Names of the site's and its themes' own shortcodes; in a folder `a/b`. */
export function shortcodesOf(files: Files, mounts: readonly Mount[]): Promise<Set<string>> {
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
