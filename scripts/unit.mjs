// Bundles test/**/*.test.ts and runs them with Node's own test runner.
//   node scripts/unit.mjs [part of a file name …]
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Test files below `test/`, without the suites that need a host or a browser. */
export function unitTests(filters = []) {
  const all = readdirSync(path.join(root, 'test'), { recursive: true })
    .map((name) => String(name).split(path.sep).join('/'))
    .filter((name) => name.endsWith('.test.ts') && !/^(host|e2e)\//.test(name))
    .sort();
  return filters.length === 0 ? all : all.filter((name) => filters.some((f) => name.includes(f)));
}

/** Bundles the tests into out/unit; npm packages stay outside. Returns the files to run. */
export async function bundleTests(names) {
  const outdir = path.join(root, `out/unit-${process.pid}`); // its own, so that two runs do not disturb each other
  rmSync(outdir, { recursive: true, force: true });
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
  });
  return names.map((n) => path.join(outdir, n.replace(/\.ts$/, '.mjs')));
}

export async function runUnit(filters, options = {}) {
  const names = unitTests(filters);
  if (names.length === 0) {
    console.error(`No test file matches ${filters.join(', ')}.`);
    return 1;
  }
  const files = await bundleTests(names);
  const reporter = options.reporter ?? 'spec';
  const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', `--test-reporter=${reporter}`, ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, COPYDESK_ROOT: root },
  });
  rmSync(path.join(root, `out/unit-${process.pid}`), { recursive: true, force: true });
  return run.status ?? 1;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = await runUnit(process.argv.slice(2));
