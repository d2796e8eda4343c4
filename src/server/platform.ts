import type { Clock } from '../base/clock';
import type { Files } from '../base/files';
import type { ImageProbe } from '../base/images';
import type { Message } from '../base/message';

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
  /** Paths below a folder that git shows as changed or new since the last commit; absent where no program can be started. */
  readonly changedFiles?: (uri: string) => { readonly paths: ReadonlySet<string> } | { readonly refused: Message };
  readonly clock: Clock;
}
