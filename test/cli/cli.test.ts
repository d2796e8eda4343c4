import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { JsonReport } from '../../src/cli/report/json';
import { ROOT } from '../support/paths';
import { RunningServer } from '../support/server';

let articles = 0;
/** Each article has a title of its own: 标题, 标题2 … */
const head = (more = ''): string =>
  `---\ntitle: "标题${++articles === 1 ? '' : articles}"\ndate: "2026-02-07 19:11:57"\n${more}---\n`;
const FILES = {
  'hugo.toml': 'title = "报社"\ntheme = "mainroad"\n',
  'content/news/good.md': `${head('tags: ["城市"]\n')}\n正文**重点**。\n\n## 小标题\n`,
  'content/news/warned.md': `${head('sidebar: middle\n')}\n𠮷**重点。**之后。\n`,
  'content/news/broken.md': `${head('tags: "a"\n')}\n正文。\n`,
  'README.md': '# 说明\n',
  'copydesk.yaml': 'rules: {missing-summary: off, date-without-offset: off}\n',
};
let folder: string;
let cli: string;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'copydesk-cli-'));
  cli = path.join(folder, 'bin/cli.js');
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/build.mjs'), '--outdir', path.dirname(cli)]);
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
});
after(() => rmSync(folder, { recursive: true, force: true }));

function copydesk(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '' },
  });
  return { code: status, out: stdout, err: stderr };
}
const json = (...args: string[]): JsonReport => JSON.parse(copydesk('check', '--format', 'json', ...args).out);

test('check exits with 0 without errors, 1 with errors, 2 when it could not run', () => {
  assert.equal(copydesk('check', 'content/news/good.md').code, 0);
  assert.equal(copydesk('check', 'content/news/warned.md').code, 0, 'a warning is not an error');
  assert.equal(copydesk('check', 'content/news/broken.md').code, 1);
  assert.equal(copydesk('check', 'nowhere.md').code, 2);
  assert.equal(copydesk('check', '--format', 'xml').code, 2);
  assert.equal(copydesk('check', '--unknown').code, 2);
  assert.equal(copydesk().code, 2);
});

test('the JSON report has lines from 1 and UTF-16 columns, the end exclusive', () => {
  const { version, files, problems } = json('content/news/warned.md');
  assert.deepEqual([version, files], [1, 1]);
  const shape = problems.map(({ message, rule, fixes, ...place }) => {
    assert.ok(fixes.length > 0);
    assert.ok(message.length > 20 && /^[a-z-]+$/.test(rule));
    return place;
  });
  const file = 'content/news/warned.md';
  assert.deepEqual(shape, [
    { file, line: 4, column: 10, endLine: 4, endColumn: 16, severity: 'warning', fixable: true },
    { file, line: 7, column: 3, endLine: 7, endColumn: 10, severity: 'warning', fixable: true },
  ]);
});

test('a folder is checked with the articles below it, and only those', () => {
  const { files, problems } = json('.');
  assert.equal(files, 3);
  assert.deepEqual([...new Set(problems.map((p) => p.file))].sort(), [
    'content/news/broken.md',
    'content/news/warned.md',
  ]);
});

test('a link to an article is looked up among all articles of the site', () => {
  const file = 'content/news/linking.md';
  writeFileSync(path.join(folder, file), `${head()}\n[好]({{< ref "good.md" >}})、[坏]({{< ref "gone.md" >}})\n`);
  try {
    assert.deepEqual(
      json(file).problems.map(({ rule, line, column }) => [rule, line, column]),
      [['broken-ref', 6, 41]],
    );
  } finally {
    rmSync(path.join(folder, file));
  }
});

test('a file that is named itself is checked though it is no article of the site', () => {
  const { files, problems } = json('README.md');
  assert.equal(files, 1);
  assert.equal(problems[0]?.rule, 'no-front-matter');
});

test('the report for people groups by file and ends with a summary', () => {
  const { out } = copydesk('check', 'content');
  assert.match(out, /^content\/news\/broken\.md\n {2}4:7 +error {2}.+ {2}wrong-type\n/);
  assert.match(
    out,
    /\n3 articles: 1 error, 2 warnings, 0 notes; 3 of them can be fixed in the editor, 2 with --fix\.\n$/,
  );
  assert.ok(!out.includes('\u001b'), 'no colours outside a terminal');
});

test('messages are in Chinese when asked', () => {
  assert.match(copydesk('check', 'content', '--locale', 'zh-cn').out, /3 篇文章：1 个错误/);
});

test('render prints the body, or the whole page', () => {
  const body = copydesk('render', 'content/news/good.md', '--body');
  assert.equal(body.out, '<p>正文<strong>重点</strong>。</p>\n<h2 id="小标题">小标题</h2>\n');
  const page = copydesk('render', 'content/news/good.md');
  assert.match(page.out, /^<!doctype html>/i);
  assert.match(page.out, /<h1 class="post__title">标题<\/h1>/);
});

test('render --out writes an .html for each article, under the path as given', () => {
  const out = path.join(folder, 'made');
  assert.equal(copydesk('render', 'content/news/good.md', './content/news/warned.md', '--out', out, '--body').code, 0);
  assert.match(readFileSync(path.join(out, 'content/news/good.html'), 'utf8'), /^<p>正文/);
  assert.ok(existsSync(path.join(out, 'content/news/warned.html')));
});

test('several articles without --out are refused', () => {
  assert.equal(copydesk('render', 'content').code, 2);
});

test('the version is that of the package', () => {
  assert.equal(
    copydesk('--version').out.trim(),
    JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version,
  );
});

test('lsp is the language server for any editor', async () => {
  const server = await RunningServer.start({ file: cli, args: ['lsp'], folder });
  const uri = await server.open('content/news/warned.md', FILES['content/news/warned.md']);
  assert.equal((await server.problems(uri)).length, 2);
  assert.equal(await server.stop(), 0);
});
