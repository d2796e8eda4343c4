import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Outcome } from './checker';
import type { CliSite } from './sites';
import { checkSome, type Numbered, type Work } from './worker';

/** Fewer articles are checked sooner than another thread has started. */
const WORTH_A_THREAD = 400;
/** More threads are limited by the disk and cost memory each. */
const MOST = 8;

/** Threads for so many articles. */
export function jobsFor(asked: number | 'auto', articles: number): number {
  if (asked !== 'auto') return Math.max(1, Math.min(asked, articles));
  return Math.max(1, Math.min(availableParallelism(), MOST, Math.floor(articles / WORTH_A_THREAD)));
}

/** Checks all articles on some threads, this one among them. The outcomes are in the order of the articles, whoever found them. */
export async function checkOn(
  jobs: number,
  work: Omit<Work, 'shared'>,
  siteOf: (file: string) => CliSite | Promise<CliSite>,
  between: (done: number) => void,
): Promise<Outcome[]> {
  const shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const threads = Array.from({ length: jobs - 1 }, () => threadFor({ ...work, shared }));
  const parts = await Promise.all([checkSome({ ...work, shared }, siteOf, between), ...threads]);
  const outcomes: Outcome[] = new Array(work.inputs.length);
  for (const [index, outcome] of parts.flat()) outcomes[index] = outcome;
  return outcomes;
}

/** The same program, which knows by its data that it is a thread. */
function threadFor(work: Work): Promise<readonly Numbered[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, {
      workerData: work,
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread ended with ${code}.`)));
  });
}
