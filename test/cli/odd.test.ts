import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { JsonReport } from '../../src/cli/report/json';
import { ROOT } from '../support/paths';

const GOOD = '---\ntitle: "标题"\ndate: "2026-02-07T19:11:57+08:00"\nsummary: "摘要。"\n---\n\n正文。\n';
const BROKEN = GOOD.replace('date:', 'tags: "a"\ndate:');
const windows = process.platform === 'win32';
/** Names that shells and URIs stumble over. */
const NAMES = [
  'with space',
  '中文 名',
  "quote'x",
  'dollar$(x)',
  'per%cent',
  'hash#',
  '[bracket]',
  ...(windows ? [] : ['double"x', 'back\\slash', 'question?']),
];
let folder: string;
let cli: string;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'copydesk odd 名 '));
  cli = path.join(folder, 'bin/cli.js');
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/build.mjs'), '--outdir', path.dirname(cli)]);
  put('site/hugo.toml', 'title = "报社"\n');
  for (const name of NAMES) put(`site/content/news/${name}.md`, GOOD);
  put('site/content/news/folder.md/inner.md', GOOD);
  put('other/linked.md', GOOD);
  mkdirSync(path.join(folder, 'empty'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function copydesk(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '' },
  });
  assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace');
  return { code: status, out: stdout, err: stderr };
}
const json = (...args: string[]): JsonReport => JSON.parse(copydesk('check', '--format', 'json', ...args).out);

test('files with odd names are found, checked and rendered', () => {
  assert.equal(json('site').files, NAMES.length + 1);
  for (const name of NAMES) assert.equal(json(`site/content/news/${name}.md`).files, 1, name);
  assert.equal(copydesk('render', 'site', '--out', 'made here', '--body').code, 0);
  const made = readdirSync(path.join(folder, 'made here/site/content/news'));
  if (!windows) assert.equal(made.length, NAMES.length + 1, made.join());
});

test('a folder without articles has no problems', () => {
  assert.equal(copydesk('check', 'empty').code, 0);
  assert.equal(json('empty').files, 0);
  const { code, err } = copydesk('render', 'empty', '--out', 'nothing');
  assert.deepEqual([code, err], [2, 'copydesk: There is no article in empty.\n']);
});

test('links are followed, but not in a circle, and what leads nowhere is passed over', { skip: windows }, () => {
  put('links/content/a.md', GOOD);
  const link = (to: string, name: string) => symlinkSync(to, path.join(folder, 'links/content', name));
  link('..', 'circle');
  link('self', 'self');
  link('nowhere', 'gone.md');
  link(path.join(folder, 'other'), 'other');
  link(path.join(folder, 'other/linked.md'), 'linked.md');
  assert.equal(json('links').files, 3);
});

test('what is no file is refused at once', { skip: windows }, () => {
  execFileSync('mkfifo', [path.join(folder, 'pipe.md')]);
  symlinkSync('nowhere', path.join(folder, 'gone.md'));
  for (const command of ['check', 'render']) {
    const pipe = copydesk(command, 'pipe.md');
    assert.deepEqual([pipe.code, pipe.err], [2, 'copydesk: pipe.md is not a file.\n']);
    const gone = copydesk(command, 'gone.md');
    assert.deepEqual([gone.code, gone.err], [2, 'copydesk: gone.md does not exist.\n']);
  }
  assert.equal(copydesk('check', 'other').code, 0, 'in a folder it is passed over');
});

test('bytes that are no UTF-8 are read as Hugo reads them', () => {
  put('latin.md', Buffer.concat([Buffer.from(GOOD), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x0a])]));
  assert.equal(copydesk('check', 'latin.md').code, 0);
  assert.match(copydesk('render', 'latin.md', '--body').out, /^<p>正文。\n\ufffd\ufffd\ufffd\(<\/p>\n$/);
});

test('a place that cannot be written to is named', () => {
  put('a file', '');
  mkdirSync(path.join(folder, 'taken/other/linked.html'), { recursive: true });
  const places = ['a file', 'a file/below', 'taken', ...(existsSync('/proc/self') ? ['/proc/nowhere'] : [])];
  for (const place of places) {
    const { code, err } = copydesk('render', 'other/linked.md', '--out', place);
    assert.equal(code, 2, place);
    assert.match(err, /^copydesk: .*linked\.html cannot be written: E[A-Z]+: [^\n]*\.\n$/, place);
  }
});

test('a configuration that Hugo cannot read is told', () => {
  put('wrong/hugo.toml', 'title = [\n');
  put('wrong/content/a.md', GOOD);
  const { out, err } = copydesk('check', 'wrong');
  assert.match(out, /^1 article/m);
  assert.match(err, /^copydesk: Hugo cannot read hugo\.toml and builds nothing: [^\n]*\n$/);
});

test('who stops reading the report stops it quietly, and thousands of articles take no time', { skip: windows }, () => {
  for (let i = 0; i < 2000; i++) put(`many/${i}.md`, BROKEN);
  const started = performance.now();
  const script = '"$0" "$1" check many | head -1; echo "$PIPESTATUS"';
  const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, cli], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(stdout, 'many/0.md\n1\n');
  assert.ok(performance.now() - started < 20_000);
});

test('a full disk is told', { skip: !existsSync('/dev/full') }, () => {
  const script = '"$0" "$1" check many > /dev/full; echo "$?"';
  const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, cli], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(stdout, '2\n');
  assert.match(stderr, /^copydesk: ENOSPC[^\n]*\n$/);
});

test('a file that is too large is told, and the others are checked', () => {
  put('large/content/a.md', GOOD);
  put('large/content/b.md', GOOD);
  put('large/hugo.toml', '');
  truncateSync(path.join(folder, 'large/content/b.md'), 51 * 1024 * 1024);
  const { code, out, err } = copydesk('check', 'large', '--format', 'json');
  assert.deepEqual([code, JSON.parse(out).files], [2, 1]);
  assert.match(err, /^copydesk: large.content.b\.md cannot be read: EFBIG: more than 50 MB\.\n$/);
});

test('what may not be read is told, and the others are checked', { skip: windows || process.getuid?.() === 0 }, () => {
  put('locked/a.md', GOOD);
  put('locked/b.md', GOOD);
  chmodSync(path.join(folder, 'locked/b.md'), 0);
  const { code, err } = copydesk('check', 'locked');
  assert.equal(code, 2);
  assert.match(err, /b\.md cannot be read: EACCES/);
});

test('a bar is drawn on a terminal alone', { skip: !existsSync('/usr/bin/script') }, () => {
  const run = (env: NodeJS.ProcessEnv, redirect: string) =>
    spawnSync('script', ['-qec', `'${process.execPath}' '${cli}' check many --jobs 1 ${redirect}`, '/dev/null'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C.UTF-8', TERM: 'xterm', CI: '', ...env },
    }).stdout;
  assert.match(run({}, '> /dev/null'), /\[#*-*\] \d+\/2000/);
  assert.doesNotMatch(run({ CI: 'true' }, '> /dev/null'), /\/2000/);
  assert.doesNotMatch(run({}, '2>&1 | cat'), /\/2000/);
});
