// Installs what a fresh machine lacks. Uses only what Node brings, and only syntax that old versions of Node read.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = 20;

/** Ends the process with one sentence when Node is too old for anything here. */
export function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  console.error(
    `Copydesk needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}: see https://nodejs.org.`,
  );
  process.exit(1);
}

/** Why `npm ci` has to run, or undefined when node_modules holds what package-lock.json says. */
export function missingPackages(dir = root) {
  const installed = path.join(dir, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return 'the packages are not installed';
  const wanted = JSON.parse(readFileSync(path.join(dir, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const differs = Object.keys(wanted).find(
    (name) => name !== '' && !wanted[name].optional && (!there[name] || there[name].version !== wanted[name].version),
  );
  return differs && `${differs.replace(/^node_modules\//, '')} is not the version that package-lock.json names`;
}

/** Runs `npm ci` when something is missing; no package needs its install script here, and some would want a compiler. */
export async function installPackages() {
  const reason = missingPackages();
  if (!reason) return;
  const { npm } = await import('./host/processes.mjs');
  const { step } = await import('./host/progress.mjs');
  await step(`Running npm ci, since ${reason}`, () => npm(['ci', '--ignore-scripts'], { cwd: root }));
}

/** What the tests need beside Node: the program that shows it is there, and what Debian calls its package. */
const PROGRAMS = [
  { package: 'chromium', there: async () => (await import('./host/chromium.mjs')).findChromium() !== undefined },
  { package: 'hugo', there: async () => (await import('./host/chromium.mjs')).onPath('hugo') !== undefined },
  // Without it, Chinese and Japanese show as boxes in the pictures of the tests.
  { package: 'fonts-noto-cjk', there: () => existsSync('/usr/share/fonts/opentype/noto'), optional: true },
];

/** On Debian as root, installs the programs that are missing; elsewhere says in one sentence what to install. */
export async function installPrograms() {
  const debian = process.platform === 'linux' && existsSync('/usr/bin/apt-get');
  const missing = [];
  for (const program of PROGRAMS)
    if ((debian || !program.optional) && !(await program.there())) missing.push(program.package);
  if (missing.length === 0) return;
  if (!debian || process.getuid() !== 0) {
    const how = debian
      ? `sudo apt-get install ${missing.join(' ')}`
      : 'see https://www.chromium.org and https://gohugo.io';
    console.log(
      `Please install ${missing.join(' and ')} (${how}); the tests that need it fail or are skipped without it.`,
    );
    return;
  }
  const { step } = await import('./host/progress.mjs');
  const { run } = await import('./host/processes.mjs');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${missing.join(', ')} with apt-get`, async () => {
    await run('apt-get', ['update', '-qq'], { quiet: true, env });
    const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      quiet: true,
      env,
    });
    if (code !== 0) console.log(`apt-get could not install ${missing.join(' ')}.`);
  });
}
