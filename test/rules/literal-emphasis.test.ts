import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { articleOf } from '../../src/article/articleOf';
import { applyEdits } from '../../src/base/edit';
import { literalEmphasis } from '../../src/rules/literal-emphasis';
import { corpusArticle, corpusHtml, corpusNames, skipWithoutShared } from '../support/paths';
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
  '价格*另议',
  'snake_case_name',
  '138****1234',
  'f*** off',
  '10~20 和 30~40',
  '`**甲。**乙`',
  '\\*\\*甲。\\*\\*乙',
])
  test(`honest signs are silent: ${honest}`, () => {
    assert.deepEqual(problemsOf(honest), []);
  });

test('the fix leaves what readers read unchanged, apart from the marks', () => {
  for (const [, body] of SHAPES) assert.equal(fixed(body).replace(/\*/g, ''), body.replace(/\*/g, ''));
});

/** What readers see of a published body. */
function visible(html: string): string {
  return html.replace(/<pre[\s\S]*?<\/pre>|<code[\s\S]*?<\/code>/g, '').replace(/<[^>]*>/g, '');
}

test('in the reference articles, what is reported is there for readers to see, and pairs of asterisks that they see are reported', {
  skip: skipWithoutShared,
}, () => {
  const wrong: string[] = [];
  let reported = 0;
  for (const name of corpusNames()) {
    const text = corpusArticle(name);
    const problems = problemsIn(text, { rules });
    // `\*\*` is written so that readers see it.
    const escaped = text.match(/(?:\\\*){2,}/g)?.length ?? 0;
    const seen = (visible(corpusHtml(name)).match(/\*{2,}/g)?.length ?? 0) - escaped;
    const found = problems.flatMap(({ span }) => text.slice(span.start, span.end).match(/\*{2,}/g) ?? []).length;
    reported += found;
    if (seen !== found) wrong.push(`${name}: readers see ${seen}, reported ${found}`);
  }
  assert.ok(reported > 0);
  assert.deepEqual(wrong, []);
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
      if (fix && problemsIn(applyEdits(text, fix.edits), { rules }).length !== before.length - 1)
        wrong.push(`${name}: ${named(text, [problem])}`);
    }
  }
  assert.deepEqual(wrong, []);
});
