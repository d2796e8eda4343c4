import assert from 'node:assert/strict';
import test from 'node:test';
import { openArticle, savedAs } from './article';
import { withWindow } from './window';
import type { Workbench } from './workbench';

const NAME = 'content/zh-CN/news/lanwang/wrong.zh-CN.md';
const WRONG = `---
title: "错在三处"
date: "2026-01-05T09:30:00+08:00"
catagories:
  - "城市"
authorbox: "false"
summary: "错在三处的稿子。"
---

**先把话说完。**再接着写下一句。
`;

/** Opens the menu of fixes from the keyboard until it offers this one. */
async function fixes(w: Workbench, wanted: string): Promise<void> {
  await w.until(`the fix ${wanted}`, async () => {
    await w.page.keyboard.press('Control+.');
    const fix = w.page.locator('.action-widget .monaco-list-row', { hasText: wanted }).first();
    await fix.waitFor({ timeout: 5000 });
    return true;
  });
}

test('faults are underlined and listed in Problems, and fixed from the keyboard', async () => {
  await withWindow('problems', { files: { [NAME]: WRONG } }, async (w) => {
    const editor = await openArticle(w, 'wrong.zh-CN.md');
    await editor.locator('.squiggly-warning').nth(2).waitFor();
    await w.problem('catagories');
    const rows = await w.problems();
    for (const rule of ['misspelled-key', 'boolean-in-quotes', 'literal-emphasis'])
      assert.equal(rows.filter((row) => row.includes(`Copydesk ${rule}`)).length, 1, rows.join('\n'));
    await w.picture('problems');
    const hover = await w.hover(editor, 'catagories', 'Did you mean');
    assert.match(await hover.innerText(), /misspelled-key/);
    await w.picture('problem-hover');
    await w.page.mouse.move(700, 500);
    await w.page.keyboard.press('Escape');
    await w.goTo(4, 3);
    await fixes(w, 'Write categories');
    await w.picture('quick-fix');
    await w.page.keyboard.press('Enter');
    const one = WRONG.replace('catagories', 'categories');
    await savedAs(w, NAME, one);
    await w.run('Copydesk: Fix All in Article');
    await savedAs(w, NAME, one.replace('"false"', 'false').replace('。**再', '**。再'));
    await editor.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await w.until('Problems is empty', async () => (await w.problems()).length === 0);
    await w.picture('problems-gone');
  });
});

test('Check All Articles lists the faults of files that are not open', async () => {
  await withWindow('check-all', {}, async (w) => {
    await openArticle(w, '20260302A0BH01.zh-CN.md');
    await w.run('Copydesk: Check All Articles');
    const said = w.page.locator('.notification-list-item', { hasText: /Articles checked: \d+/ });
    await said.waitFor();
    await w.picture('check-all');
    assert.match(await said.innerText(), /Articles checked: \d+\. Problems: 13 in \d+ of them\. Errors: 4\./);
    await said.getByRole('button', { name: 'Show Problems' }).click();
    await w.page.locator('.markers-panel-container').waitFor();
    await w.problem('calendar');
    const rows = await w.problems();
    assert.ok(
      rows.some((row) => row.includes('Copydesk unclosed-quote')),
      rows.join('\n'),
    );
    await w.picture('check-all-problems');
  });
});

test('in a Chinese window problems, hovers, fixes and the preview speak Chinese', async () => {
  await withWindow('chinese', { locale: 'zh-cn', files: { [NAME]: WRONG } }, async (w) => {
    const editor = await openArticle(w, 'wrong.zh-CN.md');
    const row = await w.problem('catagories');
    assert.match(await row.innerText(), /[\u4e00-\u9fff]{4}/);
    for (const text of await w.problems()) if (text.includes('Copydesk ')) assert.match(text, /[\u4e00-\u9fff]{4}/);
    const hover = await w.hover(editor, 'date', '');
    await w.until('the hover is in Chinese', async () => /[\u4e00-\u9fff]{4}/.test(await hover.innerText()));
    await w.picture('chinese-hover');
    await w.page.mouse.move(700, 500);
    await w.goTo(4, 3);
    await fixes(w, 'categories');
    await w.picture('chinese-quick-fix');
    const rows = await w.page.locator('.action-widget .monaco-list-row', { hasText: 'categories' }).allInnerTexts();
    assert.ok(
      rows.every((text) => /[\u4e00-\u9fff]/.test(text)),
      rows.join(),
    );
    await w.page.keyboard.press('Escape');
    await w.page.locator('.editor-actions a.action-label.codicon-browser').first().click();
    await w.preview.locator('h1').waitFor();
    await w.picture('chinese');
  });
});
