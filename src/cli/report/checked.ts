import type { Lines } from '../../base/lines';
import type { Problem } from '../../rules/rule';

/** A checked article. */
export interface CheckedFile {
  readonly file: string;
  readonly lines: Lines;
  readonly problems: readonly Problem[];
}
