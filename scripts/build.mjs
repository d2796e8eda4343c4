// Bundles what runs into dist/ (`node scripts/build.mjs [--dev] [--watch] [--outdir DIR]`).
//   client.js   what VS Code activates  (CommonJS, Node)
//   language.js the rest of the client, loaded right after activating (CommonJS, Node)
//   server.js   the language server     (CommonJS, Node)
//   cli.js      the `copydesk` command  (CommonJS, Node)
//   chinese.json the texts in Chinese; server and command read it when they are asked for
//   schemas.js  reads a newsroom's own schemas; server and command load it when there is one (CommonJS, Node)
//   render.js   what `copydesk render` needs beside it, so that `check` starts sooner (CommonJS, Node)
//   pages.json  docs/rules/*.md by rule, for `copydesk explain`
//   preview.js  the script inside the preview (browser), preview.css its style
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { leanClient } from './leanClient.mjs';
import { leaveOut } from './leaveOut.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const common = {
  bundle: true,
  absWorkingDir: root,
  logLevel: 'warning',
  legalComments: 'none',
  charset: 'utf8',
  plugins: [leaveOut],
};
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  mainFields: ['module', 'main'],
};
// `import('./language')` becomes a late `require` of the bundle beside it.
const lazy = { external: ['vscode', './language', './render'], supported: { 'dynamic-import': false } };
/** Parts that server and command load when they are first needed, by the module that is imported. */
const LATER = { '../schema/reading': './schemas', '../../l10n/bundle.l10n.zh-cn.json': './chinese.json' };
/** @type {import('esbuild').Plugin} */
const later = {
  name: 'later',
  setup(build) {
    build.onResolve({ filter: /^\.\.\// }, ({ path: name, kind }) =>
      kind === 'dynamic-import' && LATER[name] ? { path: LATER[name], external: true } : undefined,
    );
  },
};
const browser = { ...common, platform: 'browser', format: 'iife', target: 'es2022' };

/** The options of every bundle; `dev` keeps names and adds source maps. */
export function bundles(dev) {
  const how = { minify: !dev, sourcemap: dev ? 'linked' : false };
  return [
    { ...node, ...how, ...lazy, entryPoints: { client: 'src/client/node.ts' }, outdir: 'dist' },
    { ...node, ...how, plugins: [leanClient], entryPoints: { language: 'src/client/language.ts' }, outdir: 'dist' },
    {
      ...node,
      ...how,
      supported: lazy.supported,
      plugins: [leaveOut, later],
      entryPoints: { server: 'src/server/node.ts' },
      outdir: 'dist',
    },
    {
      ...node,
      ...how,
      ...lazy,
      plugins: [leaveOut, later],
      entryPoints: { cli: 'src/cli/main.ts' },
      outdir: 'dist',
      banner: { js: '#!/usr/bin/env node' },
    },
    { ...node, ...how, entryPoints: { schemas: 'src/schema/reading.ts' }, outdir: 'dist' },
    { ...node, ...how, entryPoints: { render: 'src/cli/render.ts' }, outdir: 'dist' },
    { ...browser, ...how, entryPoints: { preview: 'src/webview/preview.ts' }, outdir: 'dist' },
  ];
}

/** The page of every rule by its id, as JSON. */
function pages() {
  const folder = path.join(root, 'docs/rules');
  const names = readdirSync(folder).filter((name) => /^[a-z-]+\.md$/.test(name));
  return JSON.stringify(
    Object.fromEntries(names.map((name) => [name.slice(0, -3), readFileSync(path.join(folder, name), 'utf8')])),
  );
}

/** The Chinese texts, as small as JSON gets. */
function chinese() {
  return JSON.stringify(JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.zh-cn.json'), 'utf8')));
}

/**
 * Builds every bundle. Each file is put in place whole, so that a window that runs meanwhile never reads half of one.
 * @param options `dev`: keep names, add source maps; `outdir`: dist, unless said otherwise
 * @returns esbuild's results, one per bundle, with their metafiles
 */
export async function build({ dev = false, outdir = path.join(root, 'dist') } = {}) {
  const results = await Promise.all(
    bundles(dev).map((options) => esbuild.build({ ...options, outdir, metafile: true, write: false })),
  );
  mkdirSync(outdir, { recursive: true });
  const written = new Set();
  const files = [
    ...results.flatMap((r) => r.outputFiles),
    { path: path.join(outdir, 'pages.json'), contents: pages() },
    { path: path.join(outdir, 'chinese.json'), contents: chinese() },
  ];
  for (const { path: file, contents } of files) {
    const half = `${file}.${process.pid}.part`;
    writeFileSync(half, contents);
    renameSync(half, file);
    written.add(path.basename(file));
  }
  for (const name of readdirSync(outdir))
    if (!written.has(name) && !name.endsWith('.part')) rmSync(path.join(outdir, name), { recursive: true });
  return results;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const dev = process.argv.includes('--dev');
  if (process.argv.includes('--watch')) {
    await build({ dev: true }); // what is no script is written once
    for (const options of bundles(true)) await (await esbuild.context(options)).watch();
    console.log('Watching; press Ctrl+C to stop.');
  } else {
    const at = process.argv.indexOf('--outdir');
    await build(at < 0 ? { dev } : { dev, outdir: path.resolve(process.argv[at + 1]) });
  }
}
