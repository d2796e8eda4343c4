import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import { type Caret, caretAt } from '../../src/article/caret';

/** The caret at `‸` in front matter of these lines, with the typed text instead of its span. */
function at(matter: string): string {
  return inText(`---\n${matter}\n---\n\nBody\n`);
}

function inText(marked: string): string {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return told(text, caretAt(articleOf(text), offset));
}

function told(text: string, caret: Caret): string {
  switch (caret.kind) {
    case 'none':
      return 'none';
    case 'key':
      return `key <${text.slice(caret.typed.start, caret.typed.end)}>`;
    case 'value': {
      const { name, typed, prefix, quote, place, glued, siblings } = caret;
      const parts = [`${name} ${place} <${text.slice(typed.start, typed.end)}> after <${prefix}>`];
      if (quote) parts.push(`quote ${quote}`);
      if (glued) parts.push('glued');
      if (siblings.length > 0) parts.push(`beside ${siblings.join(' ')}`);
      return parts.join(', ');
    }
    default:
      return caret satisfies never;
  }
}

test('a key is completed from its first letter on, and in its middle', () => {
  assert.equal(at('ti‸'), 'key <ti>');
  assert.equal(at('title: x\nda‸te: 2025'), 'key <date>');
  assert.equal(at('title: x\n‸'), 'key <>');
  assert.equal(at('date ‸: 2025'), 'none');
  assert.equal(at('title: x\n‸\ndate: y'), 'key <>');
  assert.equal(at('‸title: x'), 'key <title>');
  assert.equal(at('tags:\n- a\nwi‸'), 'key <wi>');
  assert.equal(at('tags:\n  - a\n‸'), 'key <>');
});

test('a key is completed while the front matter is still open', () => {
  assert.equal(inText('---\ntitle: x\nda‸'), 'key <da>');
  assert.equal(inText('---\n‸'), 'key <>');
  assert.equal(inText('---\ntitle: x\n‸\n\nBody of the article.\n'), 'key <>');
});

test('a value is completed behind the colon, with and without a space', () => {
  assert.equal(at('sidebar: ‸'), 'sidebar scalar <> after <>');
  assert.equal(at('sidebar:‸'), 'sidebar scalar <> after <>, glued');
  assert.equal(at('Sidebar: ri‸ght'), 'sidebar scalar <right> after <ri>');
  assert.equal(at('sidebar: "ri‸ght" # c'), 'sidebar scalar <"right"> after <ri>, quote "');
  assert.equal(at("sidebar: 'le‸'"), "sidebar scalar <'le'> after <le>, quote '");
  assert.equal(at('sidebar: "le‸'), 'sidebar scalar <"le> after <le>, quote "');
  assert.equal(at('sidebar: ‸right'), 'sidebar scalar <right> after <>');
  assert.equal(at('sidebar:ri‸'), 'sidebar scalar <ri> after <ri>, glued');
  assert.equal(at('sidebar: right‸\ndate: x'), 'sidebar scalar <right> after <right>');
});

test('items of a block list are completed at any indentation, with the marks of their neighbours', () => {
  assert.equal(at('tags:\n  - "a"\n  - ‸'), 'tags block <> after <>, quote ", beside a');
  assert.equal(at('tags:\n- a\n- pr‸ess\n- b'), 'tags block <press> after <pr>, beside a b');
  assert.equal(at('tags:\n-‸'), 'tags block <> after <>, glued');
  assert.equal(at('tags:\n  -‸\n  - b'), 'tags block <> after <>, glued, beside b');
  assert.equal(at("tags:\n      - 'it''s'\n      - ‸\ndate: x"), "tags block <> after <>, quote ', beside it's");
  assert.equal(at('tags:\n  - "a"\n  - "pr‸'), 'tags block <"pr> after <pr>, quote ", beside a');
  assert.equal(at('tags:\n  - "a"\n  -‸\ncategories:\n  - "z"'), 'tags block <> after <>, quote ", glued, beside a');
  assert.equal(at('tags:\n  - a # b\n  - "c # d"\n  - ‸'), 'tags block <> after <>, beside a c # d');
});

test('items of a list in brackets are completed, over several lines too', () => {
  assert.equal(at('tags: [‸]'), 'tags flow <> after <>');
  assert.equal(at('tags: [a, pr‸]'), 'tags flow <pr> after <pr>, beside a');
  assert.equal(at('tags: [a,‸]'), 'tags flow <> after <>, beside a');
  assert.equal(at('tags: ["a", "p‸"]'), 'tags flow <"p"> after <p>, quote ", beside a');
  assert.equal(at('tags: ["a", ‸]'), 'tags flow <> after <>, quote ", beside a');
  assert.equal(at('tags: [a‸, b]'), 'tags flow <a> after <a>, beside b');
  assert.equal(at('tags: [\n  a,\n  b‸\n]\ndate: x'), 'tags flow <b> after <b>, beside a');
  assert.equal(at('tags: [\n  "a",\n  ‸\n]'), 'tags flow <> after <>, quote ", beside a');
  assert.equal(at('tags: [a, b‸\ndate: x'), 'tags flow <b> after <b>, beside a');
  assert.equal(at('tags: ["a", "p‸]\ndate: x'), 'tags flow <"p> after <p>, quote ", beside a');
});

test('nothing is completed where no key and no value is typed', () => {
  assert.equal(at('# com‸ment'), 'none');
  assert.equal(at('title: x # com‸ment'), 'none');
  assert.equal(at('summary: |\n  te‸xt\ndate: x'), 'none');
  assert.equal(at('summary: >-\n  text\n  ‸\ndate: x'), 'none');
  assert.equal(at('tags: [a]‸'), 'none');
  assert.equal(at('tags: [[a‸]]'), 'none');
  assert.equal(at('thumbnail:\n  src: a‸'), 'none');
  assert.equal(at('thumbnail: {src: a‸}'), 'none');
  assert.equal(at('tags: ‸\n  - a'), 'none');
  assert.equal(at('title: two wo‸rds\n  and mo‸re'.replace('wo‸', 'wo')), 'none');
  assert.equal(inText('---\ntitle: x\n---\n\nBo‸dy\n'), 'none');
  assert.equal(inText('---\ntitle: x\n-‸--\n\nBody\n'), 'none');
  assert.equal(inText('+++\nti‸tle = "x"\n+++\n'), 'none');
});

test('what is broken elsewhere does not disturb', () => {
  assert.equal(at('title: "a "b" c"\ntags: [a, b\nsidebar: ri‸'), 'sidebar scalar <ri> after <ri>');
  assert.equal(at('title: "open\nsidebar: ‸\ndate: x'), 'sidebar scalar <> after <>');
  assert.equal(at('title：x\ntags:\n\t- a\n\t- ‸'), 'tags block <> after <>, beside a');
});

test('line ends of any kind are line ends', () => {
  assert.equal(inText('---\r\ntags:\r\n  - "a"\r\n  - ‸\r\n---\r\n'), 'tags block <> after <>, quote ", beside a');
  assert.equal(inText('---\rtags: [a, ‸]\r---\r'), 'tags flow <> after <>, beside a');
});
