// Says what is going on when it takes longer than a moment.

/** Runs `work` under a title: printed at once, with the seconds while it lasts and when it ends. */
export async function step(title, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const terminal = process.stdout.isTTY;
  process.stdout.write(terminal ? `${title} …` : `${title} …\n`);
  const every = terminal ? 1000 : 10_000;
  const ticking = setInterval(() => {
    process.stdout.write(terminal ? `\r${title} … ${seconds()} s` : `  … ${seconds()} s\n`);
  }, every);
  try {
    return await work();
  } finally {
    clearInterval(ticking);
    if (terminal) process.stdout.write(`\r${title} … ${seconds()} s\n`);
  }
}
