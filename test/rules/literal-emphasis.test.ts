import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { articleOf } from '../../src/article/articleOf';
import { applyEdits } from '../../src/base/edit';
import { literalEmphasis } from '../../src/rules/literal-emphasis';
import { corpusArticle, corpusNames, skipWithoutShared } from '../support/paths';
import { named, problemsIn } from './subjectOf';

const rules = [literalEmphasis];
const problemsOf = (body: string) => problemsIn(`---\ntitle: a\n---\n\n${body}\n`, { rules });

/** The body after every preferred fix. */
function fixed(body: string): string {
  const text = `---\ntitle: a\n---\n\n${body}\n`;
  const edits = problemsIn(text, { rules }).flatMap(
    ({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? [],
  );
  return applyEdits(text, edits).slice('---\ntitle: a\n---\n\n'.length, -1);
}

/** The bold texts of a body, as readers see them. */
function boldIn(body: string): string[] {
  const bold: string[] = [];
  const text = (node: Nodes): string =>
    'value' in node ? node.value : 'children' in node ? node.children.map(text).join('') : '';
  const walk = (node: Nodes): void => {
    if (node.type === 'strong') bold.push(text(node));
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(articleOf(`---\ntitle: a\n---\n\n${body}`).body.tree);
  return bold;
}

const SHAPES: readonly [why: string, body: string, fixed: string, bold: readonly string[]][] = [
  ['a full stop before a letter moves out', '**甲。**乙', '**甲**。乙', ['甲']],
  ['several marks move out together', '**甲？！**乙', '**甲**？！乙', ['甲']],
  ['quotes move out as a pair', '甲**「乙」**丙', '甲「**乙**」丙', ['乙']],
  ['brackets round all of it move out', '**（甲乙）**丙', '（**甲乙**）丙', ['甲乙']],
  ['a dash at the start moves out', '甲**——乙**丙', '甲——**乙**丙', ['乙']],
  ['a space at the end moves out', '甲**乙 **丙', '甲**乙** 丙', ['乙']],
  ['two bolds that touch become one', '**甲****乙**', '**甲乙**', ['甲乙']],
  ['emphasis of one mark is put right too', '*甲。*乙', '*甲*。乙', []],
  ['a colon moves out', '**甲：**乙', '**甲**：乙', ['甲']],
  ['a bracket before a letter moves with its partner', '**（甲）**乙', '（**甲**）乙', ['甲']],
  ['bold that touches bold becomes one with it', '**1.****甲**', '**1.甲**', ['1.甲']],
  ['bold marks round a sign alone go', '**甲****。**乙', '**甲**。乙', ['甲']],
  ['a short line that nothing closes is closed', '**一、背景', '**一、背景**', ['一、背景']],
  ['a short line that nothing opens is opened', '一、背景**', '**一、背景**', ['一、背景']],
  ['two words in italics that touch become one', '*甲**乙*', '*甲乙*', []],
];

for (const [why, body, good, bold] of SHAPES) {
  test(`${why}: ${body}`, () => {
    assert.equal(problemsOf(body).length, 1);
    assert.equal(fixed(body), good);
    assert.deepEqual(problemsOf(good), []);
    assert.deepEqual(boldIn(good), bold);
  });
}

test('a pair of brackets is never parted: a space is offered, and not applied unasked', () => {
  const [problem] = problemsOf('**甲（乙）**丙');
  assert.equal(fixed('**甲（乙）**丙'), '**甲（乙）**丙');
  const text = '---\ntitle: a\n---\n\n**甲（乙）**丙\n';
  assert.match(applyEdits(text, problem!.fixes[0]!.edits), /\*\*甲（乙）\*\* 丙/);
});

test('a mark that nothing closes is reported where it stands', () => {
  const text = '---\ntitle: a\n---\n\n这是**重要的事。\n';
  assert.deepEqual(named(text, problemsIn(text, { rules })), ['literal-emphasis «**»']);
});

for (const honest of [
  '2*3 等于 6',
  '5 * 3 和 4 * 2',
  'snake_case_name',
  '138****1234',
  '10~20 和 30~40',
  '`**甲。**乙`',
])
  test(`honest signs are silent: ${honest}`, () => {
    assert.deepEqual(problemsOf(honest), []);
  });

for (const [lone, count] of [
  ['价格*另议', 1],
  ['f*** off', 1],
  ['甲 * 乙', 1],
  ['\\*注', 1],
  ['\\*\\*甲。\\*\\*乙', 2],
] as const)
  test(`a lone asterisk that readers see is a hint: ${lone}`, () => {
    const problems = problemsOf(lone);
    assert.equal(problems.length, count);
    for (const { severity, fixes } of problems) {
      assert.equal(severity, 'hint');
      assert.ok(fixes.every(({ preferred }) => !preferred));
    }
  });

test('asterisks in a formula are silent where MathJax is on', () => {
  const on = (value: string) =>
    problemsIn(`---\ntitle: a\nmathjax: ${value}\n---\n\n算法 $a*b$ 很快。\n`, { rules }).length;
  assert.deepEqual([on('true'), on('false'), on('"true"')], [0, 1, 1]);
});

test('the fix leaves what readers read unchanged, apart from the marks', () => {
  for (const [, body] of SHAPES) assert.equal(fixed(body).replace(/\*/g, ''), body.replace(/\*/g, ''));
});

test('in the reference articles, a preferred fix clears its problem and makes no new one', {
  skip: skipWithoutShared,
}, () => {
  const wrong: string[] = [];
  for (const name of corpusNames()) {
    const text = corpusArticle(name);
    const before = problemsIn(text, { rules });
    for (const problem of before) {
      const fix = problem.fixes.find(({ preferred }) => preferred);
      if (fix && problemsIn(applyEdits(text, fix.edits), { rules }).length >= before.length)
        wrong.push(`${name}: ${named(text, [problem])}`);
    }
  }
  assert.deepEqual(wrong, []);
});
