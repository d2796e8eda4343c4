import type { Translate } from '../base/message';

/** What a command gets from the terminal, and where it answers. */
export interface Terminal {
  readonly translate: Translate;
  readonly colour: boolean;
  out(text: string): void;
  err(text: string): void;
}
