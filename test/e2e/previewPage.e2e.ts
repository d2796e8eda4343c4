import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as esbuild from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundles } from '../../scripts/build.mjs';
import { launchBrowser } from '../../scripts/host/workbench.mjs';
import { policyOf } from '../../src/client/preview/policy';
import type { FromPreview, ToPreview } from '../../src/protocol/preview';

// The page inside the preview, in a browser without VS Code around it.

const ORIGIN = 'https://preview.test';
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

let browser: Browser;
let script: string;
before(async () => {
  const options = bundles(false).find((bundle) => 'preview' in bundle.entryPoints);
  const built = await esbuild.build({ ...options, outdir: 'dist', write: false });
  script = built.outputFiles?.find((file) => file.path.endsWith('.js'))?.text ?? '';
  browser = await launchBrowser();
});
after(() => browser.close());

interface Opened {
  readonly page: Page;
  readonly asked: string[];
  readonly show: (body: string, more?: Partial<Extract<ToPreview, { type: 'render' }>>) => Promise<void>;
  readonly send: (message: ToPreview) => Promise<void>;
  readonly heard: () => Promise<FromPreview[]>;
}

/** Opens the page; pictures whose name has `lost` in it are not there. */
async function open(policy = policyOf(ORIGIN, 'n')): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 600, height: 500 } });
  const asked: string[] = [];
  await page.route('**', (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === '/') return route.fulfill({ contentType: 'text/html', body: shell(policy) });
    if (url.pathname === '/preview.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    asked.push(decodeURIComponent(url.pathname));
    if (url.pathname.includes('lost')) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: 'image/gif', body: PIXEL });
  });
  await page.goto(`${ORIGIN}/`);
  const send = async (message: ToPreview) => {
    await page.evaluate(`window.dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify(message)} }))`);
  };
  return {
    page,
    asked,
    send,
    show: (body, more) => send({ ...rendered(body), ...more }),
    heard: () => page.evaluate('window.heard'),
  };
}

function shell(policy: string): string {
  return `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="${policy}">
<body data-missing="does not load" data-nowhere="no address" data-retry="again"><div id="failure" hidden><strong></strong><span></span></div>
<div id="page"></div><script nonce="n">window.heard = []; window.acquireVsCodeApi = () => ({ postMessage: (m) => heard.push(m), setState() {} });</script>
<script nonce="n" src="/preview.js"></script>`;
}

function rendered(body: string): Extract<ToPreview, { type: 'render' }> {
  const html = `<article class="post"><h1 class="post__title" data-line="1">标题</h1><div class="content post__content">${body}</div></article>`;
  return {
    type: 'render',
    uri: 'file:///a.md',
    version: 1,
    html,
    language: 'zh-cn',
    base: `${ORIGIN}/site`,
    lines: 99,
  };
}

const content = (page: Page) => page.evaluate(`document.querySelector('.post__content').innerHTML`);

/** Waits until an expression is true in the page; its policy keeps the browser driver from waiting there. */
async function until(page: Page, expression: string): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(50))
    if (await page.evaluate(expression)) return;
  assert.fail(`waited in vain: ${expression}`);
}

test('the page says that it is ready and shows what it gets', async () => {
  const { page, show, heard } = await open();
  assert.deepEqual(await heard(), [{ type: 'ready' }]);
  await show('<p data-line="3">你好</p>');
  assert.equal(await content(page), '<p data-line="3">你好</p>');
  assert.equal(await page.evaluate('document.documentElement.lang'), 'zh-cn');
});

test('after any edit the page equals one that is built afresh', async () => {
  const { page, show } = await open();
  const blocks = [
    '<p>甲</p>',
    '<p>乙<em>丙</em></p>',
    '<h2 id="x">丁</h2>',
    '<ul><li>戊</li></ul>',
    '<blockquote><p>己</p></blockquote>',
  ];
  let seed = 7;
  const random = (n: number) => {
    seed = (seed * 16807) % 2147483647;
    return seed % n;
  };
  let list = [...blocks, ...blocks];
  for (let round = 0; round < 150; round++) {
    list = list.filter(() => random(8) > 0);
    for (let n = random(3); n > 0; n--) list.splice(random(list.length + 1), 0, blocks[random(blocks.length)] ?? '');
    const body = list.map((block, line) => block.replace(/^<(\w+)/, `<$1 data-line="${line * 2}"`)).join('\n');
    await show(body);
    assert.equal(String(await content(page)).replaceAll('\n', ''), body.replaceAll('\n', ''), `round ${round}`);
  }
});

test('typing touches no block but the one typed in, and a new block above moves the others on', async () => {
  const { page, show } = await open();
  const picture = '<p data-line="7"><img data-file="img/a 港.gif" alt="a"></p>';
  await show(`<p data-line="3">a</p>${picture}`);
  await page.evaluate(`window.kept = document.querySelector('img')`);
  await show(`<p data-line="3">ab</p>${picture}`);
  await show(`<p data-line="3">ab</p><p data-line="5">new</p>${picture.replace('7', '9')}`);
  assert.equal(await page.evaluate(`window.kept === document.querySelector('img')`), true);
  assert.equal(await page.evaluate(`window.kept.parentElement.dataset.line`), '9');
});

