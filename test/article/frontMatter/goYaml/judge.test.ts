import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { judge } from '../../../../src/article/frontMatter/goYaml/judge';
import { ROOT } from '../../../support/paths';

/** Pieces of YAML and what gopkg.in/yaml.v2 2.4.0 said of each when it read them into a map; null when it read them. */
const CASES = JSON.parse(readFileSync(path.join(ROOT, 'test/article/fixtures/yaml-verdicts.json'), 'utf8')) as [
  string,
  string | null,
][];

test('400 pieces of YAML are read or refused as Hugo does it, in the same words', () => {
  assert.equal(CASES.length, 400);
  for (const [source, says] of CASES) {
    const verdict = judge(source);
    const ours = verdict?.says.startsWith('unmarshal errors') ? 'unmarshal errors:' : (verdict?.says ?? null);
    // Of what cannot be decoded, the words name Go's own types.
    if (says === null || !/^(?:cannot decode|invalid map key|anchor )/.test(says))
      assert.equal(ours, says, JSON.stringify(source));
    else assert.notEqual(ours, null, JSON.stringify(source));
  }
});

test('a verdict points at where Hugo stops', () => {
  const at = (source: string) => source.slice(judge(source)!.at).split('\n', 1)[0];
  assert.equal(at('a: b\nc: @d\n'), '@d');
  assert.equal(at('a: b: c\n'), ': c');
  assert.equal(at('a: "b" c\n'), 'c');
  assert.equal(at('a: *b\n'), '*b');
  assert.equal(at('a: "b\\q"\n'), '\\q"');
});

test('what is deeper than anybody writes is taken as readable', () => {
  assert.equal(judge(`a: ${'['.repeat(600)}${']'.repeat(600)}\n`), undefined);
});
