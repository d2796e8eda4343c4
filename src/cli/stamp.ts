import { statSync } from 'node:fs';

/** What a file looks like from outside: as long as it is the same, so is what is in it. */
export type Stamp = string;

/** A file that was touched so shortly before is not to be known by its stamp: it may be written again within the same tick of the clock. */
const TICK = 100;
/** Of file systems that count in seconds, or two. */
const COARSE_TICK = 2_100;

/** Undefined when there is no such file. */
export function stampOf(file: string): Stamp | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`;
}

/** Whether the file may still change without a change of its stamp. @param now when it was read, or before */
export function isFresh(stamp: Stamp, now: number): boolean {
  const [, mtime = 0, ctime = 0] = stamp.split(' ').map(Number);
  const tick = mtime % 1000 === 0 ? COARSE_TICK : TICK;
  return Math.max(mtime, ctime) + tick > now;
}
