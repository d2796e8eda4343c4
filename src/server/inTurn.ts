import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { type Message, message, type Translate } from '../base/message';

/** How the editor hears of long work, and ends it. */
export interface LongWork {
  readonly token: CancellationToken;
  readonly progress: WorkDoneProgressReporter | undefined;
  readonly translate: Translate;
}

/** How many articles are looked at before the editor's other requests get a turn. */
const BATCH = 25;

/** Articles one after the other, until it is cancelled; between batches other requests are answered. Returns how many were done. */
export async function eachInTurn<T>(
  items: readonly T[],
  { title, token, progress, translate }: LongWork & { readonly title: Message },
  each: (item: T) => Promise<void>,
): Promise<number> {
  let done = 0;
  progress?.begin(translate(title), 0, undefined, true);
  for (const item of items) {
    if (token.isCancellationRequested) break;
    await each(item);
    if (++done % BATCH !== 0) continue;
    progress?.report(
      Math.floor((done / items.length) * 100),
      translate(message('{0} of {1} articles', done, items.length)),
    );
    await new Promise((next) => setTimeout(next, 0));
  }
  progress?.done();
  return done;
}
