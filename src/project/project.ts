import type { Message } from '../base/message';

/** `error`: the build fails or the article is lost. `warning`: it publishes, but not as written. `information`: worth knowing. `hint`: taste. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Everything that a project chooses, parsed once from the editor's settings. */
export interface Project {
  /** By rule id. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Front matter keys that are allowed beside the schema's, lower case. */
  readonly allowedKeys: ReadonlySet<string>;
  readonly preview: { readonly followScroll: boolean };
  /** Pictures: `remote` false never touches the network; hosts are allowed beyond public addresses. */
  readonly images: { readonly remote: boolean; readonly allowedHosts: readonly string[] };
}

export const DEFAULT_PROJECT: Project = {
  severities: new Map(),
  allowedKeys: new Set(),
  preview: { followScroll: true },
  images: { remote: true, allowedHosts: [] },
};

/** Settings as parsed: wrong values are left at their default and named in a message. */
export interface ParsedSettings {
  readonly project: Project;
  readonly problems: readonly Message[];
}
