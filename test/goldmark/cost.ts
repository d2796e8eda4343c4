/** Milliseconds of processor time that a task takes: unlike time by the clock, it does not grow when the machine is busy. */
export function cost(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
