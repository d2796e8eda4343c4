import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '../../src/article/article';
import { articleOf } from '../../src/article/articleOf';
import { insertField, quoteLike, removeField, renameKey, setScalar } from '../../src/article/edits';
import { fieldOf } from '../../src/article/frontMatter';
import { applyEdits, type Edit } from '../../src/base/edit';

function changed(text: string, edit: (article: Article) => Edit | undefined): string | undefined {
  const article = articleOf(text);
  const made = edit(article);
  return made && applyEdits(text, [made]);
}

const set = (text: string, name: string, next: string, typed = false) =>
  changed(text, (article) => setScalar(article, fieldOf(article.frontMatter, name)!.value, next, typed));

test('a scalar keeps its quotation marks, and what stands around it', () => {
  assert.equal(set('---\ntitle: "a" # c\n---\n', 'title', 'b'), '---\ntitle: "b" # c\n---\n');
  assert.equal(set("---\ntitle: 'a'\n---\n", 'title', "it's"), "---\ntitle: 'it''s'\n---\n");
  assert.equal(set('---\ntitle: "a"\n---\n', 'title', 'say "b" \\'), '---\ntitle: "say \\"b\\" \\\\"\n---\n');
  assert.equal(set('---\nside: a\n---\n', 'side', 'b'), '---\nside: b\n---\n');
});

test('plain text that would be something else gets quotation marks', () => {
  assert.equal(set('---\nside: a\n---\n', 'side', 'yes'), '---\nside: "yes"\n---\n');
  assert.equal(set('---\nside: a\n---\n', 'side', 'b: c'), '---\nside: "b: c"\n---\n');
  assert.equal(set('---\nside: a\n---\n', 'side', '@"b"'), '---\nside: \'@"b"\'\n---\n');
});

test('a typed value loses the quotation marks', () => {
  assert.equal(set('---\ntoc: "false"\n---\n', 'toc', 'false', true), '---\ntoc: false\n---\n');
});

test('an absent value gets a space before it', () => {
  assert.equal(set('---\ntitle:\ndate: x\n---\n', 'title', 'b'), '---\ntitle: b\ndate: x\n---\n');
});

test('values of other kinds and formats are left alone', () => {
  assert.equal(set('---\ntags: [a]\n---\n', 'tags', 'b'), undefined);
  assert.equal(set('---\ntext: |\n  a\n---\n', 'text', 'b'), undefined);
  assert.equal(set('+++\ntitle = "a"\n+++\n', 'title', 'b'), undefined);
});

test('quotation marks can be put and taken', () => {
  const quoted = (text: string, mark: '"' | "'" | '') =>
    changed(text, (article) => quoteLike(article, article.frontMatter.fields[0]!.value, mark));
  assert.equal(quoted('---\ntitle: 12\n---\n', '"'), '---\ntitle: "12"\n---\n');
  assert.equal(quoted('---\ntitle: "ab"\n---\n', ''), '---\ntitle: ab\n---\n');
  assert.equal(quoted('---\ntitle: "12"\n---\n', ''), '---\ntitle: "12"\n---\n');
});

test('a field is added at the end or above another, with the line ends of the file', () => {
  const add = (text: string, above?: number) =>
    changed(text, (article) => insertField(article, 'date', '"x"', article.frontMatter.fields[above ?? -1]));
  assert.equal(add('---\na: 1\n---\nB'), '---\na: 1\ndate: "x"\n---\nB');
  assert.equal(add('---\r\na: 1\r\n\r\n---\r\nB'), '---\r\na: 1\r\ndate: "x"\r\n\r\n---\r\nB');
  assert.equal(add('---\na: 1\nb: 2\n---\n', 1), '---\na: 1\ndate: "x"\nb: 2\n---\n');
  assert.equal(add('---\n---\n'), '---\ndate: "x"\n---\n');
  assert.equal(add('---\na: 1'), '---\na: 1\ndate: "x"');
  assert.equal(add('---\ntags:\n  - a\n---\n'), '---\ntags:\n  - a\ndate: "x"\n---\n');
  assert.equal(add('Text'), undefined);
});

test('a list is added with its lines', () => {
  const made = changed('---\r\na: 1\r\n---\r\n', (article) => insertField(article, 'tags', '\n  - "b"'));
  assert.equal(made, '---\r\na: 1\r\ntags:\r\n  - "b"\r\n---\r\n');
});

test('a field is renamed and removed with nothing else touched', () => {
  const text = '---\n"titel": a # c\ntags:\n  - b # d\nx: 1\n---\n';
  assert.equal(
    changed(text, (a) => renameKey(a, a.frontMatter.fields[0]!, 'title')),
    text.replace('titel', 'title'),
  );
  assert.equal(
    changed(text, (a) => removeField(a, a.frontMatter.fields[1]!)),
    '---\n"titel": a # c\nx: 1\n---\n',
  );
  assert.equal(
    changed(text, (a) => removeField(a, a.frontMatter.fields[0]!)),
    text.replace('"titel": a # c\n', ''),
  );
});
