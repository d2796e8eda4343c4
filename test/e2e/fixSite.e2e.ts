import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { openArticle } from './article';
import { withWindow } from './window';
import type { Workbench } from './workbench';

const FOLDER = 'content/zh-CN/news/lanwang';
const NAMES = ['first', 'second', 'third'].map((name) => `${FOLDER}/${name}.zh-CN.md`);
const wrong = (title: string): string =>
  `---\r\ntitle: "${title}"   # 注\r\ndate: 2026-01-05T09:30:00+08:00\r\nsummary: "${title}的提要。"\r\ntoc: "false"\r\n---\r\n\r\n**先把话说完。**再写${title}。\r\n`;
const TEXTS = new Map(NAMES.map((name, at) => [name, wrong(`第${at + 1}篇待修正的稿子`)]));
const right = (text: string): string => text.replace('"false"', 'false');

/** Runs the command up to the panel that shows what would change. */
async function look(w: Workbench, choice: string): Promise<void> {
  await w.run('Copydesk: Fix All in the Site');
  await w.quickRows.filter({ hasText: choice }).first().waitFor();
  await w.picture('fix-site-rules');
  await w.answer(choice);
  await w.page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
}

test('Fix All in the Site shows every change first, writes none when discarded, and all when applied', async () => {
  const settings = { 'files.autoSave': 'off' };
  await withWindow('fix-site', { settings, files: Object.fromEntries(TEXTS) }, async (w) => {
    const onDisk = () => NAMES.map((name) => readFileSync(path.join(w.folder, name), 'utf8'));
    const rows = w.page.locator('.bulk-edit-panel .monaco-list-row');
    await openArticle(w, 'first.zh-CN.md');

    await look(w, 'All rules');
    await w.picture('fix-site-all');
    await w.page.getByRole('button', { name: 'Discard' }).click();
    await rows.first().waitFor({ state: 'hidden' });
    assert.deepEqual(onDisk(), [...TEXTS.values()]);

    await look(w, 'boolean-in-quotes');
    for (const name of NAMES)
      await rows
        .filter({ hasText: path.posix.basename(name) })
        .first()
        .waitFor();
    await rows.filter({ hasText: 'second.zh-CN.md' }).first().click();
    await w.picture('fix-site');
    await w.page.getByRole('button', { name: 'Apply' }).click();
    await w.until(
      'the articles are fixed on disk',
      async () => onDisk().join() === [...TEXTS.values()].map(right).join(),
    );
    await w.picture('fix-site-applied');
  });
});
