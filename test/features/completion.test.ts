import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { articleOf } from '../../src/article/articleOf';
import { applyEdits } from '../../src/base/edit';
import { NO_IMAGE_FACTS } from '../../src/base/images';
import { linesOf } from '../../src/base/lines';
import { english } from '../../src/base/message';
import { createStore } from '../../src/catalog/store';
import { complete } from '../../src/features/completion/complete';
import { spanOf } from '../../src/features/lsp';
import { DEFAULT_SITE } from '../../src/hugo/readSite';
import { DEFAULT_PROJECT } from '../../src/project/project';
import type { World } from '../../src/rules/world';
import { NEWS_SCHEMA } from '../../src/schema/newsSchema';

const used: readonly (readonly string[])[] = [
  ['press', 'AI大模型'],
  ['press', 'C#'],
  ['press', 'AI大模型'],
  ['price: high'],
];
const world: World = (() => {
  const store = createStore(['tags', 'categories', 'lang']);
  used.forEach((tags, n) => {
    store.put({
      path: `content/${n}.md`,
      title: 't',
      date: '2026-01-02',
      draft: false,
      thumbnail: '',
      terms: new Map([
        ['tags', tags],
        ['lang', ['zh-CN']],
      ]),
    });
  });
  const site = { ...DEFAULT_SITE, timeZone: 'Asia/Shanghai', widgets: new Set(['search', 'recent', 'taglist']) };
  return {
    site,
    schema: NEWS_SCHEMA,
    project: DEFAULT_PROJECT,
    catalog: store.view(),
    images: NO_IMAGE_FACTS,
    now: new Date('2026-02-07T11:11:57Z'),
  };
})();

function completeAt(marked: string): { readonly text: string; readonly items: readonly CompletionItem[] } {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const article = articleOf(text);
  const { items } = complete({
    article,
    offset,
    world,
    lines: linesOf(text),
    translate: english,
    editor: { snippets: false, retrigger: false },
  });
  return { text, items };
}
const labels = (marked: string): string[] => completeAt(marked).items.map((item) => item.label);

/** The text after accepting the suggestion of that name. */
function accepted(marked: string, label: string): string {
  const { text, items } = completeAt(marked);
  const item = items.find((i) => i.label === label);
  assert.ok(item, `${label} is offered in ${marked}: ${items.map((i) => i.label).join(', ')}`);
  const edit = item.textEdit as TextEdit;
  return applyEdits(text, [{ span: spanOf(linesOf(text), edit.range), text: edit.newText }]);
}

test('tags come from all articles, most used first', () => {
  assert.deepEqual(labels('---\ntitle: a\ntags:\n  - |\n---\n'), ['press', 'AI大模型', 'C#', 'price: high']);
});

test('tags that the article has are left out', () => {
  assert.deepEqual(labels('---\ntitle: a\ntags:\n  - press\n  - |\n---\n'), ['AI大模型', 'C#', 'price: high']);
});

test('what is typed narrows the tags', () => {
  assert.deepEqual(labels('---\ntags: [pr|]\n---\n'), ['press', 'price: high']);
});

test('a tag that stands nowhere but under the caret is not offered', () => {
  assert.deepEqual(labels('---\ntags: [C#|]\n---\n'), []);
  assert.deepEqual(labels('---\ntags: ["price: high|"]\n---\n'), []);
  assert.deepEqual(labels('---\ntags: [press|]\n---\n'), ['press']);
});

test('a tag keeps the quotes of the list', () => {
  assert.equal(accepted('---\ntags:\n  - "a"\n  - |\n---\n', 'press'), '---\ntags:\n  - "a"\n  - "press"\n---\n');
  assert.equal(accepted("---\ntags:\n  - '|'\n---\n", 'press'), "---\ntags:\n  - 'press'\n---\n");
  assert.equal(accepted('---\ntags: [a, |]\n---\n', 'press'), '---\ntags: [a, press]\n---\n');
});

test('a tag that would not stay a string is quoted', () => {
  assert.equal(accepted('---\ntags: [a, |]\n---\n', 'price: high'), '---\ntags: [a, "price: high"]\n---\n');
});

test('a tag after a dash without its space gets the space', () => {
  assert.equal(accepted('---\ntags:\n  - a\n  -|\n---\n', 'press'), '---\ntags:\n  - a\n  - press\n---\n');
});

test('a tag straight after the key becomes a list, since a scalar would break the build', () => {
  assert.equal(accepted('---\ntags: |\n---\n', 'press'), '---\ntags: ["press"]\n---\n'.replace(/"/g, ''));
});

test('tags are offered though the rest of the front matter is broken', () => {
  assert.deepEqual(labels('---\ntitle: "broken\ntags:\n  - pr|\n---\n')[0], 'press');
});

test('keys that are there are not offered, required ones first', () => {
  const offered = labels('---\ntitle: a\n|\n---\n');
  assert.ok(!offered.includes('title'));
  assert.ok(offered.includes('date') && offered.includes('thumbnail'));
});

test('a key comes with its value in the style of the file', () => {
  assert.equal(accepted('---\ntitle: "a"\nside|\n---\n', 'sidebar'), '---\ntitle: "a"\nsidebar: ""\n---\n');
  assert.equal(accepted('---\ntitle: a\ncom|\n---\n', 'comments'), '---\ntitle: a\ncomments: false\n---\n');
  assert.equal(
    accepted('---\ntitle: "a"\nda|\n---\n', 'date'),
    '---\ntitle: "a"\ndate: "2026-02-07T19:11:57+08:00"\n---\n',
  );
});

test('a key whose line has a colon already keeps its value', () => {
  assert.equal(accepted('---\ntitle: a\nside|: "left"\n---\n', 'sidebar'), '---\ntitle: a\nsidebar: "left"\n---\n');
});

test('allowed values are offered, booleans without quotes', () => {
  assert.deepEqual(labels('---\nsidebar: |\n---\n').slice(0, 2).sort(), ['left', 'right']);
  assert.equal(accepted('---\ntoc: "|"\n---\n', 'true'), '---\ntoc: true\n---\n');
  assert.equal(accepted('---\nsidebar: "|"\n---\n', 'left'), '---\nsidebar: "left"\n---\n');
});

test('widgets are those of the theme, without the ones present', () => {
  assert.deepEqual(labels('---\nwidgets:\n  - "search"\n  - "|"\n---\n'), ['recent', 'taglist']);
});

test('languages are written as the newsroom writes them', () => {
  assert.equal(labels('---\nlang:\n  - "|"\n---\n')[0], 'zh-CN');
});

test('nothing is offered in the body', () => {
  assert.deepEqual(labels('---\ntitle: a\n---\n\ntags: |\n'), []);
});

test('every edit replaces only the scalar under the caret', () => {
  assert.equal(
    accepted('---\r\ntags:\r\n  - "pr|ess" # why\r\nlead: ""\r\n---\r\n', 'press'),
    '---\r\ntags:\r\n  - "press" # why\r\nlead: ""\r\n---\r\n',
  );
});

test('the filter text begins as the text in the editor does, or VS Code would drop the item', () => {
  const { items } = completeAt('---\ntags:\n  - "pr|"\n---\n');
  assert.deepEqual(
    items.map((item) => item.filterText),
    ['"press', '"price: high'],
  );
});
