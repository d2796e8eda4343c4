import type { Message } from '../base/message';
import { NO_WORDS, type Words } from './words';

/** `error`: the build fails or the article is lost. `warning`: it publishes, but not as written. `information`: worth knowing. `hint`: taste. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** By the id of a rule or the name of a group of rules; a rule's own counts before its group's. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

/** Everything that a project chooses, parsed once from `copydesk.json` or `copydesk.yaml` and the editor's settings. */
export interface Project {
  readonly severities: Severities;
  /** Severities for articles whose path below the root matches a glob; of several that match, the last one that names the rule counts. */
  readonly overrides: readonly Override[];
  /** Globs of articles that are not checked at all. */
  readonly ignore: readonly string[];
  /** The Hugo that builds the site, `[0, 111]`: what came later is not known to it. */
  readonly hugoVersion: HugoVersion;
  /** Which JSON Schema holds for which articles, the first that matches; without one, the built-in schema. */
  readonly schemas: readonly SchemaChoice[];
  /** Schemas from the network may be read (only ever in a trusted workspace). */
  readonly remoteSchemas: boolean;
  /** The newsroom's words, from `copydesk.words.yaml`. */
  readonly words: Words;
  /** Front matter keys that are allowed beside the schema's, lower case. */
  readonly allowedKeys: ReadonlySet<string>;
  readonly preview: { readonly followScroll: boolean };
  /** Pictures: `remote` false never touches the network; hosts are allowed beyond public addresses. */
  readonly images: { readonly remote: boolean; readonly allowedHosts: readonly string[] };
}

export type HugoVersion = readonly [major: number, minor: number];

export interface Override {
  readonly files: readonly string[];
  readonly severities: Severities;
}

export interface SchemaChoice {
  readonly files: readonly string[];
  /** A path below the root, or an `https:` URL. */
  readonly schema: string;
}

export const DEFAULT_PROJECT: Project = {
  severities: new Map(),
  overrides: [],
  ignore: [],
  hugoVersion: [0, 111],
  schemas: [],
  remoteSchemas: false,
  words: NO_WORDS,
  allowedKeys: new Set(),
  preview: { followScroll: true },
  images: { remote: true, allowedHosts: [] },
};

/** Settings as parsed: wrong values are left at their default and named in a message. */
export interface ParsedSettings {
  readonly project: Project;
  readonly problems: readonly Message[];
}
