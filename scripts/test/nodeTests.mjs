// Bundles tests and runs them with Node's own test runner, counting.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { killFamily, startGroup } from '../host/processes.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const reporter = pathToFileURL(path.join(here, 'countReporter.mjs')).href;

/** Scripts stay what they are: a bundled copy would look for its neighbours in the wrong place. */
const scriptsOutside = {
  name: 'scripts-outside',
  setup(build) {
    build.onResolve({ filter: /\/scripts\/.*\.mjs$/ }, (found) => ({
      path: pathToFileURL(path.resolve(found.resolveDir, found.path)).href,
      external: true,
    }));
  },
};

/** Bundles test files (named from `test/`) into `outdir`; npm packages stay outside. Returns the files to run. */
export async function bundleTests(names, outdir) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: names.map((n) => `test/${n}`),
    outdir,
    outbase: 'test',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
    outExtension: { '.js': '.mjs' },
    define: { 'import.meta.dirname': 'undefined' },
    plugins: [scriptsOutside],
  });
  return names.map((n) => path.join(outdir, n.replace(/\.ts$/, '.mjs')));
}

/**
 * Runs test files and prints what they say. Resolves to `{passed, failed, skipped: ['name: reason', …]}`.
 * @param options `args`: for Node; `env`: for the tests
 */
export async function runTests(names, { args = [], env = {} } = {}) {
  const outdir = path.join(root, `out/tests-${process.pid}`); // its own, so that two runs do not disturb each other
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  try {
    const files = await bundleTests(names, outdir);
    const file = path.join(outdir, 'counts.json');
    const reporters = [
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${file}`],
    ];
    const child = startGroup(process.execPath, ['--enable-source-maps', '--test', ...reporters, ...args, ...files], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, COPYDESK_ROOT: root, ...env },
    });
    const code = await ended(child);
    return { ...read(file, code) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Waits for a child; when we have to end, it ends too. */
function ended(child) {
  const last = () => killFamily(child);
  const stop = () => process.exit(130);
  process.once('exit', last);
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, stop);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.off('exit', last);
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, stop);
      resolve(code);
    });
  });
}

function read(file, code) {
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8'));
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}
