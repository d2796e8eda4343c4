import type { Files } from '../base/files';
import { message } from '../base/message';
import { cascadesOfConfig, cascadesOfSections, sectionPages } from './cascades';
import { CONFIG_FOLDER, type Config, hasRootConfig, readConfig } from './configFiles';
import { flagAt, isMap, mapAt, textAt, type Values } from './configFormats';
import { dateOrderOf } from './dateOrder';
import { languagesOf } from './languages';
import { dialectOf } from './markup';
import { menusIn } from './menus';
import { mountProblems, mountsOf } from './mounts';
import type { Site, SiteProblem } from './site';
import { MAINROAD_WIDGETS, postMetaOf, shortcodesOf, widgetsOf } from './theme';
import { zoneOf } from './zone';

type Plain = Omit<Site, 'widgets' | 'shortcodes' | 'cascades' | 'sectionFolders'>;

/** A folder without a configuration: Hugo's defaults, and Mainroad's widgets. */
export const DEFAULT_SITE: Site = {
  ...plainSite({ path: undefined, values: {}, problems: [], themes: [] }),
  widgets: new Set(MAINROAD_WIDGETS),
  shortcodes: new Set(),
  sectionFolders: new Set(),
  cascades: [],
};

/** Reads a site from its root. Never throws: what is broken is named in `problems`, and the rest counts. */
export async function readSite(files: Files): Promise<Site> {
  const config = await readConfig(files);
  const plain = plainSite(config);
  const { mounts } = plain;
  const layouts = { files, mounts, themes: config.themes };
  const pages = plain.found ? await sectionPages(files, mounts) : [];
  return {
    ...plain,
    widgets: await widgetsOf(layouts),
    postMeta: await postMetaOf(layouts),
    shortcodes: await shortcodesOf(layouts),
    sectionFolders: new Set(pages.map((page) => page.slice(0, page.lastIndexOf('/')))),
    cascades: [
      ...cascadesOfConfig(config.values, config.path ?? ''),
      ...(await cascadesOfSections(files, pages, plain)),
    ],
  };
}

/** Folders with a site in them, the root ('') or up to three levels below it; a site's own folders are not searched. */
export async function findSiteRoots(files: Files, folder = '', depth = 3): Promise<string[]> {
  const entries = (await files.list(folder)) ?? [];
  const below = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const names = new Set(entries.filter(({ kind }) => kind === 'file').map(({ name }) => name));
  const hasFolder = entries.some(({ name, kind }) => name === 'config' && kind === 'folder');
  if (looksLikeSite(entries.map(({ name }) => name)) && hasRootConfig(names)) return [folder];
  if (hasFolder && (await files.list(below(CONFIG_FOLDER))) !== undefined) return [folder];
  if (depth === 0) return [];
  const roots: string[] = [];
  for (const { name, kind } of entries) {
    if (kind === 'folder' && !name.startsWith('.') && !NOT_SEARCHED.has(name)) {
      roots.push(...(await findSiteRoots(files, below(name), depth - 1)));
    }
  }
  return roots;
}

const NOT_SEARCHED = new Set(['node_modules', 'public', 'themes', 'resources', 'vendor', '_vendor']);

/** `hugo.*` says enough; a `config.json` alone may be anybody's, so that there has to be one of Hugo's folders too. */
function looksLikeSite(names: readonly string[]): boolean {
  return names.some((name) => /^hugo\.|^config\.toml$|^(content|layouts|archetypes|themes)$/.test(name));
}

function plainSite(config: Config): Plain {
  const { values, path } = config;
  const at = path ?? '';
  const { problems, ...languages } = languagesOf(values, at);
  const own = mapAt(values, 'languages')[languages.defaultLanguage];
  const codes = languages.languages.map(({ code }) => code);
  return {
    found: path !== undefined,
    configPath: path,
    problems: [...config.problems, ...problems, ...timeZoneProblems(values, at), ...mountProblems(values, codes, at)],
    title: (isMap(own) ? textAt(own, 'title') : undefined) ?? textAt(values, 'title') ?? '',
    baseUrl: textAt(values, 'baseurl') ?? '',
    theme: config.themes[0],
    languages: languages.languages,
    disabledLanguages: languages.disabled,
    defaultLanguage: languages.defaultLanguage,
    defaultContentLanguageInSubdir: flagAt(values, 'defaultcontentlanguageinsubdir', false),
    defaultLanguagePrefixed: languages.defaultPrefixed,
    ...(languages.lostDefault !== undefined && { lostDefault: languages.lostDefault }),
    timeZone: timeZoneOf(values),
    hasTimeZone: (textAt(values, 'timezone') ?? '') !== '',
    taxonomies: taxonomiesOf(values),
    mounts: mountsOf({ values, languages: codes, contentDirs: languages.contentDirs, themes: config.themes }),
    permalinks: new Map(Object.entries(mapAt(values, 'permalinks')).filter(isText)),
    urls: {
      ugly: flagAt(values, 'uglyurls', false),
      keepCase: flagAt(values, 'disablepathtolower', false),
      removeAccents: flagAt(values, 'removepathaccents', false),
    },
    dateOrder: dateOrderOf(values, 'date'),
    lastmodOrder: dateOrderOf(values, 'lastmod'),
    hasCJKLanguage: flagAt(values, 'hascjklanguage', false),
    buildDrafts: flagAt(values, 'builddrafts', false),
    buildFuture: flagAt(values, 'buildfuture', false),
    buildExpired: flagAt(values, 'buildexpired', false),
    dialect: dialectOf(values),
    unsafe: flagAt(values, 'markup.goldmark.renderer.unsafe', false),
    hardWraps: flagAt(values, 'markup.goldmark.renderer.hardwraps', false),
    params: mapAt(values, 'params'),
    author: mapAt(values, 'author'),
    outputFormats: new Set(Object.keys(mapAt(values, 'outputformats'))),
    menus:
      languages.languages.find(({ code }) => code === languages.defaultLanguage)?.menus ?? menusIn(values) ?? new Map(),
  };
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

function taxonomiesOf(values: Values): ReadonlyMap<string, string> {
  const written = Object.entries(mapAt(values, 'taxonomies')).filter(isText);
  if (isMap(values['taxonomies']))
    return new Map(written.map(([singular, plural]) => [singular, plural.toLowerCase()]));
  return new Map([
    ['tag', 'tags'],
    ['category', 'categories'],
  ]);
}

function timeZoneOf(values: Values): string {
  const written = textAt(values, 'timezone') ?? '';
  return zoneOf(written) ? written || 'UTC' : 'UTC';
}

function timeZoneProblems(values: Values, path: string): SiteProblem[] {
  const written = textAt(values, 'timezone') ?? '';
  if (zoneOf(written)) return [];
  const template =
    'timeZone is "{0}", which is not a time zone, so Hugo builds nothing. Write a name such as "Asia/Shanghai".';
  return [{ path, message: message(template, written) }];
}
