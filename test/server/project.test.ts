import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { CodeAction, CompletionItem, Hover, TextDocumentEdit } from 'vscode-languageserver-types';
import { bundleServer, RunningServer } from '../support/server';

const DRAFT =
  '---\ntitle: "标题"\ndate: "2025-02-07T19:11:57+08:00"\ndraft: true\nsummary: "标题的提要。"\n---\n\n正文。\n';
const SITE = {
  'hugo.toml': 'title = "报社"\n',
  'copydesk.yaml': 'rules:\n  draft: off\n  expird: off\n',
  'content/a.md': DRAFT,
};

let bundle: ReturnType<typeof bundleServer>;
let folder: string;
let server: RunningServer;

before(async () => {
  bundle = bundleServer();
  folder = mkdtempSync(path.join(tmpdir(), 'copydesk-project-'));
  for (const [name, text] of Object.entries(SITE)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  server = await RunningServer.start({ file: bundle.file, folder, settings: { rules: { draft: 'error' } } });
});
after(async () => {
  assert.equal(await server.stop(), 0);
  rmSync(folder, { recursive: true, force: true });
  bundle.remove();
});

/** Waits until the problems of a file are these: `severity message`. */
async function told(name: string, wanted: readonly (string | RegExp)[]): Promise<void> {
  let last: readonly string[] | undefined;
  await server
    .until(name, () => {
      last = server.published(server.uri(name))?.map(({ severity, code, message }) => `${severity} ${code ?? message}`);
      const same = last?.length === wanted.length && wanted.every((want, i) => last?.[i]?.match(want));
      return same || undefined;
    })
    .catch(() => assert.deepEqual(last, wanted));
}

async function changed(name: string, type: 1 | 2 | 3): Promise<void> {
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: server.uri(name), type }],
  });
}

async function typed(name: string, version: number, text: string): Promise<void> {
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: server.uri(name), version },
    contentChanges: [{ text }],
  });
}

const SLIP = /^2 Copydesk has no rule and no group of rules “expird”/;

test('the project’s file counts before the settings, and what is wrong in it is told although it is not open', async () => {
  await server.open('content/a.md', DRAFT);
  await told('copydesk.yaml', [SLIP]);
  await told('content/a.md', []);
});

test('a change on disk counts, and what was wrong is taken back', async () => {
  writeFileSync(path.join(folder, 'copydesk.yaml'), 'rules:\n  draft: hint\n');
  await changed('copydesk.yaml', 2);
  await told('copydesk.yaml', []);
  await told('content/a.md', [/^4 draft/]);
});

test('what is typed counts before it is saved, and no more when it is thrown away', async () => {
  await server.open('copydesk.yaml', 'rules:\n  draft: hint\n');
  await typed('copydesk.yaml', 2, 'rules:\n  draft: warning\n  expird: off\n');
  await told('copydesk.yaml', [SLIP]);
  await told('content/a.md', [/^2 draft/]);
  await server.connection.sendNotification('textDocument/didClose', {
    textDocument: { uri: server.uri('copydesk.yaml') },
  });
  await told('copydesk.yaml', []);
  await told('content/a.md', [/^4 draft/]);
});

test('names are completed and explained in it', async () => {
  const uri = await server.open('copydesk.yaml', 'rules:\n  draft: hint\n  ');
  const items = await server.ask<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 2, character: 2 },
  });
  assert.ok(items.some(({ label }) => label === 'missing-title'));
  const hover = await server.ask<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 1, character: 4 },
  });
  assert.match((hover.contents as { value: string }).value, /^\*\*draft\*\*/);
});

test('a field is allowed in it as it stands in the editor', async () => {
  await typed('copydesk.yaml', 2, 'rules:\n  draft: off\n');
  await told('content/a.md', []);
  const uri = await server.open('content/b.md', DRAFT.replace('draft: true', 'sidebr: right'));
  await told('content/b.md', [/misspelled-key/]);
  const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 3, character: 2 }, end: { line: 3, character: 2 } },
    context: { diagnostics: [] },
  });
  const allow = actions.find(({ title }) => title === 'Allow “sidebr” in this project');
  const [change] = (allow?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.deepEqual(change?.textDocument, { uri: server.uri('copydesk.yaml'), version: 2 });
  await typed('copydesk.yaml', 3, 'rules:\n  draft: off\nallowedKeys: [sidebr]\n');
  await told('content/b.md', []);
});

test('without the file the settings count again, although an editor keeps its text', async () => {
  unlinkSync(path.join(folder, 'copydesk.yaml'));
  await changed('copydesk.yaml', 3);
  await told('content/a.md', [/^1 draft/]);
  await typed('copydesk.yaml', 4, 'rules:\n  draft: hint\n');
  await told('content/a.md', [/^4 draft/]);
});
