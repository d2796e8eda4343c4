// Runs the suites of test/host in the VS Code that @vscode/test-electron downloads (`npm run test:electron`).
//   node scripts/electron.mjs [1.100.3|1.139.1 …]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { desktop, desktopArguments } from './host/desktop.mjs';
import { endFamily, killFamily } from './host/processes.mjs';
import { bundleSuites, copyNewsroom, readerOfSuites, verdict } from './host/suites.mjs';
import { NEWEST, OLDEST } from './host/versions.mjs';

/** A whole run, in milliseconds. */
const PATIENCE = 300_000;

/** Runs bundled suites in a downloaded VS Code. Resolves to `{passed, failed, skipped: [reason…]}`. */
export async function runInDesktop({ version, suites }) {
  const program = await desktop(version);
  const profile = mkdtempSync(path.join(tmpdir(), 'copydesk-profile-'));
  const folder = copyNewsroom();
  const reader = readerOfSuites();
  const args = [...desktopArguments(profile), `--extensionTestsPath=${path.join(suites, 'index.js')}`, folder];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const last = () => killFamily(child);
  process.once('exit', last);
  try {
    return verdict(reader, await ending(child, reader));
  } finally {
    await endFamily(child);
    process.off('exit', last);
    for (const dir of [profile, folder]) rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
  }
}

function ending(child, reader) {
  for (const [stream, isError] of [
    [child.stdout, false],
    [child.stderr, true],
  ]) {
    let rest = '';
    stream.on('data', (bytes) => {
      const lines = (rest + bytes).split(/\r?\n/);
      rest = lines.pop();
      for (const text of lines) reader.line(text, isError);
    });
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(`no end after ${PATIENCE / 1000} s`), PATIENCE);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

async function main(versions) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    throw new Error(
      'VS Code for the desktop needs a display: run `xvfb-run npm run test:electron`, or `npm test -- host`.',
    );
  await build({ dev: true });
  const suites = await bundleSuites();
  const total = { passed: 0, failed: 0 };
  try {
    for (const version of versions) {
      console.log(`\nInside VS Code ${version}`);
      const { passed, failed } = await runInDesktop({ version, suites });
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    rmSync(suites, { recursive: true, force: true });
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const versions = process.argv.slice(2);
  process.exitCode = await main(versions.length > 0 ? versions : [OLDEST, NEWEST]).catch((error) => {
    console.error(error.message);
    return 1;
  });
}
