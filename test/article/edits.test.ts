import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '../../src/article/article';
import { articleOf } from '../../src/article/articleOf';
import { inQuotes, insertField, renameKey } from '../../src/article/edits';
import { applyEdits, type Edit } from '../../src/base/edit';

function changed(text: string, edit: (article: Article) => Edit | undefined): string | undefined {
  const article = articleOf(text);
  const made = edit(article);
  return made && applyEdits(text, [made]);
}

test('text is put between quotation marks, with what has a meaning there escaped', () => {
  assert.equal(inQuotes("it's", "'"), "'it''s'");
  assert.equal(inQuotes('say "b" \\', '"'), '"say \\"b\\" \\\\"');
  assert.equal(inQuotes('a\tb\r\nc', "'"), '"a\\tb\\nc"');
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

test('a field is renamed with nothing else touched', () => {
  const text = '---\n"titel": a # c\ntags:\n  - b # d\nx: 1\n---\n';
  assert.equal(
    changed(text, (a) => renameKey(a, a.frontMatter.fields[0]!, 'title')),
    text.replace('titel', 'title'),
  );
});

test('front matter of another format is not changed', () => {
  const rename = (text: string) => changed(text, (a) => renameKey(a, a.frontMatter.fields[0]!, 'title'));
  assert.equal(rename('+++\ntitel = "a"\n+++\n'), undefined);
  assert.equal(rename('{"titel": "a"}'), undefined);
});
