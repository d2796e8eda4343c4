import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { launchBrowser } from '../../scripts/host/workbench.mjs';
import { ROOT } from '../support/paths';
import { openArticle } from './article';
import { withWindow } from './window';

/** A script that leaves its name in the window. */
const mark = (name: string): string => `(window.ran=window.ran||{}).${name}=1`;
const HOSTILE: Readonly<Record<string, string>> = {
  script: `<script>${mark('script')}</script>`,
  error: `<img src="data:image/png;base64,x" onerror="${mark('error')}">`,
  svg: `<svg onload="${mark('svg')}"><circle r="9"></circle></svg>`,
  toggle: `<details open ontoggle="${mark('toggle')}"><summary>s</summary>t</details>`,
  frame: `<iframe srcdoc="<script>${mark('frame').replaceAll('window.', 'parent.')}</script>"></iframe>`,
  focus: `<input autofocus onfocus="${mark('focus')}">`,
  animate: `<svg><animate onbegin="${mark('animate')}" attributeName="x" dur="1s"></animate></svg>`,
  video: `<video><source onerror="${mark('video')}" src="data:video/mp4;base64,x"></video>`,
  style: `<style onload="${mark('style')}">p{color:red}</style>`,
  link: `<a id="link" href="javascript:${mark('link')}">link</a>`,
  button: `<form action="javascript:${mark('button')}"><button id="button">go</button></form>`,
  hovered: `<p onmouseover="${mark('hovered')}" id="hovered">point here</p>`,
  inForeign: `<math><mtext><img src="data:image/png;base64,x" onerror="${mark('inForeign')}"></mtext></math>`,
};
const ALL = Object.values(HOSTILE).join('\n\n');
const yaml = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const NAME = 'content/zh-CN/news/lanwang/hostile.zh-CN.md';
const ARTICLE = `---
title: ${yaml(`标题${HOSTILE['error']}${HOSTILE['script']}`)}
date: 2026-01-05
lead: ${yaml(HOSTILE['svg'] ?? '')}
summary: ${yaml(HOSTILE['script'] ?? '')}
categories: [${yaml(HOSTILE['error'] ?? '')}]
tags: [${yaml(`"><img src=x onerror="${mark('error')}">`)}, ${yaml('</script><script>parent.ran={a:1}</script>')}]
thumbnail: ${yaml(`javascript:${mark('link')}`)}
---

${ALL}

[link](javascript:${mark('link')} "${mark('link')}") ![x](javascript:${mark('error')}) [a](<data:text/html,<script>parent.ran={a:1}</script>>)

{{< figure src="x" link="javascript:${mark('link')}" caption="<img src=x onerror=${mark('error')}>" >}}

最后一段。
`;

/** What can be clicked and pointed at. */
const TOUCHED = ['#link', '#button', '#hovered'];

test('the hostile article would run scripts where nothing is done against it', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent(`<!DOCTYPE html><body>${ALL}</body>`);
    for (const what of TOUCHED) {
      await page.locator(what).hover();
      await page.locator(what).click();
    }
    const ran = () => page.evaluate<string[]>('Object.keys(window.ran || {}).sort()');
    for (const end = Date.now() + 10_000; (await ran()).length < Object.keys(HOSTILE).length && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(await ran(), Object.keys(HOSTILE).sort());
  } finally {
    await browser.close();
  }
});

test('no script of the hostile article runs in the preview', async () => {
  const config = readFileSync(path.join(ROOT, 'examples/newsroom/hugo.toml'), 'utf8');
  const files = {
    [NAME]: ARTICLE,
    // The site lets HTML through: then only the preview itself stands between the article and the editor.
    'hugo.toml': `${config}\n[markup.goldmark.renderer]\n  unsafe = true\n`,
  };
  await withWindow('safety', { files }, async (w) => {
    await openArticle(w, 'hostile.zh-CN.md');
    const asked: string[] = [];
    w.page.on('dialog', (dialog) => asked.push(dialog.message()));
    await w.run('Copydesk: Open Preview to the Side');
    const { preview } = w;
    await preview.locator('p', { hasText: '最后一段。' }).waitFor();
    await w.picture('safety');
    assert.ok((await preview.locator('h1').innerText()).includes('<script>'), 'the title is shown as text');
    for (const link of await preview.locator('a').all())
      if (await link.isVisible()) await link.click({ noWaitAfter: true });
    const hovered = preview.getByText('point here');
    await hovered.hover();
    const html = await preview.locator('#page').innerHTML();
    assert.doesNotMatch(html, /<script|<iframe|<form|<input|<style|<object|<embed|<animate/i);
    const attributes = await preview.locator('#page').evaluate((page) =>
      [
        ...(
          page as unknown as {
            querySelectorAll(what: string): Iterable<{ attributes: Iterable<{ name: string; value: string }> }>;
          }
        ).querySelectorAll('*'),
      ].flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`)),
    );
    assert.deepEqual(
      attributes.filter((text) => /^on|^srcdoc=|^(?:href|src|action)=\s*(?:javascript|data:text)/i.test(text)),
      [],
    );
    // Typing renders again; what came late would have run by then.
    await w.page.locator('.tab', { hasText: 'hostile.zh-CN.md' }).click();
    await w.goTo(2, 9);
    await w.type('再');
    await preview.locator('h1', { hasText: '再' }).waitFor();
    for (const frame of w.page.frames())
      assert.equal(await frame.evaluate('typeof window.ran').catch(() => 'undefined'), 'undefined', frame.url());
    assert.deepEqual(asked, []);
    const policy = await preview.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy ?? '', /default-src 'none'.*script-src 'nonce-[0-9a-f]{32}'$/);
  });
});
