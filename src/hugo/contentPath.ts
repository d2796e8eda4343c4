import type { Mount, Site } from './site';

/** Where a content file stands in Hugo's own tree. */
export interface ContentPlace {
  readonly mount: Mount;
  /** Lower-cased code. */
  readonly language: string;
  /** What decided the language: the file's name, the folder, or nothing. */
  readonly how: 'suffix' | 'folder' | 'default';
  /** Folder in Hugo's content tree, without slashes at its ends: `news/qq`; '' at the top. */
  readonly folder: string;
  /** File name without the language and the extension: `a` of `a.en.md`. */
  readonly base: string;
  /** Extension without the dot. */
  readonly extension: string;
  /** Path that globs of `cascade` are compared with: `/news/qq/a`, for a bundle or a section its folder. */
  readonly page: string;
}

/** Whether a mount shows its folder, or a part of it, as content. */
export function isContentMount({ target }: Mount): boolean {
  return target === 'content' || isBelow(target, 'content');
}

/** The content mount that holds a path: the one with the longest folder. */
export function contentMountOf(site: Pick<Site, 'mounts'>, path: string): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of site.mounts) {
    if (!isContentMount(mount) || !isBelow(path, mount.source)) continue;
    if (!best || mount.source.length > best.source.length) best = mount;
  }
  return best;
}

/** What of a site decides where a content file stands. */
export type PlaceSite = Pick<Site, 'mounts' | 'languages' | 'defaultLanguage'>;

/** Undefined when the path is under no content folder. */
export function placeOf(site: PlaceSite, path: string): ContentPlace | undefined {
  const mount = contentMountOf(site, path);
  if (!mount) return undefined;
  const rest = mount.source === '' ? path : path.slice(mount.source.length + 1);
  const parts = `${mount.target}/${rest}`.split('/').slice(1);
  const { base, extension, suffix } = cutName(parts.pop() ?? '');
  const bySuffix = suffix !== undefined && site.languages.some(({ code }) => code === suffix);
  const name = bySuffix || suffix === undefined ? base : `${base}.${suffix}`;
  const folder = parts.join('/');
  return {
    mount,
    language: bySuffix ? suffix : (mount.language ?? site.defaultLanguage),
    how: bySuffix ? 'suffix' : mount.language !== undefined ? 'folder' : 'default',
    folder,
    base: name,
    extension,
    page: `/${[...parts, ...(name === 'index' || name === '_index' ? [] : [name])].join('/')}`,
  };
}

/** `a.zh-cn.md` → base `a`, suffix `zh-cn`, extension `md`. A dot at the start of a name begins no suffix. */
export function cutName(name: string): { base: string; suffix: string | undefined; extension: string } {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return { base: name, suffix: undefined, extension: '' };
  const stem = name.slice(0, dot);
  const extension = name.slice(dot + 1);
  const inner = stem.lastIndexOf('.');
  if (inner <= 0) return { base: stem, suffix: undefined, extension };
  return { base: stem.slice(0, inner), suffix: stem.slice(inner + 1), extension };
}

/** Whether a path is inside a folder; everything is inside ''. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
