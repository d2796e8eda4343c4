import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scanUsual } from '../../src/article/frontMatter/usual';
import { readFrontMatter } from '../../src/article/frontMatterOf';
import { mutations, random } from '../support/mutations';
import { corpusArticle, corpusNames, ROOT, readShared, skipWithoutShared } from '../support/paths';

/** How many of the texts are read the short way; each of them must be read as the real readers do. */
function equalOf(texts: readonly string[]): number {
  let short = 0;
  for (const text of texts) {
    const found = scanUsual(text);
    if (!found) continue;
    short++;
    assert.deepStrictEqual(found, readFrontMatter(text), JSON.stringify(text.slice(0, 1500)));
  }
  return short;
}

const newsroom = (() => {
  const folder = path.join(ROOT, 'examples/newsroom/content');
  const names = readdirSync(folder, { recursive: true }).map(String);
  return names.filter((name) => name.endsWith('.md')).map((name) => readFileSync(path.join(folder, name), 'utf8'));
})();
const cases = (): string[] =>
  (JSON.parse(readShared('corpus/front-matter.json')) as { text: string }[]).map(({ text }) => text);

test('the usual forms are read the short way', () => {
  const usual = [
    '---\ntitle: a\n---\n',
    '\ufeff---\r\ntitle: "题"\r\ntags:\r\n- a\r\n- "b"\r\n---\r\n正文',
    '---\na: [x, "y, z", \'w\']\nb: []\nc:\nd: "e \\"f\\" \\\\"\n---',
    '---\n# note\n\ntags:\n  # why\nk: 1_000\n---\n',
    '---\n---\n',
  ];
  assert.equal(equalOf(usual.filter((_, i) => i !== 3)), 4);
  assert.equal(equalOf([usual[3]!]), 0, 'a comment that is further in is none');
});

test('the short way is not taken where anything is unusual', () => {
  const unusual = [
    'title: a\n',
    '+++\ntitle = "a"\n+++\n',
    '---\ntitle: "a\n---\n',
    '---\ntitle: a\nTitle: b\n---\n',
    '---\ntitle: >\n  a\n---\n',
    '---\ntitle: a\n  b\n---\n',
    '---\ntags: [a, b\n---\n',
    '---\ntags:\n  - a: b\n---\n',
    '---\ntitle：a\n---\n',
    '---\ntitle: a # b\n---\n',
    '---\n\ttitle: a\n---\n',
    '---\ntitle: \ud800\n---\n',
    '---\na: "\\q"\n---\n',
    '----\na: b\n---\n',
    '---\na: b\n',
  ];
  for (const text of unusual) assert.equal(scanUsual(text), undefined, text);
});

test('the short way reads the sample articles, and what becomes of them, as the real readers do', () => {
  assert.ok(equalOf(newsroom) > 0.9 * newsroom.length);
  assert.ok(equalOf(mutations(newsroom, 10_000, 21)) > 2000);
});

test('the short way reads the reference articles and what becomes of them', { skip: skipWithoutShared }, () => {
  const articles = corpusNames().map(corpusArticle);
  assert.equal(equalOf(articles), articles.length, 'all are of the usual forms');
  assert.ok(equalOf(cases()) > 100);
  assert.ok(equalOf(mutations(articles, 10_000, 22)) > 2000);
  assert.ok(equalOf(mutations(cases(), 10_000, 23)) > 1000);
});

const VALUES = [
  ...[
    'a',
    '题',
    'a b',
    'yes',
    'n',
    '5',
    '-5',
    '0x1F',
    '.5',
    '1e3',
    '1_0',
    '~',
    'null',
    '=',
    '<<',
    '2025-02-07',
    'C#',
    'a#b',
  ],
  ...[
    'a:b',
    'http://a.b/c?d=e',
    'a: b',
    'a #b',
    'a:',
    '"a"',
    "'a'",
    '""',
    "''",
    '"a',
    "'a''b'",
    '"a\\"b"',
    '"\\\\"',
    '"\\\\\\""',
  ],
  ...[
    '"\\n"',
    '"a" b',
    '"a, b"',
    '[a]',
    '[]',
    '[ ]',
    '[a, b]',
    '["a","b"]',
    '[ "a" , b ]',
    '[a, ]',
    '[a b, c]',
    '[,]',
    '[a,,b]',
  ],
  ...[
    '[[a]]',
    '[a]b',
    '["a" b]',
    '[a: b]',
    '{}',
    '{a: b}',
    '*a',
    '&a b',
    '!!str a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '- a',
    '-a',
  ],
  ...[
    'a,b',
    'a]',
    'a\u00a0',
    '\u3000a\u3000',
    '😀',
    '"😀"',
    'a  ',
    '',
    ' ',
    '"[{"',
    'a-',
    '---',
    '...',
    'a\\b',
    '(a)',
    '《a》：b',
  ],
];
const LINES: readonly ((value: string, key: string) => string)[] = [
  (value, key) => `${key}: ${value}`,
  (value, key) => `${key}: ${value}`,
  (value, key) => `${key}:  ${value} `,
  (_, key) => `${key}:`,
  (value) => `  - ${value}`,
  (value) => `  - ${value}`,
  (value) => `- ${value}`,
  (value, key) => `${key}:\n  - ${value}\n  -   ${value}`,
  (value, key) => `${key}:\n- ${value}\n\n# c\n- ${value}`,
  () => '# comment: "',
  () => '',
  () => '  ',
];
const KEYS = ['title', 'date', 'tags', 'a', 'y', 'No', 'k-1', 'k_2', '_a', '5', 'null', 'tags', '"q"', '中'];

test('the short way reads front matter of all sorts of lines as the real readers do', () => {
  const next = random(24);
  const of = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const texts = Array.from({ length: 20_000 }, () => {
    const lines = Array.from({ length: 1 + Math.floor(next() * 4) }, () => of(LINES)(of(VALUES), of(KEYS)));
    return ['---', ...lines, '---', ''].join(next() < 0.1 ? '\r\n' : '\n');
  });
  assert.ok(equalOf(texts) > 3000);
});
