import type { Clock } from '../base/clock';
import type { Files } from '../base/files';
import type { ImageProbe } from '../base/images';
import type { Message } from '../base/message';

/** Paths below a folder that git shows as changed or new since the last commit (`''`), or since the branch left another one. */
export type ChangedFiles = (
  uri: string,
  since: string,
) => { readonly paths: ReadonlySet<string> } | { readonly refused: Message };

/** What the machine that the server runs on can do. */
export interface Platform {
  /** Files below a folder's URI; undefined when this machine cannot read that scheme. */
  filesOf(uri: string): Files | undefined;
  readonly probe: (options: { readonly allowedHosts: readonly string[] }) => ImageProbe;
  /** The text at an address of the web, or why there is none; absent where the network is out of reach. */
  readonly fetchText?: (
    url: string,
    options: { readonly allowedHosts: readonly string[] },
  ) => Promise<string | { readonly refused: Message } | undefined>;
  /** Absent where no program can be started. */
  readonly changedFiles?: ChangedFiles;
  /** The branch that the one of a folder's repository most likely left, by name; undefined when it is that branch itself. */
  readonly baseBranch?: (uri: string) => string | undefined;
  readonly clock: Clock;
}
