import assert from 'node:assert/strict';
import { test } from 'node:test';
import { externalLink, fromPreview, previewState } from '../../src/protocol/preview';

test('messages of the page are read into their type', () => {
  assert.deepEqual(fromPreview({ type: 'ready' }), { type: 'ready' });
  assert.deepEqual(fromPreview({ type: 'open', line: 12 }), { type: 'open', line: 12 });
  assert.deepEqual(fromPreview({ type: 'scrolled', line: 3.5 }), { type: 'scrolled', line: 3.5 });
  assert.deepEqual(fromPreview({ type: 'link', href: 'https://a.cn' }), { type: 'link', href: 'https://a.cn' });
});

test('anything else from the page is nothing', () => {
  for (const wrong of [
    undefined,
    'ready',
    {},
    { type: 'command', command: 'x' },
    { type: 'open' },
    { type: 'open', line: '1' },
    { type: 'open', line: 0.5 },
    { type: 'scrolled', line: -1 },
    { type: 'scrolled', line: Number.POSITIVE_INFINITY },
    { type: 'link', href: null },
  ])
    assert.equal(fromPreview(wrong), undefined, JSON.stringify(wrong));
});

test('a remembered place needs an address and a line', () => {
  assert.deepEqual(previewState({ uri: 'file:///a.md', line: 0 }), { uri: 'file:///a.md', line: 0 });
  assert.equal(previewState({ line: 0 }), undefined);
});

test('only web and mail addresses are opened outside', () => {
  assert.equal(externalLink(' https://a.cn/b '), 'https://a.cn/b');
  assert.equal(externalLink('HTTP://a.cn'), 'HTTP://a.cn');
  assert.equal(externalLink('mailto:a@b.cn'), 'mailto:a@b.cn');
  for (const href of [
    'javascript:alert(1)',
    'command:workbench.action.quit',
    'vscode://x/y',
    'file:///etc/passwd',
    'data:text/html,x',
    '/tags/qq/',
    '#top',
    'http:a',
    '',
  ])
    assert.equal(externalLink(href), undefined, href);
});
