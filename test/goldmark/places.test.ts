import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from '../../src/goldmark/parse';
import { corpusArticle, corpusNames, skipWithoutShared } from '../support/paths';
import { misplacements, placesOf } from './places';
import { randomDocument, randomNumbers } from './randomText';

/** The text of all nodes of a type. */
function slices(source: string, type: string): string[] {
  return placesOf(parse(source))
    .filter(({ node }) => node.type === type)
    .map(({ start, end }) => source.slice(start, end));
}

test('each node is where the source has it', () => {
  const source = [
    '# 标题 **粗** #',
    '',
    '> 引文 *斜*',
    '> 第二行 ![图](a.png "t")',
    '',
    '- [ ] 一 `码`',
    '  续行 [链](b)',
    '',
    '| 甲 | **乙** |',
    '|---|---|',
    '| 1 | a\\|b |',
    '',
  ].join('\n');
  assert.deepEqual(misplacements(parse(source), source), []);
  assert.deepEqual(slices(source, 'heading'), ['# 标题 **粗** #']);
  assert.deepEqual(slices(source, 'strong'), ['**粗**', '**乙**']);
  assert.deepEqual(slices(source, 'image'), ['![图](a.png "t")']);
  assert.deepEqual(slices(source, 'blockquote'), ['> 引文 *斜*\n> 第二行 ![图](a.png "t")']);
  assert.deepEqual(slices(source, 'listItem'), ['- [ ] 一 `码`\n  续行 [链](b)']);
  assert.deepEqual(slices(source, 'tableCell'), ['| 甲 ', '| **乙** |', '| 1 ', '| a\\|b |']);
});

test('terms, descriptions and footnotes are where the source has them', () => {
  const source = '价格\n原价\n: 5元\n  起\n\n见[^注]。\n\n[^注]: 来源\n    第二行\n';
  assert.deepEqual(misplacements(parse(source), source), []);
  assert.deepEqual(slices(source, 'definitionTerm'), ['价格', '原价']);
  assert.deepEqual(slices(source, 'definitionDescription'), [': 5元\n  起']);
  assert.deepEqual(slices(source, 'definitionList'), ['价格\n原价\n: 5元\n  起']);
  assert.deepEqual(slices(source, 'footnoteReference'), ['[^注]']);
  assert.deepEqual(slices(source, 'footnoteDefinition'), ['[^注]: 来源\n    第二行']);
});

test('a body below front matter has the offsets, lines and columns of the file', () => {
  const source = '---\ntitle: x\n---\n\nA *b*\n';
  const root = parse(source, undefined, source.indexOf('\n\nA') + 1);
  const [paragraph] = root.children;
  assert.deepEqual(paragraph?.position?.start, { line: 5, column: 1, offset: 18 });
  assert.deepEqual(misplacements(root, source), []);
});

test('runs of emphasis characters that stay text are told, with what they could have been', () => {
  const source = '> **许主洪是谁？**1998级\n> 3 * 4';
  const [text] = placesOf(parse(source)).filter(({ node }) => node.type === 'text');
  assert.equal(text?.node.type, 'text');
  assert.deepEqual(text?.node.type === 'text' && text.node.data?.leftover, [
    { start: 2, end: 4, char: '*', canOpen: true, canClose: false },
    { start: 10, end: 12, char: '*', canOpen: true, canClose: false },
    { start: 22, end: 23, char: '*', canOpen: false, canClose: false },
  ]);
});

test('what is left of a run that was used in part is told', () => {
  const [text] = placesOf(parse('***a**')).filter(({ node }) => node.type === 'text');
  assert.deepEqual(text?.node.type === 'text' && text.node.data?.leftover, [
    { start: 0, end: 1, char: '*', canOpen: true, canClose: false },
  ]);
});

test('a misplaced node is noticed', () => {
  const source = 'a **b** c';
  const root = parse(source);
  const strong = placesOf(root).find(({ node }) => node.type === 'strong')?.node;
  assert.ok(strong?.position);
  strong.position.start.offset = 3;
  assert.equal(misplacements(root, source).length > 0, true);
});

test('every node of every reference article is where the source has it', { skip: skipWithoutShared }, () => {
  for (const name of corpusNames()) {
    const source = corpusArticle(name);
    assert.deepEqual(misplacements(parse(source), source), [], name);
  }
});

test('every node of random documents is where the source has it', () => {
  const random = randomNumbers(1);
  for (let i = 0; i < 20_000; i++) {
    const source = randomDocument(random);
    assert.deepEqual(misplacements(parse(source), source), [], JSON.stringify(source));
  }
});