test('a picture of the workspace is asked for once, by its escaped address', async () => {
  const { page, show, asked } = await open();
  await show('<p><img data-file="static/img/港 1#2.gif" alt=""></p>');
  await show('<p><img data-file="static/img/港 1#2.gif" alt=""></p><p>more</p>');
  await until(page, `document.querySelector('img').naturalWidth === 1`);
  assert.deepEqual(asked, ['/site/static/img/港 1#2.gif']);
});

test('a picture that does not load leaves its alt text, stays so while typing, and is tried again on a click', async () => {
  const { page, show, asked } = await open();
  await show('<p><img data-file="lost.gif" alt="海港"></p>');
  await page.locator('.lost').waitFor();
  assert.match(await page.locator('.lost').innerText(), /海港\s*does not load\s*lost\.gif/);
  await page.evaluate(`window.kept = document.querySelector('.lost')`);
  await show('<p><img data-file="lost.gif" alt="海港"></p><p>typed</p>');
  assert.equal(await page.evaluate(`window.kept === document.querySelector('.lost')`), true);
  assert.equal(asked.length, 1);
  await page.locator('.lost').click();
  await page.locator('.lost').waitFor();
  assert.equal(asked.length, 2);
});

test('a picture without an address says so', async () => {
  const { page, show } = await open();
  await show('<p><img src="" alt=""></p>');
  assert.match(await page.locator('.lost').innerText(), /no address/);
});

for (const html of [
  '<img src="https://preview.test/lost" onerror="window.ran = 1">',
  '<a href="javascript:window.ran=1" id="link">x</a>',
]) {
  test(`no script of an article runs: ${html}`, async () => {
    const run = async (policy?: string) => {
      const { page, show } = await open(policy);
      await show(`<p>${html}</p>`);
      await page.waitForTimeout(300);
      // A click that our own script does not see
      await page.evaluate(`document.getElementById('link') && (location.href = document.getElementById('link').href)`);
      await page.waitForTimeout(100);
      return page.evaluate('window.ran');
    };
    assert.equal(await run('img-src *'), 1, 'without the policy it would');
    assert.equal(await run(), undefined);
  });
}

test('links are handed over or lead to their place, and never open by themselves', async () => {
  const { page, show, heard } = await open();
  const filler = '<p>填</p>'.repeat(60);
  await show(
    `<p><a href="https://a.cn/b">a</a> <a href="command:x">b</a> <a href="#fn:1">c</a></p>${filler}<p id="fn:1">note</p>`,
  );
  for (const text of ['a', 'b', 'c']) await page.locator('a', { hasText: text }).click();
  const links = (await heard()).filter((message) => message.type === 'link');
  assert.deepEqual(links, [
    { type: 'link', href: 'https://a.cn/b' },
    { type: 'link', href: 'command:x' },
  ]);
  await until(page, 'document.documentElement.scrollTop > 300');
});

test('a double click names the line of the innermost block', async () => {
  const { page, show, heard } = await open();
  await show('<ul data-line="3"><li data-line="4">一</li><li data-line="5">二</li></ul>');
  await page.locator('li', { hasText: '二' }).dblclick();
  assert.deepEqual((await heard()).at(-1), { type: 'open', line: 5 });
});

test('the page scrolls to the place of the source, also between two blocks', async () => {
  const { page, show, send } = await open();
  await show(Array.from({ length: 40 }, (_, n) => `<p data-line="${n * 2 + 2}">第 ${n} 段</p>`).join(''));
  const topOf = (text: string) =>
    page.evaluate<number>(
      `[...document.querySelectorAll('p')].find((p) => p.textContent === '${text}').getBoundingClientRect().top`,
    );
  await send({ type: 'scroll', line: 42 });
  await until(page, 'document.documentElement.scrollTop > 400');
  await page.waitForTimeout(500);
  const at = await topOf('第 20 段');
  assert.ok(Math.abs(at - 20) < 3, `${at}`);
  const before = await page.evaluate<number>('document.documentElement.scrollTop');
  await send({ type: 'scroll', line: 43 });
  await page.waitForTimeout(500);
  const half = (await page.evaluate<number>('document.documentElement.scrollTop')) - before;
  assert.ok(half > 5 && half < 40, `${half}`);
});

test('scrolling by hand tells the editor, scrolling for the editor does not', async () => {
  const { page, show, send, heard } = await open();
  await show(Array.from({ length: 60 }, (_, n) => `<p data-line="${n + 2}">第 ${n} 段</p>`).join(''));
  await send({ type: 'scroll', line: 30 });
  await page.waitForTimeout(500);
  assert.ok((await heard()).every((message) => message.type !== 'scrolled'));
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 300);
  await until(page, `window.heard.some((message) => message.type === 'scrolled' && message.line > 30)`);
});

test('a failure is told above the last good page, and goes with the next one', async () => {
  const { page, show, send } = await open();
  await show('<p>good</p>');
  await send({ type: 'failed', text: 'Not now.', detail: 'because' });
  assert.match(await page.locator('#failure').innerText(), /Not now\.\s*because/);
  assert.ok(await page.locator('p', { hasText: 'good' }).isVisible());
  await show('<p>better</p>');
  assert.ok(await page.locator('#failure').isHidden());
});
