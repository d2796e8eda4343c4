import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bundleServer, RunningServer } from '../support/server';

let bundle: ReturnType<typeof bundleServer>;
let folder: string;
let server: RunningServer;

before(async () => {
  bundle = bundleServer();
  folder = mkdtempSync(path.join(tmpdir(), 'copydesk-load-'));
  server = await RunningServer.start({ file: bundle.file, folder });
});
after(async () => {
  assert.equal(await server.stop(), 0);
  bundle.remove();
  rmSync(folder, { recursive: true, force: true });
});

const paragraph = (n: number): string =>
  `第${n}天六点，**新桥**照常开放。市民说：“从北岸到南岸，第${n}趟只要*十分钟*。”见[此前报道](https://example.com/${n}/)。\n\n`;
const LONG = `---\ntitle: "标题"\ndate: "2026-02-07T19:11:57+08:00"\nsummary: "一句话的摘要。"\n---\n\n${Array.from({ length: 8000 }, (_, n) => paragraph(n)).join('')}`;

const type = (uri: string, version: number, line: number, text: string) => {
  const at = { line, character: 0 };
  return server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: at, end: at }, text }],
  });
};
/** A megabyte may take its time on a busy machine. */
const problemsOf = (uri: string, version: number) =>
  server.until(
    `version ${version}`,
    () => (sent(uri).some((said) => said === version) ? server.published(uri) : undefined),
    60_000,
  );
const sent = (uri: string) =>
  server.notifications
    .filter(({ method }) => method === 'textDocument/publishDiagnostics')
    .map(({ params }) => params as { uri: string; version?: number })
    .filter((said) => said.uri === uri)
    .map(({ version }) => version);

test('a keystroke in a megabyte ends the check of the one before', async () => {
  assert.ok(new TextEncoder().encode(LONG).length > 1_000_000);
  const uri = await server.open('content/long.md', LONG);
  await problemsOf(uri, 1);
  await type(uri, 2, 8, '字');
  const began = performance.now();
  await problemsOf(uri, 2);
  const one = performance.now() - began;
  const quick = performance.now();
  // Faster than one check takes, slower than the server reads: each finds the check of the one before under way.
  for (let n = 3; n < 22; n++) {
    await type(uri, n, 8, '字');
    await new Promise((next) => setTimeout(next, 5));
  }
  await type(uri, 22, 3, 'sidebar: middle\n');
  const problems = await problemsOf(uri, 22);
  const twenty = performance.now() - quick;
  assert.ok(
    problems.some(({ code }) => code === 'unknown-sidebar'),
    'what was typed last is judged',
  );
  const between = sent(uri).filter((version) => version !== undefined && version > 2 && version < 22);
  assert.ok(between.length < 8, `checks that were finished in between: ${between.join()}`);
  assert.ok(twenty < 12 * one + 1000, `20 keystrokes took ${twenty.toFixed()} ms, one ${one.toFixed()} ms`);
});

test('other requests are answered while a long article is checked', async () => {
  const uri = await server.open('content/other.md', LONG);
  const small = await server.open('content/small.md', LONG.slice(0, 400));
  await type(uri, 2, 8, '字');
  const hover = server.ask('textDocument/hover', { textDocument: { uri: small }, position: { line: 1, character: 2 } });
  const first = await Promise.race([
    hover.then(() => 'hover'),
    problemsOf(uri, 2).then(() => 'problems of the long one'),
  ]);
  assert.equal(first, 'hover');
});
