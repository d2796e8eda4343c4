import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { briefFrom, briefOf } from '../../src/article/brief';
import { frontMatterOf } from '../../src/article/frontMatterOf';
import { mutations } from '../support/mutations';
import { corpusArticle, corpusNames, ROOT, readShared, skipWithoutShared } from '../support/paths';

const FIELDS = new Set(['tags', 'categories', 'lang', 'widgets']);

function fast(text: string) {
  return briefOf('a.md', new TextEncoder().encode(text), FIELDS);
}

function exact(text: string) {
  return briefFrom('a.md', text, frontMatterOf(text), FIELDS);
}

/** What becomes of a text in a file: half characters are replaced. */
function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

test('a brief has the facts that the catalog keeps', () => {
  const text = '---\ntitle: "标题"\ndate: 2025-02-07\ndraft: true\nthumbnail: /a.png\ntags:\n  - a\n  - "b c"\n---\nx';
  assert.deepEqual(fast(text), {
    path: 'a.md',
    title: '标题',
    date: '2025-02-07',
    draft: true,
    thumbnail: '/a.png',
    terms: new Map([['tags', ['a', 'b c']]]),
  });
});

test('a text without front matter has an empty brief', () => {
  const empty = { path: 'a.md', title: '', date: '', draft: false, thumbnail: '', terms: new Map() };
  assert.deepEqual(fast('Text\n'), empty);
  assert.deepEqual(fast(''), empty);
});

test('unusual front matter is read by the real parser', () => {
  assert.equal(fast('---\ntitle: "a \\"b\\""\n---\n').title, 'a "b"');
  assert.equal(fast('---\ntitle: >\n  a\n  b\n---\n').title, 'a b\n');
  assert.equal(fast('+++\ntitle = "a"\n+++\n').title, 'a');
  assert.equal(fast('{"title": "a"}\n').title, 'a');
  assert.equal(fast('\ufeff\n---\ntitle: a\n---\n').title, 'a');
  assert.equal(fast('---\ntitle: "a\ntags: [b]\n---\n').terms.get('tags')?.join(), 'b');
  assert.equal(fast('---\nthumbnail: {src: a.png}\n---\n').thumbnail, 'a.png');
});

test('a term that stands twice counts once, and of two fields the one that Hugo uses', () => {
  assert.deepEqual(fast('---\nTags: [b, b]\ntags: [a, a]\n---\n').terms.get('tags'), ['b']);
  assert.deepEqual(fast('---\ntags: [a, a]\ntags: [b, b]\n---\n').terms.get('tags'), ['b']);
});

test('what decides an address, aliases, menus and the key of translations are kept where they are set', () => {
  const {
    path: _,
    title: __,
    date: ___,
    draft: ____,
    thumbnail: _____,
    terms: ______,
    ...more
  } = fast('---\ntitle: a\nslug: b\nurl: /c/\naliases:\n  - /d/\n  - e\nmenu: [main, ""]\ntranslationKey: f\n---\n');
  assert.deepEqual(more, {
    slug: 'b',
    url: '/c/',
    aliases: ['/d/', 'e'],
    menus: [{ menu: 'main' }, { menu: '' }],
    translationKey: 'f',
  });
  assert.deepEqual(fast('---\nmenu: ""\naliases: /a/ /b/\n---\n').menus, [{ menu: '' }]);
  assert.deepEqual(fast('---\naliases: /a/ /b/\n---\n').aliases, ['/a/', '/b/']);
  assert.deepEqual(fast('---\nmenu:\nslug:\n---\n').menus, undefined);
  assert.deepEqual(fast('---\nmenu:\n  Main:\n    name: x\n  foot:\n---\n').menus, [
    { menu: 'main', entry: 'x' },
    { menu: 'foot' },
  ]);
  assert.deepEqual(fast('---\ntitle: a\nlinkTitle: b\nmenu: main\n---\n').menus, [{ menu: 'main', entry: 'b' }]);
  assert.equal(fast('---\n_build:\n  render: never\n---\n').hidden, true);
  assert.equal(fast('---\nheadless: true\n---\n').hidden, true);
});

test('the scanner agrees with the real parser on fields that connect articles', () => {
  const texts = [
    'slug: ~',
    'slug: 5',
    'slug: [a]',
    'url: null',
    'aliases: []',
    'aliases: ["/a/", "", "/a/"]',
    'aliases: " /a/  /b/ "',
    'aliases: 5',
    'menu: ""',
    "menu: ''",
    'menu: ~',
    'menu: true',
    'menu: [main, main]',
    'menu: []',
    'menu:\n  - main\n  - ~\n  - ""',
    'menus: a\nmenu: b',
    'menus:\nmenu: b',
    'menu: b\nmenu:\n  - c',
    'menu: b\nmenu:',
    'Menu: b\nmenu: c',
    'linkTitle: x\nmenu: [a, ""]',
    'translationKey: 5',
    'headless: false',
  ].map((fields) => `---\ntitle: a\n${fields}\n---\n`);
  for (const text of [...texts, ...mutations(texts, 4000, 12).map(wellFormed)])
    assert.deepEqual(fast(text), exact(text), text);
});

test('text and bytes give the same', () => {
  const text = '\ufeff---\r\ntitle: 题\r\ntags: [甲]\r\n---\r\n正文';
  assert.deepEqual(briefOf('a.md', text, FIELDS), fast(text));
  assert.equal(fast(text).title, '题');
});

test('the scanner agrees with the real parser on the sample articles and on what becomes of them', () => {
  const folder = path.join(ROOT, 'examples/newsroom/content');
  const names = readdirSync(folder, { recursive: true }).map(String);
  const texts = names
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  assert.ok(texts.length >= 40);
  for (const text of [...texts, ...mutations(texts, 5000, 11).map(wellFormed)])
    assert.deepEqual(fast(text), exact(text), text.slice(0, 1500));
});

test('the scanner agrees with the real parser on the reference articles', { skip: skipWithoutShared }, () => {
  const cases = JSON.parse(readShared('corpus/front-matter.json')) as { text: string }[];
  const texts = [...corpusNames().map(corpusArticle), ...cases.map(({ text }) => text)];
  for (const text of texts) assert.deepEqual(fast(text), exact(text), text.slice(0, 1500));
});
