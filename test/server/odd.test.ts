import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { CheckAllResult, RenderResult, SiteResult } from '../../src/protocol/requests';
import { bundleServer, RunningServer, type ServerOptions } from '../support/server';

const article = (lines: string, body = '正文。'): string =>
  `---\ntitle: "标题"\ndate: "2026-02-07T19:11:57+08:00"\n${lines}summary: "一句话的摘要。"\n---\n\n${body}\n`;
const WRONG = article('sidebar: middle\n');
const SITE = 'title = "报社"\ntheme = "mainroad"\n';

let bundle: ReturnType<typeof bundleServer>;
let top: string;

before(() => {
  bundle = bundleServer();
  top = mkdtempSync(path.join(tmpdir(), 'copydesk odd 名 '));
});
after(() => {
  bundle.remove();
  rmSync(top, { recursive: true, force: true });
});

/** A folder with a site of its own. */
function siteFolder(name: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = path.join(top, name);
  for (const [file, text] of Object.entries({ 'hugo.toml': SITE, ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

type Options = Omit<ServerOptions, 'file'>;

/** Runs a server and ends it, which must go well whatever happened in between. */
async function serving(options: Options, run: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await RunningServer.start({ file: bundle.file, ...options });
  let gone: number | null | undefined;
  server.child.once('exit', (code) => {
    gone = code;
  });
  try {
    await run(server);
    assert.equal(gone, undefined, 'the server ended by itself');
    const said = server.notifications
      .filter(({ method }) => method === 'window/logMessage')
      .map(({ params }) => params);
    const errors = said.filter((params) => (params as { type: number }).type === 1);
    assert.deepEqual(errors, [], 'the server told of a defect');
  } finally {
    if (gone === undefined) assert.equal(await server.stop(), 0);
  }
}

const rules = (problems: readonly { code?: unknown }[] | undefined) => problems?.map(({ code }) => code);
const open = (server: RunningServer, uri: string, text = WRONG) =>
  server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
const change = (server: RunningServer, uri: string, version: number, ...contentChanges: unknown[]) =>
  server.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
const close = (server: RunningServer, uri: string) =>
  server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
const touched = (server: RunningServer, ...uris: string[]) =>
  server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: uris.map((uri) => ({ uri, type: 2 })),
  });
const alive = (server: RunningServer) => server.ask<SiteResult | null>('copydesk/site', {});
const checkAll = (server: RunningServer) => server.ask<CheckAllResult>('copydesk/checkAll', {});

test('documents that are opened before the editor is ready are checked when it is', async () => {
  let uri = '';
  const beforehand = async (server: RunningServer) => {
    uri = await server.open('content/a.md', WRONG);
    await change(server, uri, 2, { text: WRONG.replace('middle', 'left') });
    await change(server, uri, 3, { text: WRONG });
    await close(server, await server.open('content/gone.md', WRONG));
  };
  await serving({ folder: siteFolder('early'), beforehand }, async (server) => {
    assert.deepEqual(rules(await server.problems(uri, 3)), ['unknown-sidebar']);
    assert.deepEqual(rules(server.published(server.uri('content/gone.md'))) ?? [], []);
  });
});

test('a document that is closed while it is checked keeps no problems', async () => {
  await serving({ folder: siteFolder('closing') }, async (server) => {
    for (let i = 0; i < 20; i++) {
      const uri = await server.open('content/a.md', WRONG);
      await change(server, uri, 2, { text: WRONG.replace('middle', 'centre') });
      await close(server, uri);
    }
    await alive(server);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(rules(server.published(server.uri('content/a.md'))), []);
  });
});

test('changes at places outside of the text, and versions that go back, are survived', async () => {
  await serving({ folder: siteFolder('stale') }, async (server) => {
    const uri = await server.open('content/a.md', WRONG);
    const start = { line: 999, character: 999 };
    await change(server, uri, 5, { range: { start, end: { line: 1000, character: 0 } }, text: '末尾\n' });
    const back = { start: { line: 2, character: 3 }, end: { line: 1, character: 0 } };
    await change(server, uri, 3, { range: back, text: '' });
    await change(server, uri, 4);
    await change(server, uri, 6, { text: WRONG });
    assert.deepEqual(rules(await server.problems(uri, 6)), ['unknown-sidebar']);
    for (const method of ['textDocument/hover', 'textDocument/completion'])
      await server.ask(method, { textDocument: { uri }, position: start });
    const range = { start: { line: 3, character: 500 }, end: start };
    await server.ask('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
  });
});

const ODD = [
  'untitled:Untitled-1',
  'untitled:/home/x/新.md',
  'git:/a.md?%7B%22ref%22%3A%22HEAD%22%7D',
  'vscode-vfs://github/a/b/content/a.md',
  'file:///c%3A/Users/%E7%BC%96%E8%BE%91/a.md',
  'file:///C:/Users/a.md',
  'file://server/share/a.md',
  'file:///%00/a.md',
  'file:///a%2Fb.md',
  'file:///%zz/a.md',
  'file:a.md',
  'nonsense',
  'a:',
  '',
  '/',
];

test('requests about documents that are not open are answered with nothing', async () => {
  await serving({ folder: siteFolder('unknown') }, async (server) => {
    for (const uri of [server.uri('content/none.md'), ...ODD]) {
      const at = { textDocument: { uri }, position: { line: 0, character: 0 } };
      assert.equal(await server.ask('textDocument/hover', at), null);
      assert.equal(await server.ask('textDocument/completion', at), null);
      assert.equal(await server.ask('copydesk/render', { uri }), null);
      await server.ask('copydesk/site', { uri });
      await close(server, uri);
      await change(server, uri, 2, { text: '' });
    }
    await alive(server);
  });
});

test('requests that make no sense are refused, and the next is answered', async () => {
  await serving({ folder: siteFolder('senseless') }, async (server) => {
    const uri = await server.open('content/a.md', WRONG);
    await server.problems(uri);
    for (const params of [null, 5, [], {}, { uri: 5 }, { textDocument: {}, position: {} }])
      for (const method of ['render', 'site', 'newArticle', 'articles'].map((name) => `copydesk/${name}`))
        await server.ask(method, params).catch((error: unknown) => assert.ok(error instanceof Error));
    await assert.rejects(server.ask('copydesk/nothing', {}));
    for (const method of ['textDocument/hover', 'textDocument/completion', 'textDocument/codeAction'])
      await server.ask(method, { textDocument: { uri } }).catch((error: unknown) => assert.ok(error instanceof Error));
    assert.ok(await alive(server));
  });
});

test('documents with odd addresses are read', async () => {
  await serving({ folder: siteFolder('addresses') }, async (server) => {
    for (const uri of ODD) {
      await open(server, uri);
      await server.problems(uri);
      await server.ask('textDocument/hover', { textDocument: { uri }, position: { line: 3, character: 2 } });
      await server.ask<RenderResult | null>('copydesk/render', { uri });
      await close(server, uri);
    }
    await touched(server, ...ODD);
    await alive(server);
  });
});

test('a workspace with a Windows path, a far one or none at all is served', async () => {
  const folder = siteFolder('none');
  for (const folders of [null, [], ODD.map((uri) => ({ uri, name: 'x' }))]) {
    await serving({ folder, initialize: { rootUri: null, workspaceFolders: folders } }, async (server) => {
      const uri = await server.open('content/a.md', WRONG);
      assert.deepEqual(rules(await server.problems(uri)), ['unknown-sidebar']);
      assert.equal((await checkAll(server)).errors, 0);
    });
  }
});

test('a drive letter is the same in any spelling', async () => {
  const initialize = { rootUri: null, workspaceFolders: [{ uri: 'file:///c%3A/site', name: 'x' }] };
  await serving({ folder: siteFolder('drive'), initialize }, async (server) => {
    for (const uri of [
      'file:///c%3A/site/content/a.md',
      'file:///C:/site/content/b.md',
      'file:///c:/site/content/c.md',
    ]) {
      await open(server, uri);
      await server.problems(uri);
      assert.equal((await server.ask<RenderResult>('copydesk/render', { uri })).rootUri, 'file:///c%3A/site', uri);
    }
  });
});

test('folders come and go, even while they are read', async () => {
  const one = siteFolder('one', { 'content/a.md': WRONG });
  const two = siteFolder('two', { 'content/b.md': WRONG, 'content/c.md': WRONG.replace('标题', '别的') });
  const [first, second, nowhere] = [one, two, path.join(top, 'nowhere')].map((folder) => ({
    uri: pathToFileURL(folder).href,
    name: folder,
  }));
  await serving({ folder: one, initialize: { workspaceFolders: [first, second] } }, async (server) => {
    assert.equal((await checkAll(server)).files, 3);
    const event = (added: unknown[], removed: unknown[]) =>
      server.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    for (let i = 0; i < 5; i++) {
      await event([], [second]);
      await event([second, nowhere], []);
      await event([], [nowhere]);
    }
    const uri = await server.open('../two/content/b.md', WRONG);
    assert.deepEqual(rules(await server.problems(uri)), ['unknown-sidebar']);
    assert.equal((await checkAll(server)).files, 3);
    await close(server, uri);
    rmSync(two, { recursive: true });
    await touched(server, ...['content/b.md', 'content/c.md', 'hugo.toml'].map((name) => server.uri(`../two/${name}`)));
    assert.equal((await checkAll(server)).files, 1, 'what is gone is not counted');
  });
});

test('a configuration that breaks and is mended is followed', async () => {
  const folder = siteFolder('config');
  const toml = path.join(folder, 'hugo.toml');
  await serving({ folder }, async (server) => {
    const uri = await server.open('content/a.md', article('sidebar: left\n', 'x{{< param x >}}'));
    assert.deepEqual(await server.problems(uri), []);
    const rendered = async () => (await server.ask<RenderResult>('copydesk/render', { uri })).html;
    const write = async (text: string | undefined) => {
      if (text === undefined) rmSync(toml);
      else writeFileSync(toml, text);
      await touched(server, server.uri('hugo.toml'));
    };
    for (const text of ['title = [\n', undefined, `${SITE}[params]\nx = "mended"\n`]) {
      await write(text);
      await rendered();
    }
    for (const end = Date.now() + 5000; !(await rendered()).includes('mended'); )
      assert.ok(Date.now() < end, 'the mended configuration counts');
  });
});

test('five megabytes are read', async () => {
  await serving({ folder: siteFolder('large') }, async (server) => {
    const uri = await server.open('content/a.md', article('sidebar: middle\n', '正文**重点**。\n\n'.repeat(200_000)));
    assert.deepEqual(rules(await server.problems(uri)), ['unknown-sidebar']);
    const at = { line: 9, character: 0 };
    await change(server, uri, 2, { range: { start: at, end: at }, text: '字' });
    assert.deepEqual(rules(await server.problems(uri, 2)), ['unknown-sidebar']);
  });
});

test('a check of all articles can be cancelled, and the server can end in the midst of one', async () => {
  const files = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`content/${i}.md`, WRONG]));
  await serving({ folder: siteFolder('many', files) }, async (server) => {
    const source = new CancellationTokenSource();
    const answer = server.connection.sendRequest<CheckAllResult>('copydesk/checkAll', {}, source.token);
    await server.until('a problem of the first', () => server.published(server.uri('content/0.md')));
    source.cancel();
    assert.ok((await answer).files < 3000);
    const another = checkAll(server).catch(() => undefined);
    await server.problems(await server.open('content/1.md', WRONG));
    assert.ok(another);
  });
});
