import type { Files } from '../base/files';
import { isMap, readConfigText, textAt, type Values } from './configFormats';
import { isBelow, isContentMount, type PlaceSite, placeOf } from './contentPath';
import type { Cascade, Mount, Site } from './site';

/** The cascades of a configuration. @param from its path. */
export function cascadesOfConfig(values: Values, from: string): readonly Cascade[] {
  return cascadesIn(values['cascade'], { from, folder: '', language: undefined });
}

/** Every `_index.md` (`_index.en.md` …) below the content folders. */
export async function sectionPages(files: Files, mounts: readonly Mount[]): Promise<readonly string[]> {
  const sources = new Set(mounts.filter(isContentMount).map(({ source }) => source));
  const pages = new Set<string>();
  for (const source of sources) await collectSections({ files, folder: source, depth: 0, pages });
  return [...pages];
}

/** The cascades of section pages, the outer ones first. */
export async function cascadesOfSections(
  files: Files,
  pages: readonly string[],
  site: PlaceSite,
): Promise<readonly Cascade[]> {
  const cascades: Cascade[] = [];
  await files.readEach(pages, (from, bytes) => {
    const cascade = frontMatterIn(new TextDecoder().decode(bytes))?.['cascade'];
    if (cascade === undefined) return;
    // Every language has its own tree, in which its section pages count.
    const language = placeOf(site, from)?.language;
    cascades.push(...cascadesIn(cascade, { from, folder: from.slice(0, from.lastIndexOf('/')), language }));
  });
  return cascades.sort((a, b) => a.folder.length - b.folder.length);
}

/** What the cascades give an article, by lower-cased key; its own front matter counts before it. */
export function cascadedValues(site: Site, path: string): Values {
  return Object.assign({}, ...cascadesOver(site, path).map(({ values }) => values));
}

/** The cascades that an article gets values from; the later one counts before the earlier. */
export function cascadesOver(site: Site, path: string): readonly Cascade[] {
  const place = placeOf(site, path);
  if (!place) return [];
  const kind = /^_index\./.test(path.slice(path.lastIndexOf('/') + 1)) ? 'section' : 'page';
  return site.cascades.filter(({ folder, language, target }) => {
    if (!isBelow(path, folder)) return false;
    if (language !== undefined && language !== place.language) return false;
    if (target.kind !== undefined && target.kind !== kind) return false;
    return target.path === undefined || matches(target.path, place.page);
  });
}

type Origin = Pick<Cascade, 'from' | 'folder' | 'language'>;

function cascadesIn(value: unknown, origin: Origin): readonly Cascade[] {
  return (Array.isArray(value) ? value : [value]).filter(isMap).map(({ _target: written, ...values }) => {
    const target = isMap(written) ? written : {};
    return {
      ...origin,
      language: textAt(target, 'lang')?.toLowerCase() ?? origin.language,
      target: { path: textAt(target, 'path'), kind: textAt(target, 'kind')?.toLowerCase() },
      values,
    };
  });
}

async function collectSections(of: { files: Files; folder: string; depth: number; pages: Set<string> }): Promise<void> {
  for (const { name, kind } of (await of.files.list(of.folder)) ?? []) {
    const path = of.folder === '' ? name : `${of.folder}/${name}`;
    if (kind === 'file') {
      if (/^_index(\..+)?\.(md|markdown|mdown)$/.test(name)) of.pages.add(path);
    } else if (of.depth < 30 && !name.startsWith('.') && name !== 'node_modules') {
      await collectSections({ ...of, folder: path, depth: of.depth + 1 });
    }
  }
}

/** The front matter's values: only whole ones count here, an article's own reading tells what is broken. */
function frontMatterIn(text: string): Values | undefined {
  const fenced = /^\uFEFF?\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(text);
  if (fenced) return readConfigText(fenced[2] ?? '', fenced[1] === '---' ? 'yaml' : 'toml').values;
  const json = /^\uFEFF?\s*(\{[\s\S]*?\n\})/.exec(text);
  return json ? readConfigText(json[1] ?? '', 'json').values : undefined;
}

/** Globs as Hugo's: `*` stays within a folder, `**` crosses them, `{a,b}` chooses. Upper and lower case are the same. */
function matches(glob: string, path: string): boolean {
  let pattern = '';
  for (const part of glob.toLowerCase().match(/\*\*|[\s\S]/g) ?? []) {
    if (part === '**') pattern += '.*';
    else if (part === '*') pattern += '[^/]*';
    else if (part === '?') pattern += '[^/]';
    else if (part === '{') pattern += '(?:';
    else if (part === '}') pattern += ')';
    else if (part === ',') pattern += pattern.includes('(?:') ? '|' : ',';
    else pattern += part.replace(/[\\^$.|+()[\]]/g, '\\$&');
  }
  try {
    return new RegExp(`^${pattern}$`).test(path.toLowerCase());
  } catch {
    return false;
  }
}
