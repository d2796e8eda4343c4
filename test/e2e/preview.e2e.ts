import assert from 'node:assert/strict';
import test from 'node:test';
import { openArticle, previewIcon, widthOf } from './article';
import { png } from './pictures';
import { type WindowOptions, withWindow } from './window';
import type { Workbench } from './workbench';

const NAME = 'content/zh-CN/news/lanwang/long.zh-CN.md';
/** The line of the first paragraph, counted from 1; one more every two lines. */
const FIRST = 16;
const paragraph = (n: number): string => `第 ${n} 段。${'这一段写得很长，好让它在窄窗里占上好几行。'.repeat(3)}`;
const TEXT = `---
title: "很长的一篇"
date: "2026-01-05T09:30:00+08:00"
categories: ["科技"]
tags: ["人工智能", "澜港"]
thumbnail: "/img/red-thumb.png"
lead: "导语在前。"
authorbox: false
pager: false
---

![港口](/img/red-local.png)

![远处](https://picture.example.com/om_bt/red/641)

${Array.from({ length: 60 }, (_, n) => paragraph(n + 1)).join('\n\n')}
`;

const FILES = {
  [NAME]: TEXT,
  'static/img/red-thumb.png': png(300, 160, [20, 90, 200]),
  'static/img/red-local.png': png(120, 80, [220, 30, 40]),
};
const outside: WindowOptions['outside'] = (route) =>
  route.request().url().startsWith('https://picture.example.com/')
    ? route.fulfill({ contentType: 'image/png', body: png(320, 200, [220, 30, 40]) })
    : route.abort();

const top = (w: Workbench): Promise<number> =>
  w.preview.locator('html').evaluate((root) => (root as unknown as { scrollTop: number }).scrollTop);

/** How far below the upper edge of the preview a paragraph stands, in pixels. */
async function placeOfParagraph(w: Workbench, n: number): Promise<number> {
  const box = await w.preview
    .locator('p', { hasText: `第 ${n} 段` })
    .evaluate(
      (element) => (element as unknown as { getBoundingClientRect(): { top: number } }).getBoundingClientRect().top,
    );
  return box;
}

/** Waits until the preview no longer scrolls, and returns where it stands. */
async function settled(w: Workbench): Promise<number> {
  let last = -1;
  await w.until('the preview stands still', async () => {
    const now = await top(w);
    const still = now === last;
    last = now;
    return still;
  });
  return last;
}

test('the preview shows the article and keeps up with typing, scrolling and double clicks', async () => {
  await withWindow('preview', { files: FILES, outside }, async (w) => {
    await openArticle(w, 'long.zh-CN.md');
    await w.page.keyboard.press('Control+B'); // the side bar goes, as it would for writing
    await w.run('Copydesk: Open Preview to the Side');
    const { preview } = w;
    await preview.locator('h1', { hasText: '很长的一篇' }).waitFor();
    const page = await preview.locator('#page').innerText();
    for (const text of ['导语在前。', '2026年1月5日', '科技', '人工智能', '澜港', '第 60 段'])
      assert.ok(page.includes(text), text);
    assert.equal(await widthOf(preview.locator('img[alt="港口"]')), 120);
    assert.equal(await widthOf(preview.locator('img[alt="远处"]')), 320);
    assert.equal(await widthOf(preview.locator('.post__thumbnail img, img[src*="red-thumb"]').first()), 300);
    await w.picture('preview');

    // The editor leads.
    const line = FIRST + 2 * 39;
    await w.goTo(line, 1);
    await w.until('paragraph 40 is on the screen of the preview', async () => {
      const place = await placeOfParagraph(w, 40);
      return place > -100 && place < 900;
    });
    const before = await settled(w);
    assert.ok(before > 300, `${before}`);

    // Typing changes one paragraph in place.
    await preview.locator('h1').evaluate((heading) => Object.assign(heading, { kept: true }));
    const place = await placeOfParagraph(w, 38);
    await w.page.keyboard.press('End');
    await w.type('新添的一句。');
    await preview.locator('p', { hasText: '新添的一句。' }).waitFor();
    assert.ok(Math.abs((await settled(w)) - before) < 3, 'the preview stays where it was');
    assert.ok(Math.abs((await placeOfParagraph(w, 38)) - place) < 3);
    const kept = await preview.locator('h1').evaluate((heading) => (heading as { kept?: boolean }).kept);
    assert.equal(kept, true, 'the page was not loaded again');
    await w.picture('preview-typed');

    // A double click leads back.
    await preview.locator('p', { hasText: '第 41 段' }).dblclick();
    const source = FIRST + 2 * 40;
    await w.until('the caret is in the source of paragraph 41', async () =>
      ((await w.page.locator('.statusbar').textContent()) ?? '').includes(`Ln ${source}, Col 1`),
    );
    await w.type('源');
    await preview.locator('p', { hasText: '源第 41 段' }).waitFor();
    await w.run('Preferences: Toggle between Light/Dark Themes');
    await preview.locator('body.vscode-dark').waitFor();
    await w.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await w.picture('preview-dark');

    // It follows to the next article, and begins at its top.
    await openArticle(w, '20260302A0BH01.zh-CN.md');
    await preview.locator('h1', { hasText: '有轨电车二号线' }).waitFor();
    assert.equal(await settled(w), 0);
    await w.picture('preview-dark-article');
  });
});

test('the icon in the title of an editor opens the preview, in the oldest VS Code too', async () => {
  await withWindow('preview-oldest', { version: 'oldest', files: FILES, outside }, async (w) => {
    await openArticle(w, 'long.zh-CN.md');
    await previewIcon(w).click();
    await w.preview.locator('h1', { hasText: '很长的一篇' }).waitFor();
    assert.equal(await widthOf(w.preview.locator('img[alt="港口"]')), 120);
    await w.goTo(2, 15);
    await w.type('！');
    await w.preview.locator('h1', { hasText: '！' }).waitFor();
    await w.picture('preview-oldest');
  });
});
