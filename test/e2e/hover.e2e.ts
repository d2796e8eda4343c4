import assert from 'node:assert/strict';
import test from 'node:test';
import { colourOf, isRed, openArticle, widthOf } from './article';
import { png, servePictures } from './pictures';
import { withWindow } from './window';
import type { Workbench } from './workbench';

const NAME = 'content/zh-CN/news/lanwang/pictures.zh-CN.md';
const RED = [220, 30, 40] as const;

/** The picture that our hover on a text shows, painted: its natural width and the colour in its middle. */
async function seen(
  w: Workbench,
  editorName: string,
  on: string,
  wanted: string,
): Promise<{ width: number; colour: number[] }> {
  const hover = await w.hover(w.editor(editorName), on, wanted);
  const picture = hover.locator('.hover-row', { hasText: wanted }).locator('img').first();
  const width = await widthOf(picture);
  return { width, colour: await colourOf(picture) };
}

test('a hover shows the picture itself: from the static folder, of a bundle, over https and http', async () => {
  const web = await servePictures();
  const text = `---
title: "图"
date: 2026-01-05
thumbnail: "/img/red-thumb.png"
---

![港口](/img/red-local.png)

![大图](/img/red-large.png)

![远处](https://picture.example.com/om_bt/red-remote/641)

<img src="https://picture.example.com/om_bt/red-tag/641" alt="标签">

![近处](${web.origin}/red)
`;
  const files = {
    [NAME]: text,
    'static/img/red-thumb.png': png(90, 60, RED),
    'static/img/red-local.png': png(120, 80, RED),
    'static/img/red-large.png': Buffer.concat([png(1600, 900, RED), Buffer.alloc(200_000, 7)]),
    'content/zh-CN/news/lanwang/bundle/index.md': '---\ntitle: "束"\ndate: 2026-01-05\n---\n\n![束图](red-near.png)\n',
    'content/zh-CN/news/lanwang/bundle/red-near.png': png(64, 48, RED),
  };
  const settings = { 'copydesk.images.allowedHosts': ['127.0.0.1'] };
  try {
    await withWindow(
      'hover',
      {
        files,
        settings,
        outside: (route) =>
          route.request().url().startsWith('https://picture.example.com/')
            ? route.fulfill({ contentType: 'image/png', body: png(320, 200, RED) })
            : route.abort(),
      },
      async (w) => {
        await openArticle(w, 'pictures.zh-CN.md');
        const cases: [string, string, number, string][] = [
          ['red-local', 'Alt text: 港口', 120, 'local'],
          ['red-thumb', 'From static', 90, 'thumbnail'],
          ['red-remote', 'Alt text: 远处', 320, 'https'],
          ['red-tag', 'Alt text: 标签', 320, 'tag'],
          [`:${new URL(web.origin).port}`, 'Alt text: 近处', 120, 'http'],
          ['red-large', 'Alt text: 大图', 1600, 'large'],
        ];
        for (const [on, wanted, width, name] of cases) {
          const picture = await seen(w, 'pictures.zh-CN.md', on, wanted);
          await w.picture(`hover-${name}`);
          assert.equal(picture.width, width, name);
          assert.ok(isRed(picture.colour), `${name}: ${picture.colour}`);
        }
        await openArticle(w, 'bundle/index.md');
        const near = await seen(w, 'bundle/index.md', 'red-near', 'Alt text: 束图');
        assert.equal(near.width, 64);
        assert.ok(isRed(near.colour));
      },
    );
  } finally {
    await web.close();
  }
});

test('a hover tells what a key is for and how often a tag is used', async () => {
  await withWindow('hover-words', {}, async (w) => {
    const editor = await openArticle(w, '20260302A0BH01.zh-CN.md');
    const key = await w.hover(editor, 'authorbox', 'Mainroad');
    await w.picture('hover-key');
    assert.match(await key.innerText(), /author/);
    await w.hover(editor, '公共交通', 'articles use it');
    await w.picture('hover-tag');
    const real = await w.hover(editor, 'tram-opening', 'From static');
    assert.ok((await widthOf(real.locator('img').first())) > 100);
    await w.picture('hover-image');
  });
});
