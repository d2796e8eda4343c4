/**
 * Work that only its newest state matters for. Wishes made while it runs become one more run; the first wish after
 * a silence starts at once, later ones within `gap` milliseconds wait for each other.
 * @param work must not throw
 */
export function newestOnly(work: () => Promise<void>, gap: number): () => void {
  let busy = false;
  let again = false;
  const run = async () => {
    busy = true;
    do {
      again = false;
      await work();
      await new Promise((resolve) => setTimeout(resolve, gap));
    } while (again);
    busy = false;
  };
  return () => {
    if (busy) again = true;
    else void run();
  };
}
