// Bundles what runs into dist/ (`node scripts/build.mjs [--dev] [--watch]`).
//   client.js   the extension           (CommonJS, Node)
//   server.js   the language server     (CommonJS, Node)
//   cli.js      the `copydesk` command  (CommonJS, Node)
//   preview.js  the script inside the preview (browser), preview.css its style
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const common = { bundle: true, absWorkingDir: root, logLevel: 'warning', legalComments: 'none', charset: 'utf8' };
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  mainFields: ['module', 'main'],
};
const browser = { ...common, platform: 'browser', format: 'iife', target: 'es2022' };

/** The options of every bundle; `dev` keeps names and adds source maps. */
export function bundles(dev) {
  const how = { minify: !dev, sourcemap: dev ? 'linked' : false };
  return [
    { ...node, ...how, entryPoints: { client: 'src/client/node.ts' }, outdir: 'dist' },
    { ...node, ...how, entryPoints: { server: 'src/server/node.ts' }, outdir: 'dist' },
    { ...node, ...how, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
    { ...browser, ...how, entryPoints: { preview: 'src/webview/preview.ts' }, outdir: 'dist' },
  ];
}

export async function build({ dev = false } = {}) {
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  return Promise.all(bundles(dev).map((options) => esbuild.build({ ...options, metafile: true })));
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const dev = process.argv.includes('--dev');
  if (process.argv.includes('--watch')) {
    for (const options of bundles(true)) await (await esbuild.context(options)).watch();
    console.log('Watching; press Ctrl+C to stop.');
  } else await build({ dev });
}
