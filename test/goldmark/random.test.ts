import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from '../../src/goldmark/parse';
import { cost } from './cost';
import { randomDocument, randomNumbers } from './randomText';

test('a hundred thousand random documents are read without an error', () => {
  const random = randomNumbers(3);
  let characters = 0;
  const milliseconds = cost(() => {
    for (let i = 0; i < 100_000; i++) {
      const source = randomDocument(random);
      characters += source.length;
      try {
        parse(source);
      } catch (error) {
        assert.fail(`${JSON.stringify(source)}: ${error instanceof Error ? error.stack : error}`);
      }
    }
  });
  const perTenKilobytes = (milliseconds / characters) * 10_000;
  assert.ok(perTenKilobytes < 50, `${perTenKilobytes} ms for 10 KB`);
});

test('long random documents take no longer for their length', () => {
  const random = randomNumbers(4);
  for (let i = 0; i < 100; i++) {
    let source = '';
    while (source.length < 10_000) source += randomDocument(random);
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3 && best > 50; run++)
      best = Math.min(
        best,
        cost(() => parse(source)),
      );
    assert.ok(best < (50 * source.length) / 10_000, `${best} ms for ${source.length} characters`);
  }
});

test('reading twice gives the same tree', () => {
  const random = randomNumbers(5);
  const sources = Array.from({ length: 300 }, () => randomDocument(random));
  const once = sources.map((source) => JSON.stringify(parse(source)));
  assert.deepEqual(
    sources
      .reverse()
      .map((source) => JSON.stringify(parse(source)))
      .reverse(),
    once,
  );
});
