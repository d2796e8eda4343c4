import type { Clock } from '../base/clock';
import type { Files } from '../base/files';
import type { ImageProbe } from '../base/images';

/** What the machine that the server runs on can do. */
export interface Platform {
  /** Files below a folder's URI; undefined when this machine cannot read that scheme. */
  filesOf(uri: string): Files | undefined;
  readonly probe: (options: { readonly allowedHosts: readonly string[] }) => ImageProbe;
  readonly clock: Clock;
}
