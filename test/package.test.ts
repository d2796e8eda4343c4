import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { LIMIT, makePackage } from '../scripts/package.mjs';
import { ROOT } from './support/paths';

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly contributes: {
    readonly grammars?: readonly { readonly path: string }[];
    readonly snippets?: readonly { readonly path: string }[];
  };
}
const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;

let made: Awaited<ReturnType<typeof makePackage>>;
before(async () => {
  made = await makePackage(path.join(ROOT, `out/package-test-${process.pid}.vsix`));
});
after(() => rmSync(made.file, { force: true }));

/** Explain This Problem shows them. */
const pages = readdirSync(path.join(ROOT, 'docs/rules'))
  .sort()
  .map((name) => `docs/rules/${name}`);

test('the package holds what runs, and nothing else', () => {
  assert.deepEqual(made.files, [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/chinese.json',
    'dist/cli.js',
    'dist/client.js',
    'dist/language.js',
    'dist/pages.json',
    'dist/preview.css',
    'dist/preview.js',
    'dist/render.js',
    'dist/schemas.js',
    'dist/server.js',
    ...pages,
    'l10n/bundle.l10n.zh-cn.json',
    'media/icon.png',
    'package.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'schemas/copydesk.schema.json',
    'snippets/markdown.json',
    'syntaxes/front-matter.tmLanguage.json',
    'syntaxes/shortcode-block.tmLanguage.json',
    'syntaxes/shortcode-inline.tmLanguage.json',
  ]);
});

test('every file that package.json names is in the package', () => {
  const { main, icon, contributes } = manifest;
  const named = [main, icon, ...[...(contributes.grammars ?? []), ...(contributes.snippets ?? [])].map((c) => c.path)];
  for (const name of named) assert.ok(made.files.includes(path.posix.normalize(name)), name);
});

test('the package weighs at most 1.5 MB', () => {
  assert.ok(made.bytes > 50_000, `${made.bytes} bytes is too little to be true`);
  assert.ok(made.bytes <= LIMIT, `${made.bytes} bytes`);
});
