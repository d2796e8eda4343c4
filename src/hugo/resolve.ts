import { contentMountOf, isBelow, isContentMount, placeOf } from './contentPath';
import { basePath, permalinkOf } from './permalinks';
import type { Mount, Site } from './site';

/** Where a picture that an article names comes from. */
export type ImageResolution =
  | { readonly kind: 'remote'; readonly url: string }
  | { readonly kind: 'data'; readonly uri: string }
  /** Paths below the workspace root, in the order in which Hugo would serve them: the first that exists counts. */
  | { readonly kind: 'local'; readonly candidates: readonly string[] }
  | { readonly kind: 'none'; readonly why: NoImage };

/** `scheme`: Hugo or the browser drops it (`javascript:`, `file:`, `blob:`). `folder`: the address of a folder. `nowhere`: no folder of the project is published there. */
export type NoImage = 'empty' | 'scheme' | 'folder' | 'nowhere';

/**
 * What a browser would load for `src="reference"` on the article's page, found back among the files of the project.
 * @param articlePath below the workspace root. @param reference as written, percent-encoded or not.
 */
export function resolveImage(site: Site, articlePath: string, reference: string): ImageResolution {
  const written = reference.trim();
  if (written === '' || written.startsWith('#') || written.startsWith('?')) return none('empty');
  if (/^data:/i.test(written)) return { kind: 'data', uri: written };
  if (/^https?:/i.test(written)) return ofUrl(site, written);
  if (/^(\/\/|\\\\|\/\\)/.test(written))
    return ofUrl(site, `${/^http:/i.test(site.baseUrl) ? 'http' : 'https'}:${written.replace(/\\/g, '/')}`);
  if (/^[a-z][a-z\d+.-]*:/i.test(written)) return none('scheme');
  const path = decoded(written.replace(/[?#].*$/s, ''));
  if (path === '' || path.endsWith('/')) return none('folder');
  return path.startsWith('/') ? ofAbsolute(site, path) : ofRelative(site, articlePath, path);
}

/** An address on the site itself is a local picture. */
function ofUrl(site: Site, url: string): ImageResolution {
  const base = site.baseUrl.replace(/\/*$/, '/');
  if (
    !/^https?:\/\/[^/]/i.test(base) ||
    /^https?:\/\/(example\.(org|com|net)|localhost)\b/i.test(base) ||
    !url.startsWith(base)
  ) {
    return { kind: 'remote', url };
  }
  const local = ofAbsolute(site, `${basePath(site)}/${decoded(url.slice(base.length).replace(/[?#].*$/s, ''))}`);
  return local.kind === 'local' ? local : { kind: 'remote', url };
}

/** `/img/a.png`: below the path of `baseURL`, in the static folders and in page bundles. */
function ofAbsolute(site: Site, path: string): ImageResolution {
  const base = decoded(basePath(site));
  const below = base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  const parts = climbed(below.split('/'), true);
  return local([...published(site, parts.join('/')), ...bundleFiles(site, parts)]);
}

/** `a.png`: beside the page. A bundle's files are published there; for any other article the page's own folder has only static files. */
function ofRelative(site: Site, articlePath: string, path: string): ImageResolution {
  const folder = articlePath.slice(0, Math.max(0, articlePath.lastIndexOf('/')));
  const place = placeOf(site, articlePath);
  const bundle = place ? place.base === 'index' || place.base === '_index' : /(^|\/)_?index\./.test(articlePath);
  const beside = climbed([...folder.split('/'), ...path.split('/')]);
  const candidates: string[] = [];
  if (bundle && beside && (beside.join('/').startsWith(`${folder}/`) || folder === '')) {
    candidates.push(...otherLanguages(site, beside.join('/')));
  }
  if (place) {
    const page = decoded(permalinkOf(site, articlePath, { title: '', date: '' })).slice(decoded(basePath(site)).length);
    const address = climbed([...page.split('/').slice(0, -1), ...path.split('/')], true);
    candidates.push(...published(site, address.join('/')), ...bundleFiles(site, address));
  } else if (beside) candidates.push(beside.join('/'));
  if (candidates.length === 0 && !beside) return none('nowhere');
  return local(candidates);
}

/**
 * The files that static mounts publish at an address: `static/img/a.png` and the theme's. The mount that is closest to the address counts
 * first, then the site's own before a theme's, then the later of two of the site's.
 */
function published(site: Site, address: string): string[] {
  const own = site.mounts.filter(({ theme }) => theme === undefined).reverse();
  const themes = site.mounts.filter(({ theme }) => theme !== undefined);
  return [...own, ...themes]
    .filter(({ target }) => isBelow(target, 'static') || target === 'static')
    .map(({ source, target }) => ({ source, at: target.slice('static/'.length) }))
    .filter(({ at }) => address === at || isBelow(address, at))
    .sort((a, b) => b.at.length - a.at.length)
    .map(({ source, at }) =>
      address === at ? source : joined(source, at === '' ? address : address.slice(at.length + 1)),
    );
}

/**
 * Files in content folders at an address, `/en/news/trip/a.png` → `content/en/news/trip/a.png`, for sites with default addresses. A bundle
 * has the files of its other languages too.
 */
function bundleFiles(site: Site, parts: readonly string[]): string[] {
  const prefixed = site.languages.some(({ code }) => code === parts[0]);
  const language = prefixed ? parts[0] : site.defaultLanguage;
  const address = (prefixed ? parts.slice(1) : parts).join('/');
  const own = (mount: Mount) => (mount.language === undefined || mount.language === language ? 0 : 1);
  return site.mounts
    .filter(isContentMount)
    .sort((a, b) => own(a) - own(b))
    .map(({ source, target }) => ({ source, at: target.slice('content/'.length) }))
    .filter(({ at }) => address !== '' && isBelow(address, at))
    .map(({ source, at }) => joined(source, at === '' ? address : address.slice(at.length + 1)));
}

/** A bundle's picture may stand in the same bundle of another language. */
function otherLanguages(site: Site, path: string): string[] {
  const mount = contentMountOf(site, path);
  if (!mount) return [path];
  const rest = mount.source === '' ? path : path.slice(mount.source.length + 1);
  const others = site.mounts.filter(
    (other) => other !== mount && other.target === mount.target && isContentMount(other),
  );
  return [path, ...others.map((other) => joined(other.source, rest))];
}

function joined(folder: string, rest: string): string {
  return folder === '' ? rest : `${folder}/${rest}`;
}

/** Parts without `.`, `..` and empty ones; undefined when they climb above the top, unless a browser stops there (`atTop`). */
function climbed(parts: readonly string[], atTop: true): string[];
function climbed(parts: readonly string[]): string[] | undefined;
function climbed(parts: readonly string[], atTop = false): string[] | undefined {
  const result: string[] = [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part !== '..') result.push(part);
    else if (result.pop() === undefined && !atTop) return undefined;
  }
  return result;
}

/** `%E5%9B%BE.png` → `图.png`; a percent sign that begins no escape stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
      try {
        return decodeURIComponent(escaped);
      } catch {
        return escaped;
      }
    });
  }
}

function local(candidates: readonly string[]): ImageResolution {
  return candidates.length === 0 ? none('nowhere') : { kind: 'local', candidates: [...new Set(candidates)] };
}

function none(why: NoImage): ImageResolution {
  return { kind: 'none', why };
}
