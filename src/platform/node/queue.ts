/** Runs pieces of work, a few at once and fewer for each key. */
export interface Queue {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** @param limits how many run at once, in all and for one key */
export function createQueue(limits: { readonly atOnce: number; readonly perKey: number }): Queue {
  const waiting: { readonly key: string; start(): void }[] = [];
  const running = new Map<string, number>();
  let total = 0;
  const next = (): void => {
    for (let i = 0; i < waiting.length && total < limits.atOnce; ) {
      const { key, start } = waiting[i]!;
      const same = running.get(key) ?? 0;
      if (same >= limits.perKey) {
        i++;
        continue;
      }
      waiting.splice(i, 1);
      running.set(key, same + 1);
      total++;
      start();
    }
  };
  const done = (key: string): void => {
    total--;
    const left = (running.get(key) ?? 1) - 1;
    if (left === 0) running.delete(key);
    else running.set(key, left);
    next();
  };
  return {
    run: (key, work) =>
      new Promise((resolve, reject) => {
        const start = () => {
          work()
            .then(resolve, reject)
            .finally(() => done(key));
        };
        waiting.push({ key, start });
        next();
      }),
  };
}
