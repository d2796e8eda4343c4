import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { CodeAction, CompletionItem, CompletionList, Hover } from 'vscode-languageserver-types';
import { bundleServer, RunningServer } from '../support/server';

let articles = 0;
/** Each article has a title of its own. */
const article = (lines: string): string =>
  `---\ntitle: "标题${++articles}"\ndate: "2026-02-07T19:11:57+08:00"\n${lines}---\n\n正文。\n`;
const SCHEMA = {
  required: ['desk'],
  properties: {
    desk: { enum: ['politics', 'culture'], description: 'Who writes.', enumDescriptions: ['政治', '文化'] },
    editor: { $ref: 'people.json#/definitions/person' },
  },
};
const SITE = {
  'hugo.toml': 'title = "报社"\ntheme = "mainroad"\ntimeZone = "Asia/Shanghai"\n',
  'copydesk.yaml':
    'schemas:\n  - files: ["content/news/**"]\n    schema: schemas/news.json\n  - files: ["content/en/**"]\n    schema: schemas/none.json\nrules:\n  missing-summary: off\n',
  'schemas/news.json': JSON.stringify(SCHEMA),
  'schemas/people.json': '{"definitions": {"person": {"type": "string", "default": "沈一"}}}',
};

let bundle: ReturnType<typeof bundleServer>;
let folder: string;
let server: RunningServer;

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

before(async () => {
  bundle = bundleServer();
  folder = mkdtempSync(path.join(tmpdir(), 'copydesk-schemas-'));
  for (const [name, text] of Object.entries(SITE)) write(name, text);
  server = await RunningServer.start({ file: bundle.file, folder });
});
after(async () => {
  assert.equal(await server.stop(), 0);
  rmSync(folder, { recursive: true, force: true });
  bundle.remove();
});

/** Waits for problems of these rules and no others on a document. */
function rules(uri: string, ...expected: string[]): Promise<unknown> {
  return server.until(`${expected.join()} of ${uri}`, () => {
    const found = server.published(uri)?.map(({ code }) => String(code));
    return found?.join() === expected.join() ? found : undefined;
  });
}

async function changed(...names: string[]): Promise<void> {
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: names.map((name) => ({ uri: server.uri(name), type: 2 })),
  });
}

test('an article is checked by the schema that the project chooses', async () => {
  const uri = await server.open('content/news/a.md', article('desk: culure\neditor: "沈一"\n'));
  await rules(uri, 'schema-mismatch');
  const [problem] = server.published(uri) ?? [];
  const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: problem!.range,
    context: { diagnostics: [] },
  });
  assert.ok(actions.some(({ title, isPreferred }) => title === 'Write culture' && isPreferred));
});

test('its keys and values are completed and explained', async () => {
  const text = article('desk: \nlead: "x"\ned\n');
  const uri = await server.open('content/news/b.md', text);
  const ask = async (line: number, character: number): Promise<readonly CompletionItem[]> =>
    (
      await server.ask<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      })
    ).items;
  const values = await ask(3, 6);
  assert.deepEqual(
    values.map(({ label, documentation }) => [label, JSON.stringify(documentation)]),
    [
      ['politics', '{"kind":"markdown","value":"政治"}'],
      ['culture', '{"kind":"markdown","value":"文化"}'],
    ],
  );
  const keys = await ask(5, 2);
  assert.match(keys.find(({ label }) => label === 'editor')?.textEdit?.newText ?? '', /^editor: "\$\{1:沈一\}"/);
  const hover = await server.ask<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 3, character: 1 },
  });
  assert.match(JSON.stringify(hover.contents), /Who writes\./);
});

test('a schema that breaks is told in its file, and the built-in one goes on; mended, it holds again', async () => {
  const uri = await server.open('content/news/c.md', article('desk: other\nsumary: x\n'));
  await rules(uri, 'schema-mismatch', 'misspelled-key');
  write('schemas/people.json', '{"definitions": {"person": {"type": "person"}}}');
  await changed('schemas/people.json');
  const file = server.uri('schemas/people.json');
  const told = await server.until('the mistake', () =>
    server.published(file)?.length ? server.published(file) : undefined,
  );
  assert.deepEqual(told[0]?.range, { start: { line: 0, character: 36 }, end: { line: 0, character: 44 } });
  await rules(uri, 'misspelled-key');
  write('schemas/people.json', SITE['schemas/people.json']);
  await changed('schemas/people.json');
  await rules(uri, 'schema-mismatch', 'misspelled-key');
  await server.until('nothing', () => (server.published(file)?.length === 0 ? true : undefined));
});

test('a schema that the project names and that is not there is told where it is named', async () => {
  const file = server.uri('copydesk.yaml');
  const told = await server.until('the problem', () =>
    server.published(file)?.find(({ message }) => String(message).includes('schemas/none.json')),
  );
  assert.match(String(told.message), /There is no schema/);
  assert.deepEqual(told.range.start, { line: 4, character: 12 });
});

test('an article names a schema of its own; one of the network is not read unasked', async () => {
  const own = await server.open(
    'content/d.md',
    `---\n# yaml-language-server: $schema=../schemas/news.json\ntitle: "自选"\ndate: "2026-02-07T19:11:57+08:00"\n---\n`,
  );
  await rules(own, 'schema-mismatch');
  const remote = await server.open(
    'content/e.md',
    `---\n# yaml-language-server: $schema=https://example.org/a.json\ntitle: "网上"\ndate: "2026-02-07T19:11:57+08:00"\n---\n`,
  );
  await rules(remote, 'unread-schema');
  assert.equal(server.published(remote)?.[0]?.severity, 3);
  assert.match(String(server.published(remote)?.[0]?.message), /remoteSchemas/);
});

test('words of the house count as soon as their file is there, and what is wrong in it is told', async () => {
  const uri = await server.open('content/news/f.md', article('desk: culture\n').replace('正文', '川普'));
  await rules(uri);
  write('copydesk.words.yaml', 'names:\n  特朗普: {original: Trump, wrong: 川普}\nbann: [x]\n');
  await changed('copydesk.words.yaml');
  await rules(uri, 'house-word');
  const told = await server.until('the mistake', () => server.published(server.uri('copydesk.words.yaml'))?.[0]);
  assert.deepEqual(told.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } });
});

test('what is shipped makes no code of texts', () => {
  const text =
    readFileSync(bundle.file, 'utf8') + readFileSync(path.join(path.dirname(bundle.file), 'schemas.js'), 'utf8');
  assert.doesNotMatch(text, /\beval\s*\(|new Function\b|\bFunction\s*\(\s*["'`]/);
});
