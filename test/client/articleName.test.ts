import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposeName } from '../../src/client/commands/articleName';

const now = '2026-02-07T19:11:57+08:00';

test('among numbered articles the moment makes the name, with the language of its neighbours', () => {
  const siblings = ['20251118A0BH10.zh-CN.md', '20251202A0BH09.zh-CN.md', '_index.md'];
  assert.equal(proposeName({ title: '海港夜市', siblings, now }), '20260207191157.zh-CN.md');
});

test('among dated names a Latin title becomes a slug', () => {
  const siblings = ['2026-01-02-first-snow.en.md', '2026-01-09-late-trams.en.md'];
  assert.equal(
    proposeName({ title: 'Évora’s trams: back at last!', siblings, now }),
    '2026-02-07-evora-s-trams-back-at-last.en.md',
  );
});

test('among dated names a Chinese title leaves the time of day', () => {
  assert.equal(proposeName({ title: '海港夜市', siblings: ['2026-01-02-a.md'], now }), '2026-02-07-1911.md');
});

test('an empty folder gives no language', () => {
  assert.equal(proposeName({ title: '', siblings: [], now }), '20260207191157.md');
  assert.equal(proposeName({ title: 'Late trams', siblings: [], now }), '2026-02-07-late-trams.md');
});

test('the language most neighbours carry wins', () => {
  const siblings = ['1.en.md', '2.ja.md', '3.ja.md', 'cover.jpg'];
  assert.equal(proposeName({ title: '', siblings, now }), '20260207191157.ja.md');
});

test('a name that is taken, in whatever case, gets a number', () => {
  const siblings = ['20260207191157.zh-CN.md', '20260207191157-2.ZH-CN.md', '1.zh-CN.md'];
  assert.equal(proposeName({ title: '', siblings, now }), '20260207191157-3.zh-CN.md');
});
