import assert from 'node:assert/strict';
import test from 'node:test';
import { withWindow } from './window';

const FAULTY = 'faulty/sidebar-middle.zh-CN.md';
const RULE = 'unknown-sidebar';

test('a faulty article shows its fault in Problems', async () => {
  await withWindow('faulty', {}, async (w) => {
    await w.open(FAULTY);
    assert.match(await (await w.problem(RULE)).innerText(), /Mainroad/);
    await w.picture('faulty');
  });
});

test('in a Chinese window the fault and the commands are in Chinese', async () => {
  await withWindow('faulty-zh', { locale: 'zh-cn' }, async (w) => {
    await w.open(FAULTY);
    assert.match(await (await w.problem(RULE)).innerText(), /侧栏/);
    assert.ok((await w.offered('Copydesk')).some((title) => /预览/.test(title)));
    await w.picture('faulty-zh');
  });
});

test('in restricted mode articles are still checked', async () => {
  await withWindow('faulty-restricted', { trust: 'restricted' }, async (w) => {
    await w.page.locator('.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await w.open(FAULTY);
    await w.problem(RULE);
  });
});
