import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type {
  CodeAction,
  CompletionList,
  CreateFile,
  Hover,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type {
  ArticleItem,
  ChangeBases,
  CheckAllResult,
  FixableRule,
  FixSiteResult,
  NewArticleResult,
  RenderResult,
  SiteResult,
} from '../../src/protocol/requests';
import { bundleServer, RunningServer } from '../support/server';

let articles = 0;
/** Each article has a title of its own. */
const article = (lines: string): string =>
  `---\ntitle: "标题${++articles}"\ndate: "2026-02-07 19:11:57"\n${lines}summary: "标题的提要。"\n---\n\n正文。\n`;
const SITE = {
  'hugo.toml': 'title = "报社"\ntheme = "mainroad"\ntimeZone = "Asia/Shanghai"\n',
  'content/news/a.md': article('tags: ["人工智能", "城市"]\n'),
  'content/news/b.md': article('tags:\n  - "人工智能"\n'),
  'content/news/wrong.md': article('sidebar: middle\n'),
  'archetypes/default.md': '---\ntitle: ""\ndate: "{{ .Date }}"\n---\n',
};

let bundle: ReturnType<typeof bundleServer>;
let folder: string;
let server: RunningServer;

before(async () => {
  bundle = bundleServer();
  folder = mkdtempSync(path.join(tmpdir(), 'copydesk-stdio-'));
  for (const [name, text] of Object.entries(SITE)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  server = await RunningServer.start({
    file: bundle.file,
    folder,
    initialize: { initializationOptions: { trusted: true } },
  });
  await catalogRead();
});
after(async () => {
  assert.equal(await server.stop(), 0, 'the server ends when the editor says so');
  rmSync(folder, { recursive: true, force: true });
  bundle.remove();
});

/** Waits until all articles are known. */
async function catalogRead(): Promise<void> {
  for (const end = Date.now() + 10_000; (await server.ask<ArticleItem[]>('copydesk/articles', {})).length < 3; )
    assert.ok(Date.now() < end, 'the articles are read');
}

const at = (text: string, mark = '|'): { text: string; position: { line: number; character: number } } => {
  const offset = text.indexOf(mark);
  const lines = text.slice(0, offset).split('\n');
  return { text: text.replace(mark, ''), position: { line: lines.length - 1, character: lines.at(-1)!.length } };
};

test('it says what it can do', () => {
  assert.ok(server.capabilities['completionProvider']);
  assert.equal(server.capabilities['hoverProvider'], true);
  assert.ok(server.capabilities['codeActionProvider']);
});

test('problems come when an article is opened, with rule, severity and the page that explains it', async () => {
  const uri = await server.open('content/news/diagnostics.md', article('sidebar: middle\n'));
  const [problem, ...others] = await server.problems(uri);
  assert.deepEqual(others, []);
  assert.deepEqual(problem?.range, { start: { line: 3, character: 9 }, end: { line: 3, character: 15 } });
  assert.equal(problem?.severity, 2);
  assert.equal(problem?.source, 'Copydesk');
  assert.match(problem?.codeDescription?.href ?? '', new RegExp(`docs/rules/${String(problem?.code)}\\.md$`));
});

test('a change is checked again, and a problem on the word being typed waits for a pause', async () => {
  const uri = await server.open('content/news/typing.md', article('sidebar: "right"\n'));
  assert.deepEqual(await server.problems(uri), []);
  const range = { start: { line: 3, character: 10 }, end: { line: 3, character: 15 } };
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: 'middle' }],
  });
  assert.deepEqual(await server.problems(uri, 2), [], 'nothing yet on the word itself');
  await server.until('the problem after a pause', () => (server.published(uri)?.length === 1 ? true : undefined));
});

test('completion offers the tags of all articles, most used first, without those present', async () => {
  const { text, position } = at(article('tags:\n  - "|"\n'));
  const uri = await server.open('content/news/completion.md', text);
  const list = await server.ask<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
  assert.deepEqual(
    list.items.map((item) => [item.label, item.labelDetails?.description]),
    [
      ['人工智能', '2 articles'],
      ['城市', '1 article'],
    ],
  );
});

test('hover explains a key', async () => {
  const { text, position } = at(article('side|bar: "left"\n'));
  const uri = await server.open('content/news/hover.md', text);
  const hover = await server.ask<Hover>('textDocument/hover', { textDocument: { uri }, position });
  assert.match((hover.contents as { value: string }).value, /sidebar/);
});

