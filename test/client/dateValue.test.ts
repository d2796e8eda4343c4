import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateValue } from '../../src/client/commands/dateValue';

/** What a new date would replace; undefined when the line has no date field. */
function replaced(line: string): string | undefined {
  const value = dateValue(line);
  return value && line.slice(value.start, value.end);
}

test('the value of a date field is found between its quotes', () => {
  assert.equal(replaced('date: "2025-02-07 19:11:57"'), '2025-02-07 19:11:57');
  assert.equal(replaced("lastmod: '2025-02-07'"), '2025-02-07');
  assert.equal(replaced('date: ""'), '');
});

test('a bare value ends before its comment', () => {
  assert.equal(replaced('date: 2025-02-07T19:11:57+08:00 # checked'), '2025-02-07T19:11:57+08:00');
  assert.equal(replaced('date: 2025-02-07 19:11:57'), '2025-02-07 19:11:57');
});

test('an empty date takes the new one at its end', () => {
  assert.deepEqual(dateValue('date:'), { start: 5, end: 5 });
  assert.deepEqual(dateValue('date: '), { start: 6, end: 6 });
});

test('TOML and JSON have date fields too', () => {
  assert.equal(replaced('publishDate = 2025-02-07T19:11:57Z'), '2025-02-07T19:11:57Z');
  assert.equal(replaced('  "date": "2025-02-07",'), '2025-02-07');
});

test('any other line has none', () => {
  for (const line of ['title: "date: today"', 'update: 5', 'The date: 2025-02-07', '- date'])
    assert.equal(replaced(line), undefined, line);
});
