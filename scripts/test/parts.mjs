// The parts of `npm test`, in order. Each resolves to `{passed, failed, skipped: ['name: reason', …]}`.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../host/chromium.mjs';
import { prepareHost } from '../host/prepare.mjs';
import { run, whenNpmIsGone } from '../host/processes.mjs';
import { HOSTS, NEWEST } from '../host/versions.mjs';
import { runUnit } from '../unit.mjs';
import { runTests } from './nodeTests.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const windows = process.platform === 'win32';
const NONE = { passed: 0, failed: 0, skipped: [] };
const plus = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
});
const failed = (why) => {
  console.error(why);
  return { ...NONE, failed: 1 };
};

/** A part that cannot run on this system. */
const excused = (reason) => ({ ...NONE, skipped: [reason], excused: true });

const PARTS = {
  types: () => commands([bin('tsc'), '--noEmit'], [bin('tsc'), '--noEmit', '-p', 'src/webview']),
  lint: () => commands([bin('biome'), 'check']),
  unit: (filters) => runUnit(filters),
  generated: () => commands([process.execPath, 'scripts/generate.mjs', '--check']),
  host: (filters) => hostTests(filters),
  e2e: (filters) => browserTests(filters),
  start: () => startTests(),
};

/** Runs the parts that are named (all of them, when none is); further words filter the tests. Resolves to the exit code. */
export async function testParts(words) {
  const known = Object.keys(PARTS);
  const named = words.filter((w) => known.includes(w));
  const filters = words.filter((w) => !known.includes(w));
  if (filters.length > 0 && named.length === 0) {
    console.error(`There is no part ${filters.join(', ')}; the parts are ${known.join(', ')}.`);
    return 2;
  }
  // Whoever started something ends it on `exit`.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => process.exit(130));
  whenNpmIsGone(() => process.exit(130));
  const chosen = known.filter((n) => named.length === 0 || named.includes(n));
  await prepareHosts(chosen);
  const lines = [];
  let total = NONE;
  for (const name of chosen) {
    console.log(`\n== ${name}`);
    const began = Date.now();
    const counts = await outcome(name, filters);
    total = plus(total, counts);
    const line = `${name.padEnd(10)} ${summary(counts)} (${Math.round((Date.now() - began) / 1000)} s)`;
    console.log(line);
    lines.push(line);
  }
  console.log(`\n${lines.join('\n')}`);
  for (const reason of total.skipped) console.log(`skipped: ${reason}`);
  console.log(summary(total));
  return total.failed === 0 ? 0 : 1;
}

/** Installing comes before testing; a host that cannot be had fails the parts that need it, not the others. */
async function prepareHosts(parts) {
  if (process.platform !== 'linux') return;
  const wanted = parts.includes('host')
    ? versionsToTest()
    : parts.some((p) => ['e2e', 'start'].includes(p))
      ? [NEWEST]
      : [];
  for (const version of wanted) await prepareHost(version).catch((error) => console.error(error.message));
}

/** Oldest first; `HOST_VERSION` picks one. */
const versionsToTest = () => {
  const all = HOSTS.map((h) => h.vscode).reverse();
  return process.env.HOST_VERSION ? all.filter((v) => v === process.env.HOST_VERSION) : all;
};

/** A part that throws, or that runs nothing at all, has failed. */
async function outcome(name, filters) {
  try {
    const counts = await PARTS[name](filters);
    if (counts.passed + counts.failed > 0 || counts.excused) return counts;
    return plus(counts, failed(`${name} ran no tests.`));
  } catch (error) {
    return failed(error instanceof Error ? error.stack : String(error));
  }
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}

/** Several commands that count as one test. */
async function commands(...all) {
  let code = 0;
  for (const [command, ...args] of all) {
    const shell = windows && command !== process.execPath;
    code = (await run(command, args, { cwd: root, shell })) || code;
  }
  return code === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}

/** The suites inside VS Code, oldest and newest. */
async function hostTests(filters) {
  const { build } = await import('../build.mjs');
  const { bundleSuites } = await import('../host/suites.mjs');
  await build({ dev: true });
  const suites = await bundleSuites(filters);
  let total = NONE;
  try {
    for (const version of versionsToTest()) {
      console.log(`\nInside VS Code ${version}`);
      total = plus(total, await inside(version, suites).catch((error) => failed(error.stack)));
    }
  } finally {
    rmSync(suites, { recursive: true, force: true });
  }
  return total;
}

async function inside(version, suites) {
  if (process.platform === 'linux') return (await import('../host/suites.mjs')).runInServer({ version, suites });
  return (await import('../electron.mjs')).runInDesktop({ version, suites });
}

/** Files of test/e2e (named from `test/`); the test of `npm start` is a part of its own. */
function browserTestFiles(filters) {
  const all = readdirSync(path.join(root, 'test/e2e')).filter((n) => n.endsWith('.e2e.ts') && n !== 'start.e2e.ts');
  return all.filter((n) => filters.length === 0 || filters.some((f) => n.includes(f))).map((n) => `e2e/${n}`);
}

/** Why a browser cannot drive VS Code here, or undefined. */
async function noBrowser() {
  if (windows) return 'the VS Code server does not run on Windows; npm run test:electron runs the suites in the editor';
  return findChromium() ? undefined : (await import('../host/workbench.mjs')).NO_BROWSER;
}

async function browserTests(filters) {
  const reason = await noBrowser();
  if (reason) return windows ? excused(`browser-driven tests: ${reason}`) : failed(reason);
  const names = browserTestFiles(filters);
  if (names.length === 0) return NONE;
  await prepareHost('newest');
  const vsix = path.join(root, `out/e2e-${process.pid}.vsix`);
  try {
    const code = await run(process.execPath, ['scripts/package.mjs', vsix], { cwd: root, quiet: true });
    if (code !== 0) return failed('The extension could not be packed; what went wrong is above.');
    return await runTests(names, { args: oneByOne, env: { COPYDESK_VSIX: vsix } });
  } finally {
    rmSync(vsix, { force: true });
  }
}

/** Two windows at once would starve each other on two cores. */
const oneByOne = ['--test-concurrency=1', '--test-timeout=240000'];

async function startTests() {
  const reason = await noBrowser();
  if (reason) return windows ? excused(`npm start: ${reason}`) : failed(reason);
  if (!existsSync(path.join(root, 'test/e2e/start.e2e.ts'))) return NONE;
  await prepareHost('newest');
  return runTests(['e2e/start.e2e.ts'], { args: oneByOne });
}