test('a quick fix is offered for a problem, and "fix all" for the article', async () => {
  const uri = await server.open('content/news/fix.md', article('toc: "false"\n'));
  const [problem] = await server.problems(uri);
  const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: problem!.range,
    context: { diagnostics: [problem] },
  });
  const edits = actions.map((action) => [action.kind, newTexts(action)]);
  assert.deepEqual(edits, [
    ['quickfix', ['false']],
    ['quickfix', ['# copydesk-disable boolean-in-quotes\n']],
    ['source.fixAll.copydesk', ['false']],
  ]);
});

/** What an action would write. */
function newTexts(action: CodeAction): string[] {
  const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  return (change?.edits ?? []).map((edit) => ('newText' in edit ? edit.newText : ''));
}

test('an article whose title another one takes is told of it, and leads there', async () => {
  const text = article('');
  const first = await server.open('content/news/first.md', text);
  assert.deepEqual(await server.problems(first), []);
  const second = await server.open('content/news/second.md', text);
  const [problem] = await server.until('the problem of the first, which nobody touched', () => {
    const problems = server.published(first);
    return problems?.length === 1 ? problems : undefined;
  });
  assert.equal(problem?.code, 'duplicate-title');
  assert.deepEqual(
    problem?.relatedInformation?.map(({ location }) => location.uri),
    [second],
  );
  const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 8 } };
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: second, version: 2 },
    contentChanges: [{ range, text: '新' }],
  });
  await server.until('nothing, once the second has another title and the editor rests', () =>
    server.published(first)?.length === 0 ? true : undefined,
  );
  for (const uri of [first, second])
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
});

test('the preview is rendered', async () => {
  const uri = await server.open('content/news/preview.md', article('').replace('正文。', '正文**重点**。'));
  const result = await server.ask<RenderResult>('copydesk/render', { uri });
  assert.match(result.html, /<strong>重点<\/strong>/);
  assert.equal(result.version, 1);
});

test('the site says where articles are and what time it is there', async () => {
  const site = await server.ask<SiteResult>('copydesk/site', { uri: server.uri('content/news/a.md') });
  assert.equal(site.found, true);
  assert.match(site.now, /\+08:00$/);
  assert.equal(site.sections[0]?.folder, 'content/news');
});

test('a new article comes from the archetype', async () => {
  const { rootUri } = await server.ask<SiteResult>('copydesk/site', {});
  const made = await server.ask<NewArticleResult>('copydesk/newArticle', {
    rootUri,
    folder: 'content/news',
    name: 'n.md',
    title: '新"闻',
  });
  assert.match(made.text, /^---\ntitle: "新\\"闻"\ndate: "20\d\d-.*\+08:00"\n---\n$/);
  assert.equal(made.uri, server.uri('content/news/n.md'));
});

test('checking all articles publishes the problems of files that are not open', async () => {
  const result = await server.ask<CheckAllResult>('copydesk/checkAll', {});
  assert.ok(result.files >= 3);
  assert.equal(server.published(server.uri('content/news/wrong.md'))?.length, 1);
});

test('after that, the problems of a file that is closed or changes on disk stay true', async () => {
  const name = 'content/news/wrong.md';
  const uri = await server.open(name, article(''));
  await server.until('none while the editor has it right', () =>
    server.published(uri)?.length === 0 ? true : undefined,
  );
  await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await server.until('those on disk once it is closed', () => (server.published(uri)?.length === 1 ? true : undefined));
  writeFileSync(path.join(folder, name), article(''));
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  await server.until('none once it is right on disk', () => (server.published(uri)?.length === 0 ? true : undefined));
});

test('what git shows as changed is checked alone; without git or a repository it is said why not', async () => {
  const refused = await server.ask<CheckAllResult>('copydesk/checkAll', { changed: true });
  assert.equal(refused.files, 0);
  assert.match(refused.refused ?? '', /git/);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'a');
  assert.equal((await server.ask<CheckAllResult>('copydesk/checkAll', { changed: true })).files, 0);
  writeFileSync(path.join(folder, 'content/news/neu.md'), article('sidebar: middle\n'));
  const { files, problems, faulty } = await server.ask<CheckAllResult>('copydesk/checkAll', { changed: true });
  assert.deepEqual([files, problems, faulty], [1, 1, 1]);
  assert.equal(server.published(server.uri('content/news/neu.md'))?.length, 1);

  const bases = async () => (await server.ask<ChangeBases>('copydesk/changeBases', {})).branches;
  git('branch', '-M', 'main');
  assert.deepEqual(await bases(), []);
  git('checkout', '-qb', 'desk');
  git('add', '-A');
  git('commit', '-qm', 'b');
  assert.deepEqual(await bases(), ['main']);
  const since = async (of: object) =>
    (await server.ask<CheckAllResult>('copydesk/checkAll', { changed: true, ...of })).files;
  assert.deepEqual([await since({}), await since({ since: 'main' })], [0, 1]);
});

