import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edit';
import { accidentalHeading } from '../../src/rules/accidental-heading';
import { boldHeading } from '../../src/rules/bold-heading';
import { captionHeading } from '../../src/rules/caption-heading';
import { emptyHeading } from '../../src/rules/empty-heading';
import { repeatedTitle } from '../../src/rules/repeated-title';
import type { Rule } from '../../src/rules/rule';
import { skippedLevel } from '../../src/rules/skipped-level';
import { topHeading } from '../../src/rules/top-heading';
import { corpusArticle, corpusNames, skipWithoutShared } from '../support/paths';
import { named, problemsIn } from './subjectOf';

const FRONT = '---\ntitle: "港口夜航"\ndate: 2025-02-07\n---\n\n';

/** The body after the preferred fixes of a rule. */
function fixed(rule: Rule, body: string): string {
  const text = FRONT + body;
  const edits = problemsIn(text, { rules: [rule] }).flatMap(
    ({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? [],
  );
  return applyEdits(text, edits).slice(FRONT.length);
}

const count = (rule: Rule, body: string): number => problemsIn(FRONT + body, { rules: [rule] }).length;

const FIXED: readonly [why: string, rule: Rule, body: string, good: string][] = [
  ['a heading of the first level goes down', topHeading, '# 甲\n\n文\n', '## 甲\n\n文\n'],
  ['one above an underline too', topHeading, '甲\n===\n\n文\n', '甲\n---\n\n文\n'],
  [
    'those below it follow where they would become its equals',
    topHeading,
    '# 甲\n\n## 乙\n\n### 丙\n\n# 丁\n',
    '## 甲\n\n### 乙\n\n#### 丙\n\n## 丁\n',
  ],
  ['and stay where they would not', topHeading, '# 甲\n\n### 乙\n', '## 甲\n\n### 乙\n'],
  [
    'an underlined one of the third level is written with signs',
    topHeading,
    '甲\n==\n\n乙乙\n----\n\n文\n',
    '甲\n--\n\n### 乙乙\n\n文\n',
  ],
  ['CR LF stays', topHeading, '# 甲\r\n\r\n文\r\n', '## 甲\r\n\r\n文\r\n'],
  [
    'a skipped level is filled',
    skippedLevel,
    '## 甲\n\n#### 乙\n\n##### 丙\n\n## 丁\n',
    '## 甲\n\n### 乙\n\n#### 丙\n\n## 丁\n',
  ],
  ['an empty heading goes with its line', emptyHeading, '甲\n\n##\n\n乙\n', '甲\n\n乙\n'],
  ['bold goes', boldHeading, '## **甲**\n\n**乙**\n----\n', '## 甲\n\n乙\n----\n'],
  ['what would begin a list keeps its marks', boldHeading, '**1. 甲**\n------\n', '**1. 甲**\n------\n'],
  ['the title goes from the top', repeatedTitle, '# 《港口夜航》\n\n文\n', '文\n'],
  ['and stays further below', repeatedTitle, '文\n\n## 港口夜航\n', '文\n\n## 港口夜航\n'],
  [
    'a paragraph by accident gets its line back',
    accidentalHeading,
    '天黑了，船才出港。\n---\n\n文\n',
    '天黑了，船才出港。\n\n---\n\n文\n',
  ],
  ['a line of equals signs goes', accidentalHeading, '天黑了，船才出港。\n===\n\n文\n', '天黑了，船才出港。\n\n文\n'],
  ['a caption becomes a paragraph', captionHeading, '## △图源：港务局\n\n文\n', '△图源：港务局\n\n文\n'],
  ['one above an underline too', captionHeading, '**图：船**\n====\n\n文\n', '**图：船**\n\n文\n'],
];

for (const [why, rule, body, good] of FIXED)
  test(`${why}: ${JSON.stringify(body)}`, () => {
    assert.ok(count(rule, body) > 0);
    assert.equal(fixed(rule, body), good);
    if (good !== body) assert.equal(count(rule, good), 0);
  });

const SILENT: readonly [rule: Rule, body: string][] = [
  [topHeading, '## 甲\n\n`# 乙`\n\n```\n# 丙\n```\n'],
  [skippedLevel, '## 甲\n\n### 乙\n\n## 丙\n\n### 丁\n\n#### 戊\n'],
  [emptyHeading, '## ![甲](a.png)\n\n## `甲`\n'],
  [boldHeading, '## **甲**和乙\n\n## *甲*\n'],
  [repeatedTitle, '## 港口夜航记\n'],
  [accidentalHeading, '谁在夜里开船？\n---\n\n1\n-\n\n上\n下\n---\n'],
  [captionHeading, '## 图书馆来源\n\n## 图源在哪里\n'],
];
for (const [rule, body] of SILENT)
  test(`${rule.id} says nothing of ${JSON.stringify(body)}`, () => assert.equal(count(rule, body), 0));

const RULES = [topHeading, skippedLevel, emptyHeading, boldHeading, repeatedTitle, accidentalHeading, captionHeading];

test('in the reference articles, each heading has at most one fault but for its level and its bold, and a preferred fix clears it', {
  skip: skipWithoutShared,
}, () => {
  const wrong: string[] = [];
  const found = new Map<string, number>();
  for (const name of corpusNames()) {
    const text = corpusArticle(name);
    const before = problemsIn(text, { rules: RULES });
    for (const problem of before) {
      found.set(problem.rule, (found.get(problem.rule) ?? 0) + 1);
      const fix = problem.fixes.find(({ preferred }) => preferred);
      if (!fix) continue;
      const after = problemsIn(applyEdits(text, fix.edits), { rules: RULES });
      if (after.length >= before.length) wrong.push(`${name}: ${named(text, [problem])}`);
    }
  }
  console.log(`headings in the reference: ${[...found].map(([rule, n]) => `${rule} ${n}`).join(', ')}`);
  assert.deepEqual(wrong, []);
});
