import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { CommandLine } from '../support/commandLine';

const skip = spawnSync('git', ['--version']).error ? 'git is not on this machine' : false;
const ARTICLE = '---\ntitle: "标题"\ndate: "2026-02-07 19:11:57"\ntags: "a"\n---\n\n正文。\n';
let desk: CommandLine;

function git(...args: string[]): string {
  const name = ['-c', 'user.name=Tom', '-c', 'user.email=tom@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...name, ...args], { cwd: desk.at('repo'), encoding: 'utf8' });
}
const put = (name: string, more = '') => desk.put(`repo/site/content/${name}.md`, ARTICLE + more);
const names = (args: readonly string[], cwd = 'repo') => {
  const { out, err } = desk.run(['check', '--format', 'json', ...args], { cwd });
  assert.equal(err, '');
  return [...new Set((JSON.parse(out).problems as { file: string }[]).map(({ file }) => file))];
};

before(() => {
  desk = new CommandLine();
  desk.put('repo/site/hugo.toml', '');
  if (skip) return;
  git('init', '-q', '-b', 'main');
  desk.put('repo/.gitignore', 'ignored.md\n');
});
after(() => desk.remove());

test('before the first commit everything is new', { skip }, () => {
  put('中文 名');
  assert.deepEqual(names(['--changed']), ['site/content/中文 名.md']);
  git('add', '.');
  assert.deepEqual(names(['--changed']), ['site/content/中文 名.md'], 'staged');
});

test('since HEAD: what is changed, staged, new or renamed; not what is gone, the same, ignored, or no article', {
  skip,
}, () => {
  for (const name of ['same', 'changed', 'staged', 'both', 'old', 'gone']) put(name);
  git('add', '.');
  git('commit', '-qm', 'one');
  assert.deepEqual(names(['--changed']), []);
  put('changed', '改\n');
  put('staged', '改\n');
  put('both', '改\n');
  git('add', '.');
  put('both');
  put('新 "quote', '');
  put('ignored');
  desk.put('repo/README.md', ARTICLE);
  renameSync(desk.at('repo/site/content/old.md'), desk.at('repo/site/content/renamed.md'));
  git('add', '-A', 'site/content/old.md', 'site/content/renamed.md');
  rmSync(desk.at('repo/site/content/gone.md'));
  const all = ['both', 'changed', 'renamed', 'staged', '新 "quote'];
  assert.deepEqual(
    names(['--changed']),
    all.map((name) => `site/content/${name}.md`),
  );
  assert.deepEqual(
    names(['--changed'], 'repo/site/content'),
    all.map((name) => `${name}.md`),
    'from a folder below',
  );
  assert.deepEqual(names(['--changed', 'site/content/changed.md', 'site/content/same.md']), [
    'site/content/changed.md',
  ]);
  assert.deepEqual(names(['--changed', 'site/**/s*.md']), ['site/content/staged.md']);
  assert.deepEqual(
    names(['--changed', 'repo'], ''),
    all.map((name) => `repo/site/content/${name}.md`),
    'from outside',
  );
});

test('since a branch was left: its own commits and what is not committed, not what the other branch got since', {
  skip,
}, () => {
  git('add', '-A');
  git('commit', '-qm', 'two');
  git('switch', '-qc', 'mine');
  put('mine');
  git('add', '-A');
  git('commit', '-qm', 'three');
  git('switch', '-q', 'main');
  put('theirs');
  git('add', '-A');
  git('commit', '-qm', 'four');
  git('switch', '-q', 'mine');
  put('same', '改\n');
  assert.deepEqual(names(['--changed=main']), ['site/content/mine.md', 'site/content/same.md']);
  assert.deepEqual(names(['--changed']), ['site/content/same.md']);
});

test('why it cannot be told is said', { skip }, () => {
  const failed = (args: string[], env: NodeJS.ProcessEnv = {}, cwd = 'repo') => {
    const { code, out, err } = desk.run(['check', ...args], { cwd, env });
    assert.deepEqual([code, out], [2, '']);
    return err;
  };
  assert.match(failed(['--changed=nowhere']), /git knows no “nowhere” here/);
  assert.match(failed(['--changed=--output=x']), /git knows no “--output=x” here/);
  assert.match(failed(['--changed'], { GIT_CEILING_DIRECTORIES: desk.folder }, 'repo/..'), /needs a git repository/);
  assert.match(failed(['--changed'], { PATH: desk.folder }), /needs git, which is not on this machine/);
  git('reset', '-q', '--hard');
  git('switch', '-q', '--orphan', 'alone');
  git('commit', '-q', '--allow-empty', '-m', 'alone');
  assert.match(failed(['--changed=main']), /no commit in common/);
});
