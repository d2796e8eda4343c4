import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { missingPackages } from '../scripts/install.mjs';
import { choose, findCode, hasDisplay } from '../scripts/start/choose.mjs';

const yes = async (): Promise<boolean> => true;
const no = async (): Promise<boolean> => false;
const code = { program: '/usr/bin/code', version: '1.104.2' };
const desk = { browser: false, display: true, code, internet: yes };

test('with a display, npm start opens the code on PATH', async () => {
  assert.deepEqual(await choose(desk), { how: 'code', why: 'it is /usr/bin/code, on your PATH' });
});

test('without a code on PATH, npm start downloads one', async () => {
  const choice = await choose({ ...desk, code: undefined });
  assert.deepEqual(choice, { how: 'download', why: 'there is no code on your PATH' });
});

test('a code that is too old for Copydesk is not opened', async () => {
  const choice = await choose({ ...desk, code: { ...code, version: '1.99.3' } });
  assert.deepEqual(choice, { how: 'download', why: 'the code on your PATH is too old (1.99.3)' });
});

test('without the internet, npm start shows the VS Code server in a browser', async () => {
  const choice = await choose({ ...desk, code: undefined, internet: no });
  assert.equal(choice.how, 'browser');
  assert.match(choice.why, /cannot be reached/);
});

test('without a display, and when asked to, npm start shows the VS Code server in a browser', async () => {
  assert.deepEqual(await choose({ ...desk, display: false }), { how: 'browser', why: 'there is no display here' });
  assert.equal((await choose({ ...desk, browser: true })).how, 'browser');
});

test('a display is known by what Linux calls it', () => {
  assert.equal(hasDisplay({}, 'linux'), false);
  assert.equal(hasDisplay({ DISPLAY: ':0' }, 'linux'), true);
  assert.equal(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux'), true);
  assert.equal(hasDisplay({}, 'darwin'), true);
  assert.equal(hasDisplay({ SSH_CONNECTION: '10.0.0.1' }, 'darwin'), false);
});

test('the code on PATH is asked for its version', { skip: process.platform === 'win32' && 'a shell script' }, () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-code-'));
  try {
    const program = path.join(dir, 'code');
    writeFileSync(program, '#!/bin/sh\necho 1.101.0\necho 0123456789abcdef\n');
    chmodSync(program, 0o755);
    const env = { PATH: dir };
    assert.deepEqual(findCode(env), { program, version: '1.101.0' });
    assert.equal(findCode({ ...env, VSCODE_IPC_HOOK_CLI: '/run/x.sock' }), undefined, 'it would open elsewhere');
    assert.equal(findCode({ PATH: path.join(dir, 'none') }), undefined);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('npm ci runs when a package is missing or of another version, but not for the packages of other systems', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-packages-'));
  const write = (name: string, packages: Record<string, object>): void =>
    writeFileSync(path.join(dir, name), JSON.stringify({ packages }));
  try {
    mkdirSync(path.join(dir, 'node_modules'));
    write('package-lock.json', {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/mac': { version: '1.0.0', optional: true },
    });
    assert.equal(missingPackages(dir), 'the packages are not installed');
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
    assert.equal(missingPackages(dir), 'a is not the version that package-lock.json names');
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    assert.equal(missingPackages(dir), undefined);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
