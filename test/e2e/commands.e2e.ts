import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { openArticle } from './article';
import { withWindow } from './window';

const FOLDER = 'content/zh-CN/news/lanwang';

test('New Article asks for folder, title and name, and writes from the archetype of the site', async () => {
  await withWindow('new-article', {}, async (w) => {
    await openArticle(w, '20260227A0LW01.zh-CN.md');
    await w.run('Copydesk: New Article');
    const input = w.page.locator('.quick-input-widget');
    await input
      .getByText('Where does the article go?')
      .or(input.locator('[placeholder^="Where does"]'))
      .first()
      .waitFor();
    await w.quickRows.filter({ hasText: FOLDER }).waitFor();
    await w.picture('new-article-folder');
    await w.answer('lanwang');
    await input.locator('[placeholder="Title"]').waitFor();
    await w.answer('云杉智能发布“松针”二代');
    await input.getByText(`File name in ${FOLDER}`).waitFor();
    await w.picture('new-article-name');
    const name = await input.locator('input').inputValue();
    assert.match(name, /^\d{8,14}.*\.zh-CN\.md$/i);
    await w.page.keyboard.press('Enter');
    const editor = w.editor(name);
    await editor.locator('.view-line', { hasText: '云杉智能发布“松针”二代' }).waitFor();
    await w.picture('new-article');
    const file = path.join(w.folder, FOLDER, name);
    await w.until('the file is on disk', async () => existsSync(file));
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^---\ntitle: "云杉智能发布“松针”二代"\n/);
    assert.match(text, /\ndate: "?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00"?\n/);
    assert.match(text, /\ncategories:\n {2}- "城市"\n/, 'the archetype of the section is used');
    assert.doesNotMatch(text, /\{\{/);
    // Writing goes on where the text is to come.
    await w.type('正文从这里开始');
    await editor.locator('.view-line', { hasText: '正文从这里开始' }).waitFor();
    // Its summary is still to be written.
    assert.deepEqual(
      (await w.problems()).filter((row) => !row.includes('missing-summary')),
      [],
    );
  });
});

test('Go to Article opens an article by words of its title', async () => {
  await withWindow('go-to-article', {}, async (w) => {
    await openArticle(w, '20260227A0LW01.zh-CN.md');
    await w.run('Copydesk: Go to Article');
    await w.quickRows.nth(8).waitFor();
    await w.picture('go-to-article');
    await w.page.keyboard.insertText('有轨电车二号线');
    await w.quickRows.filter({ hasText: '跨湾通勤缩短到十九分钟' }).first().waitFor();
    await w.picture('go-to-article-typed');
    await w.page.keyboard.press('Enter');
    await w.editor('20260302A0BH01.zh-CN.md').locator('.view-line').first().waitFor();
  });
});

test('outside of articles the commands are out of the way', async () => {
  await withWindow('no-news', { from: null, files: { 'notes.md': '# Notes\n', 'a.txt': 'a\n' } }, async (w) => {
    await w.open('a.txt');
    // This one is always there, so the list has been filled.
    const titles = (await w.offered('Copydesk')).filter((title) => title.includes('Copydesk:'));
    assert.deepEqual(titles, []);
    await w.open('notes.md');
    await w.until('Markdown wakes it', async () =>
      (await w.offered('Copydesk')).some((title) => title.includes('Show Log')),
    );
    const offered = (await w.offered('Copydesk')).filter((title) => title.includes('Copydesk:'));
    for (const title of offered) assert.match(title, /Restart Server|Show Log/);
    assert.equal(await w.page.locator('.editor-actions a.action-label.codicon-browser').count(), 0);
  });
});
