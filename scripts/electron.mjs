// Runs the suites of test/host in the VS Code that @vscode/test-electron downloads (`npm run test:electron`).
//   node scripts/electron.mjs [1.100.3|1.139.1 …]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { build } from './build.mjs';
import { endFamily, killFamily } from './host/processes.mjs';
import { step } from './host/progress.mjs';
import { QUIET } from './host/settings.mjs';
import { bundleSuites, copyNewsroom, readerOfSuites, verdict } from './host/suites.mjs';
import { NEWEST, OLDEST } from './host/versions.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** A whole run, in milliseconds. */
const PATIENCE = 300_000;

/** The program of a VS Code for the desktop, downloaded once into .vscode-test; throws one sentence when it cannot be. */
export async function desktop(version) {
  try {
    return await step(`Getting VS Code ${version} for the desktop`, () =>
      downloadAndUnzipVSCode({ version, cachePath: path.join(root, '.vscode-test') }),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `VS Code ${version} cannot be downloaded from update.code.visualstudio.com (${why}): ` +
        'the same suites run without it in `npm test -- host`.',
    );
  }
}

/** What every window of ours is opened with: a profile of its own, and nothing but Copydesk in it. */
export function desktopArguments(profile) {
  const user = path.join(profile, 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify(QUIET, null, 2));
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  return [
    `--user-data-dir=${profile}`,
    `--extensions-dir=${path.join(profile, 'extensions')}`,
    `--extensionDevelopmentPath=${root}`,
    ...[
      '--disable-workspace-trust',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-updates',
      '--disable-telemetry',
    ],
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
}

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
