import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { COMMANDS } from '../../src/cli/commands';
import { CommandLine } from '../support/commandLine';
import { ROOT } from '../support/paths';

const page = readFileSync(path.join(ROOT, 'docs/cli.md'), 'utf8');
const windows = process.platform === 'win32';
const BROKEN = '---\ntitle: "标题"\ndate: 2026-02-07\ntags: "a"\n---\n\n正文。\n';
const GOOD = BROKEN.replace('tags: "a"\n', '');
let desk: CommandLine;

before(() => {
  desk = new CommandLine();
  desk.put('hugo.toml', '');
  for (let i = 0; i < 12; i++) desk.put(`content/${i}.md`, i % 3 ? GOOD : BROKEN);
  // `npx copydesk` is this build.
  desk.put('bin/npx', `#!/bin/sh\nshift\nexec "${process.execPath}" "${desk.cli}" "$@"\n`);
  chmodSync(desk.at('bin/npx'), 0o755);
});
after(() => desk.remove());

const env = () => ({ ...process.env, PATH: `${desk.at('bin')}:${process.env['PATH']}`, LANG: 'C' });
const block = (after: string, language: string): string => {
  const from = page.indexOf(after);
  assert.ok(from >= 0, after);
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page.slice(from))?.[1] ?? assert.fail(after);
};

test('every option of check is in the documentation', () => {
  for (const { name } of COMMANDS.find((command) => command.name === 'check')!.options)
    assert.ok(page.includes(`--${name}`), name);
  for (const { name } of COMMANDS) assert.ok(page.includes(`copydesk ${name}`), name);
});

test('the step of the GitHub action does what it should, and its parts together find everything', {
  skip: windows,
}, () => {
  const step = /- run: (.*)/.exec(block('## GitHub Actions', 'yaml'))![1]!;
  const found: string[] = [];
  for (const shard of ['1', '2', '3', '4']) {
    const run = spawnSync('bash', ['-e', '-c', step.replace(/\$\{\{ matrix\.shard \}\}/, shard)], {
      cwd: desk.folder,
      env: env(),
      encoding: 'utf8',
    });
    const { results } = JSON.parse(desk.read('copydesk.sarif')).runs[0];
    const errors = results.filter(({ level }: { level: string }) => level === 'error');
    assert.equal(run.status, errors.length > 0 ? 1 : 0, run.stderr);
    for (const { locations } of errors) found.push(locations[0].physicalLocation.artifactLocation.uri);
  }
  assert.deepEqual(found.sort(), ['content/0.md', 'content/3.md', 'content/6.md', 'content/9.md']);
});

test('the hook keeps a broken article out of a commit, and lets a good one in', {
  skip: windows || Boolean(spawnSync('git').error),
}, () => {
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=Tom', '-c', 'user.email=tom@example.com', ...args], {
      cwd: desk.folder,
      env: env(),
      encoding: 'utf8',
    });
  execFileSync('git', ['init', '-q'], { cwd: desk.folder });
  desk.put('.gitignore', 'bin\n.bin\n*.sarif\n');
  git('add', '.');
  assert.equal(git('commit', '-qm', 'before there was a hook').status, 0);
  writeFileSync(desk.at('.git/hooks/pre-commit'), block('as `.git/hooks/pre-commit`', 'sh'), { mode: 0o755 });
  desk.put('content/new.md', BROKEN);
  git('add', '.');
  const kept = git('commit', '-qm', 'broken');
  assert.equal(kept.status, 1);
  assert.match(kept.stdout + kept.stderr, /content\/new\.md[\s\S]*wrong-type/);
  desk.put('content/new.md', GOOD);
  git('add', '.');
  const taken = git('commit', '-qm', 'good');
  assert.equal(taken.status, 0, taken.stdout + taken.stderr);
});

test('the entry for pre-commit takes file names', { skip: windows }, () => {
  const entry = /entry: (.*)/.exec(block('.pre-commit-config.yaml', 'yaml'))![1]!;
  const run = (...names: string[]) =>
    spawnSync('bash', ['-c', `${entry} "$@"`, 'bash', ...names], { cwd: desk.folder, env: env() }).status;
  assert.equal(run('content/1.md', 'content/2.md'), 0);
  assert.equal(run('content/1.md', 'content/3.md'), 1);
});
