import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { LARGEST_FILE, nodeFiles } from '../../src/platform/node/files';

let root = '';
before(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'copydesk-files-'));
  mkdirSync(path.join(root, 'content/news'), { recursive: true });
  writeFileSync(path.join(root, 'content/a.md'), '标题');
  writeFileSync(path.join(root, 'content/news/b.md'), 'x'.repeat(300_000));
  writeFileSync(path.join(root, 'empty.md'), '');
});
after(() => rmSync(root, { recursive: true, force: true }));

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

/** What is listed from the root down, to a depth at which a loop would show. */
async function walk(folder = '', depth = 0): Promise<string[]> {
  assert.ok(depth < 12, `the walk does not end: ${folder}`);
  const paths: string[] = [];
  for (const { name, kind } of (await nodeFiles(root).list(folder)) ?? []) {
    const below = folder === '' ? name : `${folder}/${name}`;
    paths.push(below, ...(kind === 'folder' ? await walk(below, depth + 1) : []));
  }
  return paths;
}

test('reads and lists by paths below the root', async () => {
  const files = nodeFiles(root);
  assert.equal(text(await files.read('content/a.md')), '标题');
  assert.equal(text(await files.read('empty.md')), '');
  assert.deepEqual(await files.list('content'), [
    { name: 'a.md', kind: 'file' },
    { name: 'news', kind: 'folder' },
  ]);
});

test('reads a file that is larger than the first buffer whole', async () => {
  assert.equal((await nodeFiles(root).read('content/news/b.md'))?.length, 300_000);
});

test('what is not there, is a folder, or lies outside the root counts as absent', async () => {
  const files = nodeFiles(root);
  for (const wrong of ['nowhere.md', 'content', '', '../secret', 'content/../../etc/passwd', 'a\0b']) {
    assert.equal(await files.read(wrong), undefined, wrong);
  }
  for (const wrong of ['nowhere', 'content/a.md', '..', 'content/../..']) {
    assert.equal(await files.list(wrong), undefined, wrong);
  }
});

test('reads many files into one buffer, and passes over those that cannot be read', async () => {
  const seen: [string, number][] = [];
  const buffers = new Set<ArrayBufferLike>();
  await nodeFiles(root).readEach(
    ['content/a.md', 'nowhere.md', 'empty.md', 'content', 'content/a.md'],
    (below, bytes) => {
      seen.push([below, bytes.length]);
      buffers.add(bytes.buffer);
    },
  );
  assert.deepEqual(seen, [
    ['content/a.md', 6],
    ['empty.md', 0],
    ['content/a.md', 6],
  ]);
  assert.equal(buffers.size, 1);
});

test('a file beyond the limit counts as absent, and the next one is read', async () => {
  const large = path.join(root, 'large.md');
  writeFileSync(large, '---\n');
  truncateSync(large, LARGEST_FILE * 2);
  const files = nodeFiles(root);
  assert.equal(await files.read('large.md'), undefined);
  const seen: string[] = [];
  await files.readEach(['large.md', 'content/a.md'], (below) => seen.push(below));
  assert.deepEqual(seen, ['content/a.md']);
  rmSync(large);
});

const windows = process.platform === 'win32' ? 'links and pipes need rights on Windows' : false;

test('follows links, and ends where they lead back', { skip: windows }, async () => {
  symlinkSync('a.md', path.join(root, 'content/link.md'));
  symlinkSync('../content', path.join(root, 'content/loop'));
  symlinkSync('nowhere', path.join(root, 'content/broken'));
  mkdirSync(path.join(root, 'one'));
  mkdirSync(path.join(root, 'two'));
  symlinkSync('../two', path.join(root, 'one/to-two'));
  symlinkSync('../one', path.join(root, 'two/to-one'));
  const paths = await walk();
  assert.ok(paths.includes('content/link.md'));
  assert.ok(paths.includes('one/to-two'));
  assert.ok(!paths.includes('content/loop'));
  assert.ok(!paths.includes('content/broken'));
  assert.ok(!paths.includes('one/to-two/to-one'));
  assert.equal(text(await nodeFiles(root).read('content/link.md')), '标题');
});

test('a named pipe does not keep the reader waiting', { skip: windows, timeout: 5000 }, async (t) => {
  if (spawnSync('mkfifo', [path.join(root, 'pipe.md')]).status !== 0) return t.skip('no mkfifo');
  const bytes = await nodeFiles(root).read('pipe.md');
  assert.ok(bytes === undefined || bytes.length === 0);
});
