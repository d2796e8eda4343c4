import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { CommandLine } from '../support/commandLine';

const windows = process.platform === 'win32';
const NAMES = [
  'plain',
  'with space',
  '中文 名',
  "quote'x",
  ...(windows ? [] : ['double"x', 'back\\slash', 'new\nline']),
];
const BAD =
  '---\ntitle: "标题"\ndate: "2026-02-07 19:11:57"\n---\n\n**重点。**之后。\n\n一\n\n二\n\n三\n\n四\n\n五**重点。**之后。\n';
const GOOD = BAD.replaceAll('。**', '**。');
let desk: CommandLine;

before(() => {
  desk = new CommandLine();
  desk.put('hugo.toml', 'title = "报社"\n');
});
after(() => desk.remove());

const fix = (...args: string[]) => desk.check('--fix', '--rule', 'text=off', ...args);

test('--fix writes the safe fixes and reports what is left', () => {
  desk.put('content/a.md', BAD.replace('date:', 'sidebar: middle\ndate:'));
  const { code, out } = fix('content/a.md', '--format', 'json');
  assert.equal(code, 0);
  assert.equal(desk.read('content/a.md'), GOOD.replace('date:', 'sidebar: middle\ndate:'), 'a choice is not made');
  assert.deepEqual(
    JSON.parse(out).problems.map(({ rule }: { rule: string }) => rule),
    ['unknown-sidebar'],
  );
});

test('only the bytes of the edits change: line ends, byte order mark and no line end at the end stay', () => {
  for (const text of [BAD.replaceAll('\n', '\r\n'), `\ufeff${BAD}`, BAD.trimEnd(), BAD.replace('四\n', '四 \t\r\n')]) {
    desk.put('content/b.md', text);
    fix('content/b.md');
    assert.equal(desk.read('content/b.md'), text.replaceAll('。**', '**。'));
  }
});

test('a fix that brings up another is followed by it', () => {
  desk.put(
    'content/c.md',
    BAD.replace('title: "标题"', 'title: "a \\q b"').replace('"2026-02-07 19:11:57"', '2026年2月7日'),
  );
  fix('content/c.md');
  const once = desk.read('content/c.md');
  fix('content/c.md');
  assert.equal(desk.read('content/c.md'), once, 'a second run finds nothing to do');
});

test('a file that is no UTF-8 is never written', () => {
  const bytes = Buffer.concat([Buffer.from(BAD), Buffer.from([0xff, 0xfe, 0x0a])]);
  desk.put('content/latin.md', bytes);
  const { code, err } = fix('content/latin.md');
  assert.equal(code, 2);
  assert.match(err, /^copydesk: content\/latin\.md is not valid UTF-8 and was not changed/);
  assert.deepEqual(readFileSync(desk.at('content/latin.md')), bytes);
});

test('what a link leads to is fixed, with its rights, and nothing is left beside it', { skip: windows }, () => {
  desk.put('real/target.md', BAD);
  chmodSync(desk.at('real/target.md'), 0o640);
  symlinkSync(desk.at('real/target.md'), desk.at('content/link.md'));
  fix('content/link.md');
  assert.ok(lstatSync(desk.at('content/link.md')).isSymbolicLink());
  assert.equal(desk.read('real/target.md'), GOOD);
  assert.equal(statSync(desk.at('real/target.md')).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(desk.at('real')), ['target.md']);
});

test('a file that cannot be written is told', { skip: windows || process.getuid?.() === 0 }, () => {
  desk.put('content/locked.md', BAD);
  chmodSync(desk.at('content/locked.md'), 0o444);
  const { code, err } = fix('content/locked.md');
  assert.equal(code, 2);
  assert.match(err, /locked\.md cannot be written: EACCES/);
});

for (const [tool, args] of [
  ['git', ['apply', '-']],
  ['patch', ['-p1', '--quiet']],
] as const)
  test(`--fix-dry-run prints a diff that ${tool} takes, whatever the names, and changes nothing`, (t) => {
    if (spawnSync(tool, ['--version']).error) return t.skip(`${tool} is not on this machine`);
    const folder = `dry-${tool}`;
    desk.put(`${folder}/hugo.toml`, '');
    const texts = new Map(NAMES.map((name) => [`content/${name}.md`, BAD]));
    texts.set('content/crlf.md', BAD.replaceAll('\n', '\r\n'));
    texts.set('content/bom.md', `\ufeff${BAD}`);
    texts.set('content/no-end.md', BAD.trimEnd());
    for (const [name, text] of texts) desk.put(`${folder}/${name}`, text);
    const dry = desk.run(['check', '--fix-dry-run', 'content'], { cwd: folder });
    assert.deepEqual([dry.code, dry.err], [1, '']);
    for (const [name, text] of texts) assert.equal(desk.read(`${folder}/${name}`), text);
    const apply = spawnSync(tool, args, { cwd: desk.at(folder), input: dry.out, encoding: 'utf8' });
    assert.equal(apply.status, 0, apply.stderr + apply.stdout);
    for (const [name, text] of texts)
      assert.equal(desk.read(`${folder}/${name}`), text.replaceAll('。**', '**。'), name);
    const again = desk.run(['check', '--fix-dry-run', 'content'], { cwd: folder });
    assert.deepEqual(again, { code: 0, out: '', err: '' });
  });

test('text on standard input is checked as if it stood at its path, and its fixes shown', () => {
  desk.put('content/d.md', GOOD);
  const stdin = (input: string, ...args: string[]) =>
    desk.run(['check', '--stdin', '--stdin-path', 'content/d.md', ...args], { input });
  const { problems } = JSON.parse(stdin(BAD, '--format', 'json').out);
  const bold = problems.filter(({ rule }: { rule: string }) => rule === 'literal-emphasis');
  assert.deepEqual([bold.length, bold[0].file], [2, 'content/d.md']);
  assert.match(stdin(BAD, '--fix-dry-run').out, /^--- a\/content\/d\.md\n\+\+\+ b\/content\/d\.md\n@@ /);
  assert.equal(desk.read('content/d.md'), GOOD);
  const fresh = ['check', '--stdin', '--stdin-path', 'content/not-there-yet.md', '--format', 'json'];
  const linked = BAD.replace('一\n', '{{< ref "not-there-yet.md" >}}{{< ref "gone.md" >}}\n');
  const rules = JSON.parse(desk.run(fresh, { input: linked }).out).problems.map((p: { rule: string }) => p.rule);
  assert.deepEqual(
    rules.filter((rule: string) => rule === 'broken-ref'),
    ['broken-ref'],
  );
});

test('the folder of the command makes no difference to a diff', () => {
  desk.put('content/e.md', BAD);
  const { out } = desk.run(['check', '--fix-dry-run', path.join('..', 'content/e.md')], { cwd: 'content' });
  assert.match(out, /^--- a\/e\.md\n/);
});
