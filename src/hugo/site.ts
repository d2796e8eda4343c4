import type { Dialect } from '../article/article';
import type { Message } from '../base/message';

/** A Hugo site as its configuration describes it; without a configuration file, Hugo's defaults (`found` false). Immutable. */
export interface Site {
  readonly found: boolean;
  /** Path of the file or folder that the configuration came from. */
  readonly configPath: string | undefined;
  /** What in the configuration could not be read. */
  readonly problems: readonly SiteProblem[];
  readonly title: string;
  readonly baseUrl: string;
  readonly theme: string | undefined;
  /** In order of weight; the default language is among them. */
  readonly languages: readonly Language[];
  readonly defaultLanguage: string;
  /** `defaultContentLanguage` as written, where Hugo does not know it by its capital letters: articles without a language of their own are not published. */
  readonly lostDefault?: string;
  readonly defaultContentLanguageInSubdir: boolean;
  /** IANA name; `UTC` when not set. */
  readonly timeZone: string;
  /** Whether the configuration names a time zone: then a date without an offset is clear. */
  readonly hasTimeZone: boolean;
  /** Languages that the site turned off: their files are not published. */
  readonly disabledLanguages: readonly string[];
  /** The default language's addresses begin with its code too. */
  readonly defaultLanguagePrefixed: boolean;
  /** How addresses are written. */
  readonly urls: UrlStyle;
  /** Plural names by singular ones: `tag` → `tags`. */
  readonly taxonomies: ReadonlyMap<string, string>;
  /**
   * In the order written, those of the themes last. Of two content files at one place the earlier mount's counts, of two static files the
   * later one's; the site's own count before a theme's, and an earlier theme's before a later one's.
   */
  readonly mounts: readonly Mount[];
  readonly permalinks: ReadonlyMap<string, string>;
  /** `[frontmatter] date`: where Hugo looks for the date, with `:default` expanded, e.g. `date`, `publishdate`, `pubdate`, `published`, `lastmod`, `modified`. */
  readonly dateOrder: readonly string[];
  /** `[frontmatter] lastmod`, likewise. */
  readonly lastmodOrder: readonly string[];
  readonly hasCJKLanguage: boolean;
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
  readonly dialect: Dialect;
  /** `unsafe`, `hardWraps` and what else only the renderer needs. */
  readonly unsafe: boolean;
  readonly hardWraps: boolean;
  /** The site's `[params]`, keys lower-cased as Hugo does. */
  readonly params: Readonly<Record<string, unknown>>;
  /** `[author]` with `name`, `bio`, `avatar`; keys lower-cased. */
  readonly author: Readonly<Record<string, unknown>>;
  /** Of the default language; another language may have its own. */
  readonly menus: ReadonlyMap<string, readonly MenuEntry[]>;
  /** Widget names that the theme and `layouts/partials/widgets` have; empty when they are not known, since the theme's folder is not here. */
  readonly widgets: ReadonlySet<string>;
  /** Names that `post_meta` may list; undefined: those of Mainroad. */
  readonly postMeta?: ReadonlySet<string>;
  /** Names of `[outputFormats]`, lower case, beside Hugo's own. */
  readonly outputFormats?: ReadonlySet<string>;
  /** Shortcodes in `layouts/shortcodes`, beside Hugo's own. */
  readonly shortcodes: ReadonlySet<string>;
  /** Folders below the root that have an `_index.md`. Below the first level of the content only these are sections of their own. */
  readonly sectionFolders: ReadonlySet<string>;
  /** Front matter defaults that the site's and the sections' `cascade` set, by content path prefix; keys lower-cased. */
  readonly cascades: readonly Cascade[];
}

export interface UrlStyle {
  /** `/news/a.html` in place of `/news/a/`. */
  readonly ugly: boolean;
  /** Capital letters of file names stay. */
  readonly keepCase: boolean;
  readonly removeAccents: boolean;
}

export interface SiteProblem {
  readonly path: string;
  readonly message: Message;
}
export interface Language {
  /** Lower-cased, as Hugo does. */
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  readonly title: string | undefined;
  /** The language's own `[params]`, which count before the site's; keys lower-cased. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The language's own menus; undefined when it shows the site's. */
  readonly menus: ReadonlyMap<string, readonly MenuEntry[]> | undefined;
}
/** A folder of the project shown at a place of Hugo's file system: `{source: 'content/zh-CN', target: 'content', language: 'zh-cn'}`. */
export interface Mount {
  readonly source: string;
  readonly target: string;
  /** The theme that it belongs to; undefined for the site's own. */
  readonly theme?: string;
  readonly language: string | undefined;
}
export interface MenuEntry {
  readonly name: string;
  /** By which Hugo tells entries apart, where it is not the name. */
  readonly identifier?: string;
  readonly url: string;
  readonly weight: number;
}
export interface Cascade {
  /** Path of the `_index.md` (or the config) that says it. */
  readonly from: string;
  /** Applies to content files below this folder. */
  readonly folder: string;
  /** Only to articles of this language, when set. */
  readonly language: string | undefined;
  /** `_target`: only to pages whose path below the content folder matches, `/news/**`; only to pages of a kind, `page` or `section`. */
  readonly target: { readonly path: string | undefined; readonly kind: string | undefined };
  readonly values: Readonly<Record<string, unknown>>;
}