test('git is not started in a folder that is not trusted', async () => {
  const careful = await RunningServer.start({ file: bundle.file, folder });
  const result = await careful.ask<CheckAllResult>('copydesk/checkAll', { changed: true });
  assert.match(result.refused ?? '', /trusted/);
  assert.deepEqual(await careful.ask('copydesk/changeBases', {}), { branches: [] });
  await careful.stop();
});

test('fixes of the whole site go to the editor, which has to ask; open texts carry their versions', async () => {
  for (const name of ['one', 'two'])
    writeFileSync(path.join(folder, `content/news/${name}.md`), article('toc: "false"\npager: "true"\n'));
  const uri = await server.open('content/news/two.md', article('toc: "true"\n'));
  const asked: { readonly edit: WorkspaceEdit }[] = [];
  server.connection.onRequest('workspace/applyEdit', (params: { readonly edit: WorkspaceEdit }) => {
    asked.push(params);
    return { applied: false };
  });
  const fixable = await server.ask<FixableRule[]>('copydesk/fixable', {});
  const ofRule = fixable.find(({ rule }) => rule === 'boolean-in-quotes');
  assert.deepEqual(ofRule?.uris.map((one) => path.posix.basename(one)).sort(), ['one.md', 'two.md']);
  assert.match(ofRule?.summary ?? '', /true/);
  const result = await server.ask<FixSiteResult>('copydesk/fixSite', { rule: 'boolean-in-quotes' });
  assert.equal(result.applied, false);
  const [ask, ...changes] = (asked[0]?.edit.documentChanges ?? []) as [CreateFile, ...TextDocumentEdit[]];
  assert.deepEqual([ask.kind, ask.options], ['create', { ignoreIfExists: true }], 'nothing but a reason to ask');
  const about = (name: string) => changes.find(({ textDocument }) => textDocument.uri.endsWith(name));
  assert.deepEqual(
    about('/one.md')?.edits.map((edit) => 'newText' in edit && edit.newText),
    ['false', 'true'],
  );
  assert.equal(about('/one.md')?.textDocument.version, null);
  assert.deepEqual([about('/two.md')?.textDocument, about('/two.md')?.edits.length], [{ uri, version: 1 }, 1]);
  const annotations = Object.values(asked[0]?.edit.changeAnnotations ?? {});
  assert.deepEqual(
    annotations.map(({ needsConfirmation = false }) => needsConfirmation),
    [false, true],
  );
  assert.equal((await server.ask<FixSiteResult>('copydesk/fixSite', { rule: 'no-such-rule' })).files, 0);
  const outside = ['file:///etc/hosts', server.uri('content/news/one.md')];
  assert.equal((await server.ask<FixSiteResult>('copydesk/fixSite', { uris: outside })).files, 1);
});

test('all problems of a rule are fixed at once when there are several', async () => {
  const uri = await server.open('content/news/several.md', article('toc: "false"\npager: "true"\n'));
  const [problem] = await server.problems(uri);
  const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: problem!.range,
    context: { diagnostics: [problem], only: ['quickfix'] },
  });
  const all = actions.find(({ title }) => title === 'Fix all “boolean-in-quotes” in this article');
  assert.deepEqual(all && newTexts(all), ['false', 'true']);
});

test('a file that changes on disk changes what is known', async () => {
  const name = 'content/news/later.md';
  writeFileSync(path.join(folder, name), article('tags: ["迟到"]\n'));
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: server.uri(name), type: 1 }],
  });
  for (
    const end = Date.now() + 5000;
    !(await server.ask<ArticleItem[]>('copydesk/articles', {})).some((item) => item.path === name);
  )
    assert.ok(Date.now() < end, 'the new article is known');
});

test('a README is not an article: nothing is said of it', async () => {
  const uri = await server.open('README.md', '# no front matter\n');
  assert.deepEqual(await server.problems(uri), []);
});

test('messages are in Chinese for a Chinese editor', async () => {
  const chinese = await RunningServer.start({ file: bundle.file, folder, locale: 'zh-cn' });
  const uri = await chinese.open('content/news/zh.md', article('sidebar: middle\n'));
  assert.match(String((await chinese.problems(uri))[0]?.message), /[\u4e00-\u9fff]{4}/);
  await chinese.stop();
});

test('a wrong setting is named and the rest is used', async () => {
  const strict = await RunningServer.start({
    file: bundle.file,
    folder,
    settings: { rules: { 'no-such-grade': 'loud' } },
  });
  const said = await strict.until('a message about the setting', () =>
    strict.notifications.find(({ method }) => method === 'window/showMessage'),
  );
  assert.match((said.params as { message: string }).message, /no-such-grade/);
  await strict.stop();
});
