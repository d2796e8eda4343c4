import { message } from '../base/message';
import { flagAt, isMap, mapAt, textAt, textsAt, type Values } from './configFormats';
import { menusIn } from './menus';
import type { Language, SiteProblem } from './site';

export interface Languages {
  /** In Hugo's order, the disabled ones left out. */
  readonly languages: readonly Language[];
  readonly disabled: readonly string[];
  readonly defaultLanguage: string;
  readonly defaultPrefixed: boolean;
  /** Content folder of each language that names one. */
  readonly contentDirs: ReadonlyMap<string, string>;
  readonly problems: readonly SiteProblem[];
}

/** The languages of a configuration. Hugo compares their codes in lower case, but for `defaultContentLanguage` in addresses. */
export function languagesOf(values: Values, configPath: string): Languages {
  const written = textAt(values, 'defaultcontentlanguage') || 'en';
  const defaultLanguage = written.toLowerCase();
  const maps = Object.entries(mapAt(values, 'languages')).filter((entry): entry is [string, Values] => isMap(entry[1]));
  const off = new Set(textsAt(values, 'disablelanguages').map((code) => code.toLowerCase()));
  const disabled = maps.filter(([code, map]) => off.has(code) || flagAt(map, 'disabled', false)).map(([code]) => code);
  const enabled = maps.filter(([code]) => !disabled.includes(code));
  const languages = enabled.length > 0 ? enabled.map(languageOf).sort(inOrder) : [plainLanguage(defaultLanguage)];
  const problems: SiteProblem[] = [];
  if (!languages.some(({ code }) => code === defaultLanguage)) {
    problems.push({
      path: configPath,
      message: message(
        'defaultContentLanguage is "{0}", which is not one of the languages of the site ({1}), so Hugo builds nothing. Name one of them.',
        written,
        languages.map(({ code }) => code).join(', '),
      ),
    });
  }
  const inFolder = flagAt(values, 'defaultcontentlanguageinsubdir', false) || written !== defaultLanguage;
  return {
    languages,
    disabled,
    defaultLanguage,
    defaultPrefixed: inFolder && languages.length > 1,
    contentDirs: new Map(enabled.flatMap(([code, map]) => contentDirOf(code, map))),
    problems,
  };
}

function languageOf([code, map]: [string, Values]): Language {
  return {
    code,
    name: textAt(map, 'languagename') ?? code,
    weight: Number(textAt(map, 'weight') ?? 0) || 0,
    title: textAt(map, 'title'),
    params: mapAt(map, 'params'),
    menus: menusIn(map),
  };
}

function plainLanguage(code: string): Language {
  return { code, name: code, weight: 0, title: undefined, params: {}, menus: undefined };
}

function contentDirOf(code: string, map: Values): [string, string][] {
  const folder = textAt(map, 'contentdir');
  return folder ? [[code, folder]] : [];
}

/** Languages without a weight come after the others, by code. */
function inOrder(a: Language, b: Language): number {
  if (a.weight !== b.weight) return a.weight === 0 ? 1 : b.weight === 0 ? -1 : a.weight - b.weight;
  return a.code < b.code ? -1 : 1;
}
