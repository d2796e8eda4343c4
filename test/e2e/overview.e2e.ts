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
  const panel = await page.locator('.part.panel').boundingBox();
  assert.ok(panel);
  const edges = await Promise.all(
    (await page.locator('.monaco-sash.horizontal').all()).map((sash) => sash.boundingBox()),
  );
  const edge = edges.find((box) => box !== null && box.width > 300 && Math.abs(box.y - panel.y) < 10);
  assert.ok(edge, `the panel begins at ${panel.y}, edges are ${edges.map((box) => box?.y).join()}`);
  const x = edge.x + edge.width / 3;
  await page.mouse.move(x, edge.y + edge.height / 2);
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
  const settings = {
    'breadcrumbs.enabled': false,
    'editor.fontSize': 13,
    'editor.lineHeight': 17,
    'editor.minimap.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'window.commandCenter': false, // it would show the name of a temporary folder
    'workbench.layoutControl.enabled': false,
  };
  await withWindow('overview', { files: { [NAME]: text }, settings }, async (w) => {
    const editor = await openArticle(w, path.basename(NAME));
    await w.page.keyboard.press('Control+B');
    await w.run('Copydesk: Open Preview to the Side');
    await w.preview.locator('h1', { hasText: '有轨电车二号线' }).waitFor();
    assert.ok((await widthOf(w.preview.locator('.post__thumbnail img, .thumbnail__image').first())) > 100);
    await w.problem('Mainroad knows');
    assert.equal((await w.problems()).filter((row) => row.includes('Copydesk ')).length, 3);
    await lowerPanel(w, 733);
    await w.goTo(2, 1);
    await editor.locator('.squiggly-warning').nth(2).waitFor();
    await w.picture('overview');
  });
});
