import type { Path } from './jsonText';
import { isMap } from './keywords';

/** What the parts of a schema file call themselves. */
export interface SchemaIndex {
  /** The file's own URL: `root:///schemas/a.json` for one below the root. */
  readonly location: string;
  /** Parts by their `$id`, whole and without `#`. */
  readonly ids: ReadonlyMap<string, Path>;
  /** Parts by `url#name`, from `$anchor` or from draft-07's `$id: "#name"`. */
  readonly anchors: ReadonlyMap<string, Path>;
  /** What relative addresses in a part count from. */
  baseAt(path: Path): string;
  /** The part that `#` means there: the file, or a part of it that has a name of its own. */
  resourceAt(path: Path): Path;
}

/** Deeper parts have no names. */
const DEEPEST = 100;
/** What stands behind these words is no schema. */
const VALUES: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples']);

/** Finds the names in a file. */
export function indexOf(address: string, value: unknown): SchemaIndex {
  const location = locationOf(address);
  const ids = new Map<string, Path>([[location, []]]);
  const anchors = new Map<string, Path>();
  const bases: { readonly path: Path; readonly base: string }[] = [{ path: [], base: location }];
  const walk = (of: unknown, path: Path, base: string): void => {
    if (path.length > DEEPEST) return;
    if (Array.isArray(of)) {
      for (const [i, item] of of.entries()) walk(item, [...path, i], base);
      return;
    }
    if (!isMap(of)) return;
    const id = of['$id'];
    const own = typeof id === 'string' ? urlOf(id, base) : undefined;
    let here = base;
    if (typeof id === 'string' && id.startsWith('#')) anchors.set(`${base}${id}`, path);
    else if (own !== undefined) {
      here = own;
      ids.set(own, path);
      bases.push({ path, base: own });
    }
    if (typeof of['$anchor'] === 'string') anchors.set(`${here}#${of['$anchor']}`, path);
    for (const [word, inner] of Object.entries(of)) if (!VALUES.has(word)) walk(inner, [...path, word], here);
  };
  walk(value, [], location);
  const nearest = (path: Path) =>
    bases.findLast((one) => one.path.every((step, i) => String(step) === String(path[i]))) ?? {
      path: [],
      base: location,
    };
  return { location, ids, anchors, baseAt: (path) => nearest(path).base, resourceAt: (path) => nearest(path).path };
}

function locationOf(address: string): string {
  return address.startsWith('https:') ? address : `root:///${address.split('/').map(encodeURIComponent).join('/')}`;
}

/** An address as a whole URL without `#`; undefined when it is none. */
export function urlOf(address: string, base: string): string | undefined {
  try {
    return new URL(address, base).href.replace(/#.*$/, '');
  } catch {
    return undefined;
  }
}

/** The path below the root, or the `https:` URL, that a URL means; undefined for what may not be read. */
export function addressAt(url: string): string | undefined {
  if (url.startsWith('https:')) return url;
  if (!url.startsWith('root:///')) return undefined;
  try {
    return decodeURIComponent(url.slice('root:///'.length));
  } catch {
    return undefined;
  }
}
