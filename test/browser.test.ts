import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { test } from 'node:test';
import * as esbuild from 'esbuild';
import { leaveOut } from '../scripts/leaveOut.mjs';
import { ROOT } from './support/paths';

/** What a bundle for the browser could not find there, as `file: package`. */
async function missingInBrowser(entry: string): Promise<string[]> {
  const missing: string[] = [];
  const noteBuiltins: esbuild.Plugin = {
    name: 'note-builtins',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path: name, importer }) => {
        if (!isBuiltin(name)) return undefined;
        missing.push(`${importer.replace(ROOT, '')}: ${name}`);
        return { path: name, external: true };
      });
    },
  };
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: 'out',
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    plugins: [leaveOut, noteBuiltins],
    logLevel: 'silent',
  });
  return missing;
}

for (const entry of ['src/server/main.ts', 'src/client/activate.ts', 'src/client/desk.ts', 'src/webview/preview.ts']) {
  test(`${entry} can be bundled for the browser and asks for nothing of Node`, async () => {
    assert.deepEqual(await missingInBrowser(entry), []);
  });
}

test('a bundle that does ask for Node is noticed', async () => {
  assert.ok((await missingInBrowser('src/platform/node/files.ts')).length > 0);
});
