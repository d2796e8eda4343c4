import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleItems, articleState, renderResult, siteResult } from '../../src/protocol/requests';

test('a right answer is taken as it is, without what nobody asked for', () => {
  const state = { uri: 'file:///a.md', article: true, frontMatterEnd: 9 };
  assert.deepEqual(articleState({ ...state, extra: 1 }), state);
});

test('an article without front matter ends it at minus one', () => {
  assert.equal(articleState({ uri: 'file:///a.md', article: false, frontMatterEnd: -1 })?.frontMatterEnd, -1);
});

test('a field that is missing, of another type or no whole number makes the answer wrong', () => {
  const right = { uri: 'file:///a.md', article: true, frontMatterEnd: 9 };
  for (const wrong of [
    undefined,
    null,
    'article',
    [],
    { ...right, uri: 5 },
    { ...right, article: 'true' },
    { ...right, frontMatterEnd: 1.5 },
    { ...right, frontMatterEnd: Number.NaN },
    { uri: right.uri, article: true },
  ])
    assert.equal(articleState(wrong), undefined, JSON.stringify(wrong));
});

test('inherited properties are not read', () => {
  assert.equal(articleState(Object.create({ uri: 'a', article: true, frontMatterEnd: 1 })), undefined);
});

test('the root of a rendered article may be left out, but must be text when it is there', () => {
  const rendered = { version: 3, html: '<p>a</p>', title: 'a', language: 'zh-cn' };
  assert.deepEqual(renderResult(rendered), rendered);
  assert.deepEqual(renderResult({ ...rendered, rootUri: 'file:///site' }), { ...rendered, rootUri: 'file:///site' });
  assert.deepEqual(renderResult({ ...rendered, rootUri: null }), rendered);
  assert.equal(renderResult({ ...rendered, rootUri: 7 }), undefined);
});

test('one wrong item makes a list wrong', () => {
  const item = { uri: 'file:///a.md', title: '标题', date: '2025-02-07', path: 'content/a.md' };
  assert.deepEqual(articleItems([item, item]), [item, item]);
  assert.equal(articleItems([item, { ...item, title: undefined }]), undefined);
  assert.deepEqual(articleItems([]), []);
});

test('lists inside an answer are read to the bottom', () => {
  const section = { folder: 'content/zh-cn/news', language: 'zh-cn', articles: 12 };
  const site = { rootUri: 'file:///s', found: true, sections: [section], now: '2026-02-07T19:11:57+08:00' };
  assert.deepEqual(siteResult(site), site);
  assert.equal(siteResult({ ...site, sections: [{ ...section, articles: '12' }] }), undefined);
});
