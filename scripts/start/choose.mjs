// Which VS Code `npm start` opens, and why.
import { spawnSync } from 'node:child_process';
import { onPath } from '../host/chromium.mjs';

/** The oldest VS Code that Copydesk runs in, as major and minor number. */
const OLDEST = [1, 100];
const windows = process.platform === 'win32';

/**
 * Decides from what is known of the machine.
 * @param machine `{browser, display, code: {program, version} | undefined, internet}`; `internet()` is asked only when it matters
 * @returns `{how: 'code' | 'download' | 'browser', why}`
 */
export async function choose({ browser, display, code, internet }) {
  if (browser) return { how: 'browser', why: 'you asked for it (--browser)' };
  if (!display) return { how: 'browser', why: 'there is no display here' };
  if (code && isNewEnough(code.version)) return { how: 'code', why: `it is ${code.program}, on your PATH` };
  const without = code ? `the code on your PATH is too old (${code.version})` : 'there is no code on your PATH';
  if (await internet()) return { how: 'download', why: without };
  return { how: 'browser', why: `${without}, and update.code.visualstudio.com cannot be reached` };
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Whether a window can be shown. */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform === 'win32') return true;
  if (platform === 'darwin') return !env.SSH_CONNECTION;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The `code` command of a VS Code on this machine; undefined when there is none. */
export function findCode(env = process.env) {
  // In a terminal inside VS Code over SSH or WSL, `code` stands for a window on another machine.
  if (env.VSCODE_IPC_HOOK_CLI || env.WSL_DISTRO_NAME) return undefined;
  const program = onPath('code', env);
  if (!program) return undefined;
  const asked = spawnSync(windows ? `"${program}"` : program, ['--version'], {
    encoding: 'utf8',
    timeout: 15_000,
    shell: windows,
    env,
  });
  const version = /^\d+\.\d+\.\d+/.exec(asked.stdout ?? '')?.[0];
  return version ? { program, version } : undefined;
}

/** Whether the place that test-electron downloads from answers within three seconds. */
export async function reachable() {
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      method: 'HEAD',
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
