import type { Terminal } from './terminal';

/** A bar for who watches. */
export interface Progress {
  /** Draws it, if it was not drawn just before. */
  show(done: number): void;
  /** Wipes it out. */
  end(): void;
}

const WIDTH = 30;
const BETWEEN = 100;

/** @param total how many articles there are; a bar for a few is not worth it */
export function progressOf(terminal: Terminal, total: number): Progress {
  if (!terminal.watched || total < 50) return { show: () => {}, end: () => {} };
  let drawn = 0;
  return {
    show(done) {
      const now = Date.now();
      if (now - drawn < BETWEEN) return;
      drawn = now;
      const full = Math.round((done / total) * WIDTH);
      terminal.err(`\r[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${done}/${total}`);
    },
    end() {
      if (drawn > 0) terminal.err('\r\u001b[K');
    },
  };
}
