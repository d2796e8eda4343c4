import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remark } from 'remark';
import { escapeAddress, escapeMarkdown } from '../../src/features/markdown';

const hostile = [
  '[x](command:workbench.action.quit)',
  '<img src=x onerror=alert(1)>',
  '# 标题',
  '- a',
  '1. a',
  '&lt;',
  '`code`',
  '**a**',
  '![x](https://e.com/a)',
  'a\n\n# b',
  '<https://e.com>',
  '\\[x](y)',
  '    code',
  '$(bug)',
];

for (const text of hostile) {
  test(`${JSON.stringify(text)} from an article stays text`, () => {
    const tree = remark().parse(escapeMarkdown(text));
    const [paragraph, ...others] = tree.children;
    assert.deepEqual(others, []);
    assert.equal(paragraph?.type, 'paragraph');
    assert.deepEqual(paragraph.type === 'paragraph' && paragraph.children.map((node) => node.type), ['text']);
    assert.equal(
      paragraph.type === 'paragraph' && paragraph.children[0]?.type === 'text' && paragraph.children[0].value,
      text.replace(/\s+/g, ' ').trim(),
    );
  });
}

test('an address cannot leave its parentheses', () => {
  for (const url of [
    'https://e.com/a) [x](command:y',
    'https://e.com/a b',
    'https://e.com/<script>',
    'https://e.com/a|width=1',
  ]) {
    const tree = remark().parse(`![a](${escapeAddress(url)})`);
    assert.deepEqual(tree.children[0]?.type === 'paragraph' && tree.children[0].children.map((node) => node.type), [
      'image',
    ]);
  }
});
