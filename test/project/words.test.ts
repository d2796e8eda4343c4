import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFileOf } from '../../src/project/readWords';
import { type HouseWord, wordsOf } from '../../src/project/words';

/** What is found in a text: `wrong`, or `(right)`. */
function found(yaml: string, text: string): string[] {
  const { words } = wordsFileOf(yaml);
  return [...words.find(text, 0, text.length)].map(({ span, word }) => {
    const here = text.slice(span.start, span.end);
    return word ? here : `(${here})`;
  });
}

/** What is told of a file: the text that it stands on. */
function told(yaml: string): string[] {
  return wordsFileOf(yaml).problems.map(({ span }) => yaml.slice(span.start, span.end));
}

test('every form of an entry is read', () => {
  const yaml = [
    'replace:',
    '  甲: 乙',
    '  丙: [丁, 戊]',
    '  己: {right: 庚, note: 因为}',
    'ban:',
    '  - 辛',
    '  - {word: 壬, note: 不雅}',
    'names:',
    '  奥巴马: Obama',
    '  特朗普: {original: Trump, wrong: [川普, 特朗扑], note: 译名}',
  ].join('\n');
  const { words, problems } = wordsFileOf(yaml);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    words.entries.map(({ wrong, right, note, kind }) => `${kind} ${wrong} ${right.join('/')} ${note ?? ''}`.trim()),
    [
      'replace 甲 乙',
      'replace 丙 丁/戊',
      'replace 己 庚 因为',
      'banned 辛',
      'banned 壬  不雅',
      'name 川普 特朗普 译名',
      'name 特朗扑 特朗普 译名',
    ],
  );
  assert.deepEqual(
    words.names.map(({ right, original }) => [right, original]),
    [
      ['奥巴马', 'Obama'],
      ['特朗普', 'Trump'],
    ],
  );
});

test('what is wrong in the file is told at its place, and the rest counts', () => {
  assert.deepEqual(told('replase:\n  a: b'), ['replase']);
  assert.deepEqual(told('- a'), ['- a']);
  assert.deepEqual(told('replace: [a]'), ['[a]']);
  assert.deepEqual(told('replace:\n  甲:\n  乙: 丙'), ['甲']);
  assert.deepEqual(told('replace:\n  甲: 甲'), ['甲']);
  assert.deepEqual(told('replace:\n  甲: {rihgt: 乙}'), ['rihgt', '甲']);
  assert.deepEqual(told('ban: 甲'), ['甲']);
  assert.deepEqual(told('ban: [甲, [乙]]'), ['[乙]']);
  assert.deepEqual(told('ban: [甲]\nreplace: {甲: 乙}'), ['甲']);
  assert.deepEqual(told(`ban: [${'长'.repeat(101)}]`).length, 1);
  assert.equal(told('replace: {a: "b').length > 0, true);
  assert.equal(wordsFileOf('replace:\n  甲: 乙\n  丙: [[丁]]').words.entries.length, 1);
});

test('the longest counts, and nothing is wrong within a right form', () => {
  assert.deepEqual(found('replace: {账户: 帐户, 银行帐户: 银行账户}', '账户与银行账户'), ['账户', '(银行账户)']);
  assert.deepEqual(found('replace: {登陆: 登录, 登陆舰: 登陆艇}', '登陆登陆舰登陆艇'), ['登陆', '登陆舰', '(登陆艇)']);
  assert.deepEqual(found('names: {特朗普: {wrong: 川普}}', '川普、特朗普'), ['川普', '(特朗普)']);
});

test('Latin words are whole words; small letters stand for all', () => {
  assert.deepEqual(found('replace: {email: e-mail}', 'Email, EMAIL, emails, femail, 用email写'), [
    'Email',
    'EMAIL',
    'email',
  ]);
  assert.deepEqual(found('replace: {iPhone: 手机}', 'iPhone iphone IPHONE'), ['iPhone']);
  assert.deepEqual(found('replace: {ai: AI}', 'AI Ai ai'), ['(AI)', 'Ai', 'ai']);
});

test('five thousand words are found in little more than the time of ten', () => {
  const word = (i: number): HouseWord => ({
    wrong: String.fromCharCode(0x4e00 + (i % 1000), 0x5000 + Math.floor(i / 5), 0x6000 + (i % 7)),
    right: ['好'],
    note: undefined,
    kind: 'replace',
  });
  const many = wordsOf(
    Array.from({ length: 5000 }, (_, i) => word(i)),
    [],
  );
  const text = Array.from({ length: 200_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 3000))).join('');
  const began = performance.now();
  for (const _ of many.find(text, 0, text.length));
  assert.ok(performance.now() - began < 500, `${performance.now() - began} ms`);
});

test('nothing throws on odd files and texts', () => {
  for (const yaml of [
    '',
    '\ufeff',
    '{',
    'replace: {a: &x b, c: *x}',
    'names: {"": a}',
    'ban: [null, 1, true, 2020-01-01]',
    '\ud800: \udc00',
  ])
    for (const text of ['', '\ud800', 'a\udc00b', '👍'.repeat(10)]) found(yaml, text);
});
