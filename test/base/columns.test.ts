import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from '../../src/base/columns';

const widths: readonly (readonly [string, number])[] = [
  ['', 0],
  ['Harbour 2025', 12],
  ['港口夜航', 8],
  ['港口 Night', 10],
  ['，。（）', 8],
  ['ひらがな한국', 12],
  ['café', 4],
  ['cafe\u0301', 4],
  ['が\u3099', 2],
  ['𠮷野家', 6],
  ['a\u200bb\ufeff', 2],
  ['👍', 2],
  ['👍🏽', 2],
  ['👨‍👩‍👧', 2],
  ['🇨🇳🇫🇷', 4],
  ['☀️', 2],
  ['☀', 1],
  ['“…”', 3],
  ['ｱ', 1],
  ['\ud83d', 0],
];

for (const [text, columns] of widths)
  test(`“${text}” takes ${columns} columns`, () => {
    assert.equal(columnsOf(text), columns);
  });
