import assert from 'node:assert/strict';
import test from 'node:test';
import type { Text } from 'mdast';
import { parse } from '../../src/goldmark/parse';
import { outline } from './outline';

/** What a one-paragraph text becomes. */
function typeset(source: string): string {
  const [paragraph] = parse(source).children;
  assert.equal(paragraph?.type, 'paragraph');
  if (paragraph?.type !== 'paragraph') return '';
  return paragraph.children
    .map((child) => (child.type === 'text' ? (child.data?.typeset ?? child.value) : ''))
    .join('');
}

test('dashes, dots and angle quotes are replaced', () => {
  assert.equal(typeset('a -- b --- c ... <<d>>'), 'a – b — c … «d»');
  assert.equal(typeset('a ---- b .. c'), 'a —- b .. c');
});

test('quotes curl by what stands beside them, not by language', () => {
  assert.equal(typeset('"Good" and \'fine\''), '“Good” and ‘fine’');
  assert.equal(typeset('他说"好"'), '他说"好"');
  assert.equal(typeset('说:"你好"。'), '说:“你好”。');
  assert.equal(typeset('5\'10"'), '5\'10"');
});

test('apostrophes are told from quotes', () => {
  assert.equal(typeset("don't, '90s, 'tis, the cats' tails"), 'don’t, ’90s, ’tis, the cats’ tails');
  assert.equal(typeset("Alice's and I've"), 'Alice’s and I’ve');
});

test('a quote that one paragraph leaves open, a later one may close', () => {
  assert.equal(outline('"甲\n\n乙,"'), 'p("“甲"), p("乙,”")');
  assert.equal(outline('甲\n\n乙,"'), 'p("甲"), p("乙,\\"")');
});

test('code, escapes, character references and addresses stay as they are', () => {
  assert.equal(outline('`"a" -- b`'), 'p(code("\\"a\\" -- b"))');
  assert.equal(typeset('\\"a\\" &quot;b&quot;'), '"a" "b"');
  assert.equal(outline('[a](b--c "d--e")'), 'p(link<b--c "d--e">("a"))');
});

test('the text itself is kept beside what it becomes', () => {
  const [paragraph] = parse('a -- b').children;
  const text = (paragraph as { children: Text[] }).children[0];
  assert.equal(text?.value, 'a -- b');
  assert.deepEqual(text?.data, { typeset: 'a – b' });
});

test('a site can switch it off', () => {
  assert.equal(outline('"a" -- b...', { typographer: false }), 'p("\\"a\\" -- b...")');
});

test('the text for a missing image has references and escapes as they are written', () => {
  assert.equal(outline('![a "q" &#39; \\* b](c)'), 'p(image<c>("a &ldquo;q&rdquo; &#39; \\\\* b"))');
  assert.equal(outline('![*粗* `码`](c)'), 'p(image<c>("粗 码"))');
});
