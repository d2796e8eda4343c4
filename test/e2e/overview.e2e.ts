import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { ROOT } from '../support/paths';
import { openArticle, widthOf } from './article';
import { withWindow } from './window';
import type { Workbench } from './workbench';

const NAME = 'content/zh-CN/news/binhai/20260302A0BH01.zh-CN.md';

/** Moves the upper edge of the panel down to a place in the page, in pixels, as with the mouse. */
async function lowerPanel({ page }: Workbench, to: number): Promise<void> {
  const box = await page.locator('.part.panel').boundingBox();
  assert.ok(box);
  const x = box.x + box.width / 3;
  await page.mouse.move(x, box.y);
  await page.mouse.down();
  await page.mouse.move(x, to, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(x, to + 60);
}

/** The picture in the README is this one: out/pictures/overview.png. */
test('article, faults and preview stand side by side', async () => {
  const text = readFileSync(path.join(ROOT, 'examples/newsroom', NAME), 'utf8')
    .replace('sidebar: "right"', 'sidebar: "middle"')
    .replace('authorbox: true', 'authorbox: "false"')
    .replace('线路全长21.4公里，', '**线路全长21.4公里，**');
  const settings = { 'editor.minimap.enabled': false, 'editor.fontSize': 12, 'breadcrumbs.enabled': false };
  await withWindow('overview', { files: { [NAME]: text }, settings }, async (w) => {
    const editor = await openArticle(w, path.basename(NAME));
    await w.page.keyboard.press('Control+B');
    await w.run('Copydesk: Open Preview to the Side');
    await w.preview.locator('h1', { hasText: '有轨电车二号线' }).waitFor();
    assert.ok((await widthOf(w.preview.locator('.post__thumbnail img, .thumbnail__image').first())) > 100);
    await w.problem('Mainroad knows');
    assert.equal((await w.problems()).filter((row) => row.includes('Copydesk ')).length, 3);
    await lowerPanel(w, 730);
    await w.goTo(21, 1);
    await editor.locator('.squiggly-warning').nth(2).waitFor();
    await w.picture('overview');
  });
});
