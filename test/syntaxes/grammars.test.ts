import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../support/paths';
import type { Token } from './tokenize';
import { essence, loadOniguruma, markdownGrammar, ourGrammars, preparedHosts, standIn, tokenize } from './tokenize';

const DIR = path.join(ROOT, 'test/syntaxes/fixtures');
const CASES = readdirSync(DIR)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))
  .sort();
const onigLib = loadOniguruma();
const grammar = onigLib.then((lib) => markdownGrammar(lib, standIn));

const textOf = (name: string) => readFileSync(path.join(DIR, `${name}.md`), 'utf8');
const snapshotOf = (name: string) => path.join(DIR, `${name}.snap.json`);

/** One token per line, so that a change of one scope is a change of one line. */
function written(lines: readonly Token[][]): string {
  const blocks = lines.map((line) => `[${line.map((token) => `\n    ${JSON.stringify(token)}`).join(',')}]`);
  return `[\n  ${blocks.join(',\n  ')}\n]\n`;
}

for (const name of CASES) {
  test(`the scopes of ${name}.md are those of its snapshot`, async () => {
    const actual = tokenize(await grammar, textOf(name));
    if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(snapshotOf(name), written(actual));
    assert.ok(existsSync(snapshotOf(name)), 'no snapshot: run with UPDATE_SNAPSHOTS=1, and read what it writes');
    assert.equal(written(actual), readFileSync(snapshotOf(name), 'utf8'));
  });
}

test('no snapshot is left of a case that is gone', () => {
  const left = readdirSync(DIR).filter((name) => name.endsWith('.snap.json') && !CASES.includes(name.slice(0, -10)));
  assert.deepEqual(left, []);
});

test('tokens are all of the text, in order', async () => {
  for (const name of CASES) {
    const lines = tokenize(await grammar, textOf(name)).map((line) => line.map(([text]) => text).join(''));
    assert.equal(lines.join('\n'), textOf(name), name);
  }
});

test('changing any one scope name of our grammars changes a snapshot', async () => {
  const lib = await onigLib;
  const before = new Map(CASES.map((name) => [name, readFileSync(snapshotOf(name), 'utf8')]));
  const unnoticed: string[] = [];
  const scopes = new Set([...ourGrammars().values()].flatMap((raw) => scopeNames(raw)));
  assert.ok(scopes.size > 50, `${scopes.size} scope names found`);
  for (const scope of scopes) {
    const ours = new Map(
      [...ourGrammars()].map(([key, raw]) => [
        key,
        JSON.parse(JSON.stringify(raw).replaceAll(`"name":"${scope}"`, '"name":"other"')),
      ]),
    );
    const changed = await markdownGrammar(lib, standIn, ours);
    if (CASES.every((name) => written(tokenize(changed, textOf(name))) === before.get(name))) unnoticed.push(scope);
  }
  assert.deepEqual(unnoticed, []);
});

function scopeNames(raw: object): string[] {
  return [...JSON.stringify({ ...raw, name: undefined }).matchAll(/"name":"([^"]+)"/g)].map((match) => match[1]!);
}

test('our selectors are each other’s opposite: the order of loading changes nothing', async () => {
  const reversed = new Map([...ourGrammars()].reverse());
  const other = await markdownGrammar(await onigLib, standIn, reversed);
  for (const name of CASES)
    assert.equal(written(tokenize(other, textOf(name))), written(tokenize(await grammar, textOf(name))), name);
});

const hosts = preparedHosts();
test('the Markdown grammar of VS Code gives the same', {
  skip: hosts.length === 0 && 'no VS Code is prepared',
}, async (t) => {
  for (const { name: version, host } of hosts) {
    await t.test(version, async () => {
      const real = await markdownGrammar(await onigLib, host);
      for (const name of CASES) {
        const expected = essence(tokenize(await grammar, textOf(name)));
        assert.equal(written(essence(tokenize(real, textOf(name)))), written(expected), name);
      }
    });
  }
});
