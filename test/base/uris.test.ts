import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathBelow, uriOf } from '../../src/base/uris';

test('a path below a root is found however its URI is encoded', () => {
  assert.equal(pathBelow('file:///c%3A/news', 'file:///c:/news/content/%E4%B8%AD.md'), 'content/中.md');
  assert.equal(pathBelow('file:///news/', 'file:///news/a.md'), 'a.md');
});

test("a drive's letter is the same in capitals", () => {
  assert.equal(pathBelow('file:///c%3A/news', 'file:///C:/news/a.md'), 'a.md');
  assert.equal(pathBelow('file:///C:/news', 'file:///c%3A/news/a.md'), 'a.md');
  assert.equal(pathBelow('file:///C/news', 'file:///c/news/a.md'), undefined);
});

test('a folder that only begins like the root is not below it', () => {
  assert.equal(pathBelow('file:///news', 'file:///newsroom/a.md'), undefined);
  assert.equal(pathBelow('file:///news', 'file:///news'), undefined);
});

test('a path becomes a URI and comes back', () => {
  const uri = uriOf('file:///news', "content/中文/a b(1)'.md");
  assert.equal(uri, 'file:///news/content/%E4%B8%AD%E6%96%87/a%20b%281%29%27.md');
  assert.equal(pathBelow('file:///news', uri), "content/中文/a b(1)'.md");
});

test('a URI with a stray percent sign does not throw', () => {
  assert.equal(pathBelow('file:///news', 'file:///news/100%.md'), '100%.md');
});
