import assert from 'node:assert/strict';
import test from 'node:test';
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { HUGO_DEFAULTS } from '../../src/goldmark/options';
import { parse } from '../../src/goldmark/parse';
import { goldmark } from '../../src/goldmark/remark';
import { corpusArticle, corpusNames, skipWithoutShared } from '../support/paths';
import { ordinaryDocument } from './ordinaryText';
import { placesOf } from './places';
import { randomNumbers } from './randomText';

/**
 * Type and offsets of all nodes but text, in the order of the source.
 *
 * The differences that are allowed, and why:
 * 1. Bare URLs and addresses: Goldmark has rules of its own for where they begin and end, and remark gives some no place.
 * 2. Where code ends that nothing closes: at its last line for us, behind the last line end for remark.
 * 3. Where a list in a quote ends when a blank quoted line follows: remark counts that line to the list, and not always to
 *    its last item.
 * 4. Text: neither cuts it where the other does (at entities, at addresses); what it says is compared elsewhere, through
 *    HTML.
 */
function kinds(root: Root, source: string): string[] {
  const found: string[] = [];
  for (const { node, start, end } of placesOf(root)) {
    if (node.type === 'text' || node.type === 'root') continue;
    const slice = source.slice(start, end);
    if (node.type === 'link' && !/^[[<]/.test(slice)) continue;
    if (node.type === 'list' || node.type === 'listItem') {
      found.push(`${node.type} ${start}–${start + slice.replace(/(?:\n[> ]*)+$/, '').length}`);
      continue;
    }
    const closed = node.type !== 'code' || /(?:```|~~~)$/.test(slice);
    found.push(closed ? `${node.type} ${start}–${end}` : `${node.type} ${start}– unclosed`);
  }
  return found;
}

/** Only `~~two~~` tildes strike for Hugo; one is enough for remark by default. */
const oracle = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

test('reference articles have the nodes that remark finds, where it finds them', { skip: skipWithoutShared }, () => {
  let nodes = 0;
  for (const name of corpusNames()) {
    const source = corpusArticle(name).replace(/^---\n[\s\S]*?\n---\n/, '');
    const expected = kinds(oracle.parse(source), source);
    assert.deepEqual(kinds(parse(source), source), expected, name);
    nodes += expected.length;
  }
  assert.ok(nodes > 10_000, `only ${nodes} nodes were compared`);
});

test('ordinary documents have the nodes that remark finds, where it finds them', () => {
  const random = randomNumbers(2);
  for (let i = 0; i < 400; i++) {
    const source = ordinaryDocument(random);
    assert.deepEqual(kinds(parse(source), source), kinds(oracle.parse(source), source), JSON.stringify(source));
  }
});

test('remark reads with our parser when the plug-in is used', () => {
  const source = '---\ntitle: x\n---\n10~20和30~40\n';
  const root = remark().use(goldmark, HUGO_DEFAULTS, 17).parse(source);
  assert.deepEqual(root, parse(source, HUGO_DEFAULTS, 17));
  assert.equal(root.children[0]?.position?.start.line, 4);
});
