import assert from 'node:assert/strict';
import test from 'node:test';
import type { Locator } from 'playwright-core';
import { openArticle } from './article';
import { withWindow } from './window';
import type { Workbench } from './workbench';

/** Opens the fixes of the problem that the caret is on, and returns their titles. */
async function bulb(w: Workbench, wanted: string): Promise<string[]> {
  const rows = w.page.locator('.action-widget .monaco-list-row.action');
  await w.until(`the entry ${wanted}`, async () => {
    await w.page.keyboard.press('Control+.');
    await rows.filter({ hasText: wanted }).first().waitFor({ timeout: 5000 });
    return true;
  });
  return (await rows.allInnerTexts()).map((text) => text.trim());
}

/** The page that is shown beside the article. */
async function page(w: Workbench): Promise<Locator> {
  const body = w.preview.locator('.markdown-body');
  await body.locator('h1').waitFor();
  return body;
}

test('the lightbulb explains a problem on a page beside the article', async () => {
  await withWindow('explain', {}, async (w) => {
    const editor = await openArticle(w, 'literal-bold.zh-CN.md');
    await editor.locator('.squiggly-warning').first().waitFor();
    await w.page.keyboard.press('F8');
    const titles = await bulb(w, 'Explain: literal-emphasis');
    assert.equal(titles.at(-1), 'Explain: literal-emphasis', titles.join());
    await w.picture('explain-bulb');
    await w.page.locator('.action-widget .monaco-list-row', { hasText: 'Explain:' }).click();
    const text = await (await page(w)).innerText();
    assert.match(text, /^literal-emphasis\s+Emphasis that readers will see/);
    assert.match(text, /title: "港口夜航"/, 'examples show their front matter');
    await w.picture('explain');
  });
});

test('in a Chinese window what the problem is stands above the page in Chinese', async () => {
  await withWindow('explain-chinese', { locale: 'zh-cn' }, async (w) => {
    const editor = await openArticle(w, 'literal-bold.zh-CN.md');
    await editor.locator('.squiggly-warning').first().waitFor();
    await w.page.keyboard.press('F8');
    await bulb(w, '解释：literal-emphasis');
    await w.page.locator('.action-widget .monaco-list-row', { hasText: '解释：' }).click();
    const body = await page(w);
    assert.match(await body.locator('p strong').first().innerText(), /加粗没有生效/);
    assert.match(await body.locator('blockquote').first().innerText(), /[\u4e00-\u9fff]{4}/);
    await w.picture('explain-chinese');
  });
});
