import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edit';
import { chineseTypography } from '../../src/rules/chinese-typography';
import { problemsIn, WORLD } from './subjectOf';

const asking = (name: string) => ({ project: { ...WORLD.project, severities: new Map([[name, 'warning' as const]]) } });

function fixed(body: string): string {
  const head = '---\ntitle: "AI在港口"\n---\n';
  const problems = problemsIn(head + body, { world: asking('chinese-typography'), rules: [chineseTypography] });
  const edits = problems.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
  return applyEdits(head + body, edits).slice(head.length);
}

test('a space comes between 汉字 and letters or digits, and nothing else changes', () => {
  assert.equal(fixed('他说AI大模型50%的人。\n'), '他说 AI 大模型 50% 的人。\n');
  assert.equal(fixed('**用C++语言**，a+b，你好!x\n'), '**用 C++ 语言**，a+b，你好!x\n');
  assert.equal(fixed('「AI」很好（AI）。\n'), '「AI」很好（AI）。\n');
});

test('code, addresses, HTML and shortcodes stay', () => {
  for (const text of [
    '`共3艘`\n',
    '```\n共3艘\n```\n',
    '[港](/a港b/)\n',
    '<b title="共3艘">x</b>\n',
    '{{< figure src="a.jpg" caption="共3艘" >}}\n',
    '<https://example.org/a港b>\n',
  ])
    assert.equal(fixed(text), text);
});

test('it is off unless it is asked for by its own name', () => {
  const text = '---\ntitle: "x"\n---\n共3艘\n';
  const count = (world: object): number => problemsIn(text, { world, rules: [chineseTypography] }).length;
  assert.deepEqual([count({}), count(asking('text')), count(asking('chinese-typography'))], [0, 0, 2]);
});

test('no text keeps it waiting', () => {
  const began = performance.now();
  for (const part of ['共3', '<a ', '("', ' ', 'a', '港', '港"a', '-a-港'])
    fixed(`港a${part.repeat(Math.floor(60_000 / part.length))}\n`);
  assert.ok(performance.now() - began < 5_000, `${performance.now() - began} ms`);
});
