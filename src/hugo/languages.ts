import { type Message, message } from '../base/message';
import { flagAt, isMap, mapAt, textAt, textsAt, type Values } from './configFormats';
import { menusIn } from './menus';
import type { Language, SiteProblem } from './site';

export interface Languages {
  /** In Hugo's order, the disabled ones left out. */
  readonly languages: readonly Language[];
  readonly disabled: readonly string[];
  readonly defaultLanguage: string;
  readonly defaultPrefixed: boolean;
  /** As the configuration writes it, where that costs articles without a language of their own their place. */
  readonly lostDefault: string | undefined;
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
  const contentDirs = new Map(enabled.flatMap(([code, map]) => contentDirOf(code, map)));
  const codes = languages.map(({ code }) => code);
  const wrong = problemWith(written, { codes, plain: enabled.length === 0, mounted: contentDirs.has(defaultLanguage) });
  const inFolder = flagAt(values, 'defaultcontentlanguageinsubdir', false) || written !== defaultLanguage;
  return {
    languages,
    disabled,
    defaultLanguage,
    defaultPrefixed: inFolder && languages.length > 1,
    lostDefault: written !== defaultLanguage && !contentDirs.has(defaultLanguage) ? written : undefined,
    contentDirs,
    problems: wrong ? [{ path: configPath, message: wrong }] : [],
  };
}

interface LanguageFacts {
  readonly codes: readonly string[];
  /** No language is configured. */
  readonly plain: boolean;
  /** The default language has a content folder of its own. */
  readonly mounted: boolean;
}

/** What Hugo makes of a default language that it does not know, or knows in lower case only. */
function problemWith(written: string, { codes, plain, mounted }: LanguageFacts): Message | undefined {
  const code = written.toLowerCase();
  if (!codes.includes(code)) {
    return message(
      'defaultContentLanguage is "{0}", which is not one of the languages of the site ({1}), so Hugo builds nothing. Name one of them.',
      written,
      codes.join(', '),
    );
  }
  if (written === code || mounted) return undefined;
  return plain
    ? message(
        'defaultContentLanguage is "{0}", but Hugo only knows languages in lower case, so it builds nothing. Write "{1}".',
        written,
        code,
      )
    : message(
        'defaultContentLanguage is "{0}", but Hugo only knows languages in lower case, so articles without a language in their file name are not published. Write "{1}".',
        written,
        code,
      );
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

/** Languages without a weight come after the others, by code. (Where only some have one, Hugo's own order changes from build to build.) */
function inOrder(a: Language, b: Language): number {
  if (a.weight !== b.weight) return a.weight === 0 ? 1 : b.weight === 0 ? -1 : a.weight - b.weight;
  return a.code < b.code ? -1 : 1;
}
