import type { Files } from '../base/files';
import { type Message, message } from '../base/message';
import {
  type ConfigFormat,
  type ConfigText,
  formatOf,
  isMap,
  mapAt,
  merged,
  readConfigText,
  textsAt,
  type Values,
} from './configFormats';
import type { SiteProblem } from './site';

/** The configuration of a site, merged as Hugo merges it. */
export interface Config {
  readonly path: string | undefined;
  readonly values: Values;
  readonly problems: readonly SiteProblem[];
  /** Names of the themes, the one that counts most first. */
  readonly themes: readonly string[];
}

const EXTENSIONS = ['toml', 'yaml', 'yml', 'json'] as const;
/** The one that Hugo takes when there are several: the first of these. */
const ROOT_NAMES = ['hugo', 'config'].flatMap((name) => EXTENSIONS.map((extension) => `${name}.${extension}`));
/** Where the configuration may lie in parts. */
export const CONFIG_FOLDER = 'config/_default';
/** `hugo` builds for production; its settings lie over the default ones. */
const FOLDERS = [CONFIG_FOLDER, 'config/production'];

/** True when a folder's entries say that a site's configuration may be in it. */
export function hasRootConfig(names: ReadonlySet<string>): boolean {
  return ROOT_NAMES.some((name) => names.has(name));
}

/** Reads the configuration of the site whose root the files are. Never throws: what cannot be read is named in `problems`. */
export async function readConfig(files: Files): Promise<Config> {
  const problems: SiteProblem[] = [];
  const names = new Set((await files.list(''))?.filter((e) => e.kind === 'file').map((e) => e.name));
  let path = ROOT_NAMES.find((name) => names.has(name));
  let values = path === undefined ? {} : await readOne({ files, path, problems });
  for (const folder of FOLDERS) {
    const found = await readFolder({ files, folder, problems });
    if (!found) continue;
    values = merged(values, found);
    path ??= folder;
  }
  const themes = themesOf(values);
  if (values['theme'] !== undefined || themes.length > 0)
    values = await withThemes({ files, values, themes, problems });
  return { path, values, problems, themes };
}

interface Reading {
  readonly files: Files;
  readonly problems: SiteProblem[];
}

async function readOne({ files, path, problems }: Reading & { readonly path: string }): Promise<Values> {
  const bytes = await files.read(path);
  if (!bytes) return {};
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const read = readConfigText(text.replace(/^\uFEFF/, ''), formatOf(path) as ConfigFormat);
  const wrong = text.startsWith('\uFEFF') ? message(WITH_BOM, path) : whatIsWrong(path, read);
  if (wrong) problems.push({ path, message: wrong });
  return read.values ?? {};
}

const WITH_BOM =
  '{0} begins with a byte order mark (BOM), at which Hugo stops, so it builds nothing. Save the file as UTF-8 without BOM.';

function whatIsWrong(path: string, read: ConfigText): Message | undefined {
  if (read.values) return undefined;
  if (!('line' in read))
    return message('{0} holds no settings that Hugo can read, so it builds nothing. Write settings by name.', path);
  return read.line === undefined
    ? message('Hugo cannot read {0} and builds nothing: {1}. Correct the file.', path, read.wrong)
    : message('Hugo cannot read {0} and builds nothing: line {2}, {1}. Correct the file.', path, read.wrong, read.line);
}

/** The files of `config/_default` and of the folders in it, in order of their names; undefined when there is none. */
async function readFolder(of: Reading & { readonly folder: string }): Promise<Values | undefined> {
  const paths = await configsBelow(of.files, of.folder, 0);
  if (paths.length === 0) return undefined;
  let values: Values = {};
  for (const path of paths) values = merged(values, placed(path, await readOne({ ...of, path })));
  return values;
}

async function configsBelow(files: Files, folder: string, depth: number): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of (await files.list(folder)) ?? []) {
    const path = `${folder}/${entry.name}`;
    if (entry.kind === 'folder') paths.push(...(depth < 3 ? await configsBelow(files, path, depth + 1) : []));
    else if (formatOf(entry.name)) paths.push(path);
  }
  return paths;
}

/** Puts the values of `params.toml` under `params`, those of `params.zh-cn.toml` under `languages.zh-cn.params`. */
function placed(path: string, values: Values): Values {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const dot = stem.lastIndexOf('.');
  const name = (dot < 0 ? stem : stem.slice(0, dot)).toLowerCase();
  const language = dot < 0 ? undefined : stem.slice(dot + 1).toLowerCase();
  if (name === 'hugo' || name === 'config') return values;
  const key = name === 'menu' ? 'menus' : name;
  if (language === undefined) return { [key]: values };
  if (key === 'languages') return { languages: { [language]: values } };
  return { languages: { [language]: { [key]: values } } };
}

/** `theme = "a"`, `theme = ["a", "b"]`, and modules, whose last part is the name: `github.com/vimux/mainroad`. */
function themesOf(values: Values): readonly string[] {
  const module = mapAt(values, 'module')['imports'];
  const imports = Array.isArray(module) ? module.filter(isMap).map((item) => item['path']) : [];
  const paths = [...textsAt(values, 'theme'), ...imports.filter((path) => typeof path === 'string')];
  return [...new Set(paths.map((path) => path.replace(/\/(v\d+)?$/, '').replace(/^.*\//, '')))].filter(
    (name) => name !== '',
  );
}

/** A theme's own `[params]` and menus count where the site says nothing else. */
async function withThemes(
  of: Reading & { readonly values: Values; readonly themes: readonly string[] },
): Promise<Values> {
  let { values } = of;
  for (const theme of of.themes) {
    const folder = `themes/${theme}`;
    const names = new Set((await of.files.list(folder))?.filter((e) => e.kind === 'file').map((e) => e.name));
    const name = ROOT_NAMES.find((n) => names.has(n));
    if (name === undefined) continue;
    const own = await readOne({ ...of, path: `${folder}/${name}` });
    values = { ...values, params: merged(mapAt(own, 'params'), mapAt(values, 'params')) };
    if (!isMap(values['menu'] ?? values['menus'])) values = { ...values, menus: own['menus'] ?? own['menu'] };
  }
  return values;
}
