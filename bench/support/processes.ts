import { spawnSync } from 'node:child_process';

/** What a process took. */
export interface Run {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds on all cores together. */
  readonly cpu: number;
  /** Megabytes at the most. */
  readonly peak: number;
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const MARK = '#copydesk-bench#';

/** Runs a program to its end under GNU `time`, which knows of the children too; without it, the time alone. */
export function runProcess(command: string, args: readonly string[], cwd: string, timeout = 600_000): Run {
  const timed = process.platform === 'linux';
  const began = performance.now();
  const { status, stdout, stderr } = timed
    ? spawnSync('/usr/bin/time', ['-f', `${MARK} %U %S %M`, command, ...args], options(cwd, timeout))
    : spawnSync(command, [...args], options(cwd, timeout));
  const wall = performance.now() - began;
  const said = new RegExp(`${MARK} ([\\d.]+) ([\\d.]+) (\\d+)`).exec(stderr ?? '');
  return {
    wall,
    cpu: said ? 1000 * (Number(said[1]) + Number(said[2])) : Number.NaN,
    peak: said ? Number(said[3]) / 1024 : Number.NaN,
    status,
    out: stdout ?? '',
    err: stderr ?? '',
  };
}

function options(cwd: string, timeout: number) {
  return { cwd, timeout, encoding: 'utf8', maxBuffer: 2 ** 30 } as const;
}
