import type { Message, Translate } from '../base/message';

/** What a command gets from the terminal, and where it answers. */
export interface Terminal {
  readonly translate: Translate;
  readonly colour: boolean;
  /** Whether somebody watches what is written to `err`, so that a bar may be drawn there. */
  readonly watched: boolean;
  out(text: string): void;
  err(text: string): void;
}

/** Nothing could be done, or not all of it: wrong arguments, a path that is not there or cannot be read or written. */
export const COULD_NOT_RUN = 2;

/** Says something that is not the result. */
export function tell(terminal: Pick<Terminal, 'translate' | 'err'>, what: Message): void {
  terminal.err(`copydesk: ${terminal.translate(what)}\n`);
}

/** Says why nothing could be done. Returns the exit code for it. */
export function refuse(terminal: Terminal, why: Message): number {
  tell(terminal, why);
  return COULD_NOT_RUN;
}
