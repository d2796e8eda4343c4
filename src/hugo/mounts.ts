import { message } from '../base/message';
import { isMap, mapAt, textAt, textsAt, type Values } from './configFormats';
import type { Mount, SiteProblem } from './site';

/** Hugo's folders with the setting that moves each of them. */
const COMPONENTS = [
  ['content', 'contentdir'],
  ['data', 'datadir'],
  ['layouts', 'layoutdir'],
  ['i18n', 'i18ndir'],
  ['archetypes', 'archetypedir'],
  ['assets', 'assetdir'],
  ['static', 'staticdir'],
] as const;

export interface MountFacts {
  readonly values: Values;
  /** Codes in Hugo's order. */
  readonly languages: readonly string[];
  readonly contentDirs: ReadonlyMap<string, string>;
  readonly themes: readonly string[];
}

/**
 * Where Hugo looks for its files: the mounts of `[module]`; for each of Hugo's folders that none of them shows, the folder that a
 * setting names, else the one of that name; then the same folders of the themes.
 */
export function mountsOf(of: MountFacts): readonly Mount[] {
  const written = writtenMounts(of.values);
  const mounted = new Set(written.map(({ target }) => target.split('/')[0]));
  const own = COMPONENTS.flatMap(([component, setting]) =>
    mounted.has(component) ? [] : ownFolders(of, component, setting),
  );
  const themes = of.themes.flatMap((theme) =>
    COMPONENTS.map(([component]) => ({
      source: `themes/${theme}/${component}`,
      target: component,
      theme,
      language: undefined,
    })),
  );
  return [...written, ...own, ...themes];
}

function writtenMounts(values: Values): Mount[] {
  const mounts = mapAt(values, 'module')['mounts'];
  return (Array.isArray(mounts) ? mounts : []).filter(isMap).flatMap((mount) => {
    const source = textAt(mount, 'source');
    const target = textAt(mount, 'target');
    if (source === undefined || target === undefined) return [];
    return [{ source: cleanPath(source), target: cleanPath(target), language: textAt(mount, 'lang')?.toLowerCase() }];
  });
}

/** A content mount whose `lang` is no language, letter for letter: Hugo publishes nothing of its folder and does not say so. */
export function mountProblems(values: Values, languages: readonly string[], path: string): SiteProblem[] {
  const mounts = mapAt(values, 'module')['mounts'];
  return (Array.isArray(mounts) ? mounts : []).filter(isMap).flatMap((mount) => {
    const written = textAt(mount, 'lang');
    const source = textAt(mount, 'source') ?? '';
    if (written === undefined || languages.includes(written)) return [];
    const template =
      'The mount of {0} has lang = "{1}", which is none of the site’s languages as Hugo writes them ({2}), so nothing of that folder is published. Write one of these.';
    return [{ path, message: message(template, source, written, languages.join(', ')) }];
  });
}

function ownFolders(of: MountFacts, component: string, setting: string): Mount[] {
  if (component === 'static')
    return staticFolders(of.values).map((source) => ({ source, target: component, language: undefined }));
  const folder = cleanPath(textAt(of.values, setting) || component);
  if (component !== 'content' || of.contentDirs.size === 0)
    return [{ source: folder, target: component, language: undefined }];
  const seen = new Set<string>();
  return of.languages.flatMap((language) => {
    const source = cleanPath(of.contentDirs.get(language) ?? folder);
    if (seen.has(source)) return [];
    seen.add(source);
    // A folder that several languages share is nobody's: its files belong to the default language.
    const shared = !of.contentDirs.has(language) && of.languages.length > of.contentDirs.size + 1;
    return [{ source, target: component, language: shared ? undefined : language }];
  });
}

/** `staticDir`, a text or a list, and `staticDir0` to `staticDir10`. */
function staticFolders(values: Values): readonly string[] {
  const names = ['', ...Array.from({ length: 11 }, (_, i) => `${i}`)];
  const folders = names.flatMap((n) => textsAt(values, `staticdir${n}`)).map(cleanPath);
  return folders.length > 0 ? folders : ['static'];
}

/** `./content/zh/` → `content/zh`. */
function cleanPath(path: string): string {
  return path
    .replace(/\\/g, '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
