import { parentPort, workerData } from 'node:worker_threads';
import type { Severity } from '../project/project';
import { createChecker, type Outcome } from './checker';
import type { Input } from './inputs';
import { type CliSite, siteFinder } from './sites';

/** What a thread is to do. */
export interface Work {
  readonly inputs: readonly Input[];
  /** Milliseconds since 1970: the same for all threads. */
  readonly now: number;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** What stands for all articles of a site, by its root, when answers are to be kept. */
  readonly wholes: ReadonlyMap<string, string> | undefined;
  /** Two numbers that all threads share: the next article that nobody has taken, and how many are done. */
  readonly shared: SharedArrayBuffer;
}

export type Numbered = readonly [index: number, outcome: Outcome];

/** Articles that a thread takes at once. */
const CHUNK = 16;
const NEXT = 0;
const DONE = 1;

/**
 * Takes articles until none is left.
 * @param siteOf of the sites that are known already; without it they are found silently, since the main thread tells what is wrong with them
 * @param between called after each few, with how many are done by all threads
 */
export async function checkSome(
  work: Work,
  siteOf: (file: string) => CliSite | Promise<CliSite> = siteFinder({ translate: () => '', err: () => {} }),
  between?: (done: number) => void,
): Promise<Numbered[]> {
  const { inputs, shared } = work;
  const counters = new Int32Array(shared);
  const sites = new Map<string, CliSite>();
  const checker = createChecker({ now: new Date(work.now), severities: work.severities, wholes: work.wholes });
  const found: Numbered[] = [];
  for (;;) {
    const from = Atomics.add(counters, NEXT, CHUNK);
    if (from >= inputs.length) return found;
    for (let i = from; i < Math.min(from + CHUNK, inputs.length); i++) {
      const input = inputs[i]!;
      const folder = input.file.slice(0, input.file.lastIndexOf('/') + 1);
      const cli = sites.get(folder) ?? (await siteOf(input.file));
      sites.set(folder, cli);
      const outcome = checker.check({ ...input, cli });
      found.push([i, outcome instanceof Promise ? await outcome : outcome]);
    }
    Atomics.add(counters, DONE, CHUNK);
    between?.(Math.min(Atomics.load(counters, DONE), inputs.length));
  }
}

/** What a thread beside the main one does. */
export async function runWorker(): Promise<void> {
  parentPort?.postMessage(await checkSome(workerData as Work));
}
