import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { acceptAt, labelOf, openAt, suggestionsAt, suggestionsWith } from './caret';
import { closeAll, until, writeFile } from './support';

const FOLDER = 'content/zh-CN/news/lanwang';
let count = 0;
const fresh = (): string => `${FOLDER}/completed-${++count}.zh-CN.md`;
const at = (marked: string) => openAt(fresh(), marked);

async function labels(marked: string, wanted: string): Promise<string[]> {
  return (await suggestionsWith(await at(marked), wanted)).map(labelOf);
}

/** What is written beside a term: `3 articles`. */
const countOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? '' : (label.description ?? '');

/** The terms that this suite made; half-typed ones of its articles are in the catalog too. */
const ours = (items: readonly vscode.CompletionItem[]): vscode.CompletionItem[] =>
  items.filter((item) => ['试甲', '试乙', '试丙'].includes(labelOf(item)));

function documentationOf({ documentation }: vscode.CompletionItem): string {
  return typeof documentation === 'object' ? documentation.value : (documentation ?? '');
}

suite('completion of front matter', () => {
  suiteSetup(async () => {
    const tagged = (tags: string) => `---\ntitle: "标签"\ndate: 2026-01-05\ntags: [${tags}]\n---\n\n正文\n`;
    await writeFile(`${FOLDER}/tagged-1.zh-CN.md`, tagged('试甲, 试乙, 试丙'));
    await writeFile(`${FOLDER}/tagged-2.zh-CN.md`, tagged('试甲, 试乙'));
    await writeFile(`${FOLDER}/tagged-3.zh-CN.md`, tagged('试甲'));
    const place = await at('---\ntitle: "等"\ntags: [试|]\n---\n');
    await until('the three articles are in the catalog', async () => {
      const items = await suggestionsAt(place);
      return ours(items).map(countOf).join() === '3 articles,2 articles,1 article';
    });
    await closeAll();
  });
  teardown(closeAll);

  test('offers the keys that are not there yet, each with documentation', async () => {
    const items = await suggestionsWith(await at('---\ntitle: "键"\nlead: ""\n|\n---\n'), 'sidebar');
    const offered = items.map(labelOf);
    for (const key of ['date', 'tags', 'categories', 'thumbnail', 'widgets', 'authorbox', 'menu', 'summary'])
      assert.ok(offered.includes(key), key);
    for (const key of ['title', 'lead']) assert.ok(!offered.includes(key), key);
    for (const item of items) assert.ok(documentationOf(item).length > 20, labelOf(item));
    const sidebar = items.find((item) => labelOf(item) === 'sidebar');
    assert.match(documentationOf(sidebar!), /Where the sidebar stands/);
  });

  test('offers true and false', async () => {
    assert.deepEqual(await labels('---\ntitle: "甲"\ntoc: |\n---\n', 'true'), ['true', 'false']);
  });

  test('offers the sides of the sidebar', async () => {
    assert.deepEqual(await labels('---\ntitle: "甲"\nsidebar: "|"\n---\n', 'left'), ['right', 'left', 'false']);
  });

  test('offers the widgets that are not in the list yet', async () => {
    const offered = await labels('---\ntitle: "甲"\nwidgets:\n  - "search"\n  - "|"\n---\n', 'taglist');
    assert.ok(offered.includes('recent') && offered.includes('categories'));
    assert.ok(!offered.includes('search'));
  });

  test('offers the languages as the newsroom writes them', async () => {
    const offered = await labels('---\ntitle: "甲"\nlang:\n  - "|"\n---\n', 'zh-CN');
    assert.deepEqual(offered.slice(0, 1), ['zh-CN']);
    for (const language of ['en', 'ja']) assert.ok(offered.includes(language), language);
  });

  test('offers now in the time zone of the site as the date', async () => {
    const place = await at('---\ntitle: "甲"\ndate: |\n---\n');
    const [now] = await until('the date', () => suggestionsAt(place));
    const text = labelOf(now!);
    assert.match(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
    assert.ok(Math.abs(Date.parse(text) - Date.now()) < 60_000, text);
  });

  const places = {
    'a block list': '---\ntitle: "甲"\ntags:\n  - 试|\n---\n',
    'a block list with quotes': '---\ntitle: "甲"\ntags:\n  - "试|"\n---\n',
    'a block list without indentation': '---\ntitle: "甲"\ntags:\n- 试|\n---\n',
    'a flow list': '---\ntitle: "甲"\ntags: [试|]\n---\n',
    'a flow list with single quotes': "---\ntitle: '甲'\ntags: ['试|']\n---\n",
    'a flow list over several lines': '---\ntitle: "甲"\ntags: [\n  试|\n]\n---\n',
    'a quote that is still open': '---\ntitle: "甲"\ntags:\n  - "试|\nlead: ""\n---\n',
    'a flow list that is still open': '---\ntitle: "甲"\ntags: [试|\nlead: ""\n---\n',
    'front matter that is broken further up': '---\ntitle: "甲\nlead: b: c\ntags:\n  - 试|\n---\n',
    'front matter that is not closed': '---\ntitle: "甲"\ntags:\n  - 试|\n',
  };
  for (const [where, marked] of Object.entries(places))
    test(`offers tags with their counts, most used first, in ${where}`, async () => {
      const items = await suggestionsWith(await at(marked), '试甲');
      assert.deepEqual(
        ours(items).map((item) => [labelOf(item), countOf(item)]),
        [
          ['试甲', '3 articles'],
          ['试乙', '2 articles'],
          ['试丙', '1 article'],
        ],
      );
    });

  test('leaves out the tags that the article has already', async () => {
    const items = await suggestionsWith(await at('---\ntitle: "甲"\ntags: ["试甲", "试|"]\n---\n'), '试乙');
    assert.deepEqual(ours(items).map(labelOf), ['试乙', '试丙']);
  });

  test('does not offer the half-typed tag itself', async () => {
    const items = await suggestionsWith(await at('---\ntitle: "甲"\ntags:\n  - "公|"\n---\n'), '公共交通');
    assert.ok(!items.map(labelOf).includes('公'));
  });

  test('offers every tag of the newsroom where nothing is typed, most used first', async () => {
    const items = await suggestionsWith(await at('---\ntitle: "甲"\ntags:\n  - |\n---\n'), '公共交通');
    const counts = items.map((item) => Number.parseInt(countOf(item), 10));
    assert.ok(counts.length > 10);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
  });

  test('offers the categories of all articles', async () => {
    const offered = await labels('---\ntitle: "甲"\ncategories:\n  - "|"\n---\n', '城市');
    assert.ok(offered.includes('科技'));
  });

  const written: Readonly<Record<string, readonly [string, string, string]>> = {
    'a quoted item': [
      '---\r\ntags:\r\n  - "试|"  # 注\r\n---\r\n',
      '试乙',
      '---\r\ntags:\r\n  - "试乙"  # 注\r\n---\r\n',
    ],
    'a plain item': ['---\ntags:\n- 旧\n- 试|\n---\n', '试乙', '---\ntags:\n- 旧\n- 试乙\n---\n'],
    'a single-quoted item': ["---\ntags: ['旧', '试|']\n---\n", '试乙', "---\ntags: ['旧', '试乙']\n---\n"],
    'a new item among quoted ones': [
      '---\ntags:\n  - "旧"\n  - |\n---\n',
      '试乙',
      '---\ntags:\n  - "旧"\n  - "试乙"\n---\n',
    ],
    'a plain flow item': ['---\ntags: [ 旧, 试| ]\n---\n', '试乙', '---\ntags: [ 旧, 试乙 ]\n---\n'],
    'a boolean in place of another': ['---\ntoc: fal|\n---\n', 'false', '---\ntoc: false\n---\n'],
    'a side in quotes': ['---\nsidebar: "ri|"\n---\n', 'right', '---\nsidebar: "right"\n---\n'],
    'a key with a list': [
      '---\ntitle: "甲"\nwidg|\nlead: ""\n---\n',
      'widgets',
      '---\ntitle: "甲"\nwidgets:\n  - ""\nlead: ""\n---\n',
    ],
    'a key whose value stands already': [
      '---\ntitle: "甲"\nsideb|: "left"\n---\n',
      'sidebar',
      '---\ntitle: "甲"\nsidebar: "left"\n---\n',
    ],
  };
  for (const [what, [marked, label, expected]] of Object.entries(written))
    test(`writes ${what} in the manner of the file, and changes nothing else`, async () => {
      assert.equal(await acceptAt(await at(marked), label), expected);
    });

  test('offers nothing in the body', async () => {
    const place = await at('---\ntitle: "甲"\n---\n\n正文 t|\n');
    await suggestionsWith(await at('---\ntitle: "乙"\n|\n---\n'), 'tags');
    assert.deepEqual((await suggestionsAt(place)).map(labelOf), []);
  });
});
