import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { launchBrowser } from '../../scripts/host/workbench.mjs';
import { ROOT } from '../support/paths';
import { picture, Workbench } from './workbench';

/** Every process that inherits it belongs to the `npm start` of this test, whoever its parent is by now. */
const MARK = 'COPYDESK_START_TEST';
const skip = process.platform === 'linux' ? false : 'processes are counted through /proc';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`npm start shows the faults of the newsroom, and ${signal} leaves no process`, { skip }, async () => {
    await withStart(['--browser'], {}, async ({ said, stop }) => {
      const address = await said.find(/http:\/\/127\.0\.0\.1:\d+\/\?tkn=\w+&folder=\S+/);
      assert.match(said.all(), /Opening .*newsroom in the VS Code server, because you asked for it \(--browser\)\./);
      await faultsShow(address);
      await stop(signal);
    });
  });
}

test('npm start opens the code on PATH, and Ctrl+C ends the window that it started', { skip }, async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-path-'));
  // As the real one does: the window is another process, in a group of its own, and the command waits for it.
  const script = `#!/bin/sh
case "$1" in --version) echo 1.104.0; exit;; esac
setsid sleep 600 &
echo "window: $*"
wait
`;
  try {
    writeFileSync(path.join(dir, 'code'), script);
    chmodSync(path.join(dir, 'code'), 0o755);
    const env = { DISPLAY: ':99', PATH: `${dir}:${process.env['PATH']}`, VSCODE_IPC_HOOK_CLI: '', WSL_DISTRO_NAME: '' };
    await withStart([dir], env, async ({ said, stop }) => {
      const opened = await said.find(/window: .*/);
      assert.ok(opened.includes(`--extensionDevelopmentPath=${ROOT}`), opened);
      assert.ok(opened.endsWith(`--new-window --wait ${dir}`), opened);
      await stop('SIGINT');
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
});

interface Started {
  readonly said: ReturnType<typeof listen>;
  /** Ends it as Ctrl+C (SIGINT) or another tool (SIGTERM) would; fails when a process is left. */
  readonly stop: (signal: 'SIGINT' | 'SIGTERM') => Promise<void>;
}

/** Runs `npm start -- …` as a terminal would: as the leader of a group. */
async function withStart(
  args: readonly string[],
  more: NodeJS.ProcessEnv,
  use: (started: Started) => Promise<void>,
): Promise<void> {
  const id = randomUUID();
  const env = { ...process.env, ...more, [MARK]: id };
  const npm = spawn('npm', ['start', '--', ...args], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listen(npm);
  const stop = async (signal: 'SIGINT' | 'SIGTERM'): Promise<void> => {
    assert.ok(marked(id).length >= 3, 'npm, the script and what it opened are running');
    const ended = new Promise<void>((resolve) => npm.on('exit', () => resolve()));
    // Ctrl+C in a terminal goes to the whole group; other tools tell only the process they started.
    if (signal === 'SIGINT') process.kill(-npm.pid!, signal);
    else npm.kill(signal);
    await ended;
    assert.deepEqual(await left(id), []);
  };
  try {
    await use({ said, stop });
  } catch (error) {
    throw new Error(`npm start said:\n${said.all()}`, { cause: error });
  } finally {
    for (const pid of marked(id)) process.kill(pid, 'SIGKILL');
  }
}

/** Opens the address as a person would, opens a faulty article, and waits for what Problems says. */
async function faultsShow(address: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const refused = await page.goto(address.replace(/tkn=\w+/, 'tkn=wrong'));
    assert.equal(refused?.status(), 403, 'without the token there is no page');
    await page.goto(address);
    const workbench = new Workbench(page, ROOT);
    try {
      await workbench.ready();
      await workbench.open('sidebar-middle.zh-CN.md');
      await workbench.problem('unknown-sidebar');
      await picture(page, 'start');
    } catch (error) {
      await picture(page, 'failed-start');
      throw error;
    }
  } finally {
    await browser.close();
  }
}

/** What a process says, and a way to wait for something in it (the first start installs a VS Code, so for long). */
function listen(child: ChildProcess): { all: () => string; find: (what: RegExp) => Promise<string> } {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (text += String(bytes)));
  const find = async (what: RegExp): Promise<string> => {
    for (const end = Date.now() + 180_000; Date.now() < end; await pause()) {
      const found = what.exec(text)?.[0];
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    }
    throw new Error(`it never said ${what}`);
  };
  return { all: () => text, find };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** Processes of this test that still run; the ones that are just ending get a moment. */
async function left(id: string): Promise<string[]> {
  for (const end = Date.now() + 10_000; marked(id).length > 0 && Date.now() < end; ) await pause();
  return marked(id).map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
}

function marked(id: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${MARK}=${id}`);
      } catch {
        return false; // it ended, or is not ours to read
      }
    })
    .map(Number);
}
