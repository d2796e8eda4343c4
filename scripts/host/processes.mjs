// Child processes: started in a group of their own, and ended with everything they started.
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const windows = process.platform === 'win32';

/** Every process as `{pid, parent, group}`; zombies are left out, since they are gone but for their number. */
export function processList() {
  if (process.platform === 'linux')
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? fromProc(name) : []));
  if (windows) return [];
  const rows = execFileSync('ps', ['-axo', 'pid=,ppid=,pgid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return rows.flatMap((row) => {
    const [pid, parent, group, state] = row.trim().split(/\s+/);
    return state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), group: Number(group) }];
  });
}

function fromProc(name) {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The second field is the program's name in parentheses, and may itself hold spaces and parentheses.
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), group: Number(group) }];
  } catch {
    return []; // it ended while we looked
  }
}

/** The process, its group, and everything that descends from any of them. */
export function familyOf(pid) {
  const all = processList();
  const family = new Set([pid]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const p of all) if (p.group === pid || family.has(p.parent)) family.add(p.pid);
  }
  return all.filter((p) => family.has(p.pid)).map((p) => p.pid);
}

/** Starts a program as the leader of its own group, so that Ctrl+C in the terminal reaches us first. */
export function startGroup(command, args, options = {}) {
  return spawn(command, args, { ...options, detached: !windows, windowsHide: true });
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // it is gone already
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends a child and its whole family: asks first, waits up to `patience` milliseconds, then insists. */
export async function endFamily(child, patience = 5000) {
  if (child.pid === undefined) return;
  if (windows) return taskkill(child.pid);
  await endAll(familyOf(child.pid), (p) => p.group === child.pid, patience);
}

/** Ends everything that this process started and that still runs, its children's children included. */
export async function endDescendants(patience = 5000) {
  if (windows) return; // whoever started something there has ended its tree
  const others = familyOf(process.pid).filter((pid) => pid !== process.pid);
  await endAll(others, () => false, patience);
}

function taskkill(pid) {
  try {
    execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
  } catch {
    // it is gone already
  }
}

/** Ends processes, and those that `belongs` adds meanwhile. */
async function endAll(pids, belongs, patience) {
  const members = new Set(pids);
  for (const pid of pids) signal(pid, 'SIGTERM');
  let left = [];
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
    left = processList().filter((p) => members.has(p.pid) || belongs(p));
    if (left.length === 0) return;
  }
  for (const p of left) signal(p.pid, 'SIGKILL');
}

/** The last resort, when there is no time to wait (the `exit` event): insists at once. */
export function killFamily(child) {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (windows) taskkill(child.pid);
  else for (const pid of familyOf(child.pid)) signal(pid, 'SIGKILL');
}

/**
 * Calls back once when npm, which runs this script, is gone: told to end, it ends the shell between us and passes
 * nothing on. Does nothing in a script that npm does not run.
 */
export function whenNpmIsGone(tell) {
  if (!process.env.npm_lifecycle_event || windows) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    tell();
  }, 300);
  look.unref();
}

/**
 * Runs a program to its end; resolves to its exit code. Output goes to the terminal, or with `quiet` is kept and printed
 * only when the program fails.
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let kept = '';
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    child.stdout?.on('data', (bytes) => (kept += bytes));
    child.stderr?.on('data', (bytes) => (kept += bytes));
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', stop);
      if (quiet && code !== 0) process.stderr.write(kept);
      resolve(code ?? 1);
    });
  });
}

/** Runs npm; throws one sentence when it fails. `npm` is a `.cmd` on Windows, which only a shell can start. */
export async function npm(args, { cwd, quiet = true } = {}) {
  const code = await run('npm', [...args, '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd,
    quiet,
    shell: windows,
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code} in ${cwd ?? process.cwd()}`);
}
