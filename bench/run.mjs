// Measures what Copydesk promises: `npm run bench [-- part of a name …]`. Each bench/*.bench.ts exports `run()`, which prints its numbers.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const filters = process.argv.slice(2);
const names = readdirSync(path.join(root, 'bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => filters.length === 0 || filters.some((f) => name.includes(f)))
  .sort();
if (names.length === 0) {
  console.error(`No benchmark matches ${filters.join(', ')}.`);
  process.exit(1);
}

/** Our scripts find their files from where they stand: they are not bundled. */
const scriptsStay = {
  name: 'scripts-stay',
  setup(build) {
    build.onResolve({ filter: /\/scripts\/.*\.mjs$/ }, ({ path: name, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, name)).href,
      external: true,
    }));
  },
};

const outdir = path.join(root, `out/bench-${process.pid}`);
mkdirSync(outdir, { recursive: true });
process.env.COPYDESK_ROOT = root;
if (process.env.COPYDESK_BENCH_CHILD === undefined) {
  spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  const [load] = os.loadavg();
  console.log(`${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}, load ${load.toFixed(1)}`);
}
await esbuild.build({
  absWorkingDir: root,
  entryPoints: names.map((name) => `bench/${name}`),
  outdir,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
  plugins: [scriptsStay],
  outExtension: { '.js': '.mjs' },
});
try {
  for (const name of names) {
    console.log(`\n${name.replace('.bench.ts', '')}`);
    const { run } = await import(pathToFileURL(path.join(outdir, name.replace(/\.ts$/, '.mjs'))).href);
    await run();
  }
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
