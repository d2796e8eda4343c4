import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import { textOffsets } from '../../src/article/textOffsets';
import { applyEdits } from '../../src/base/edit';
import { DEFAULT_SITE } from '../../src/hugo/readSite';
import { renderBody } from '../../src/render/body';
import { all } from '../../src/rules/all';
import { differences, normalised } from '../support/dom';
import { corpusArticle, corpusNames, skipWithoutShared } from '../support/paths';
import { bodyOf } from '../support/renderArticle';
import { named, problemsIn } from './subjectOf';

const rules = all.filter(({ group }) => group === 'text');
const HEAD = '---\ntitle: a\n---\n\n';
const found = (body: string, head = HEAD) => named(head + body, problemsIn(head + body, { rules }));

/** The body after every preferred fix. */
function fixed(body: string): string {
  const edits = problemsIn(HEAD + body, { rules }).flatMap(
    ({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? [],
  );
  return applyEdits(HEAD + body, edits).slice(HEAD.length);
}

const HABIT = '船队在夜里出港，灯塔已经关了';

const RIGHT: readonly [why: string, body: string][] = [
  ['numbers, times, ratios and addresses are honest', `${HABIT}，比分3:1，10:30，1,000元，https://a.com/?a=1,2`],
  ['English has its own punctuation', 'He said: wait, stop; why? Yes!'],
  ['Japanese is not Chinese', '東京,大阪のことです,はい。'],
  ['Korean is not Chinese', '漢字,漢字는 한국어입니다。'],
  ['a name in brackets in English', 'Terry Tsao (曹世綸) told reporters.'],
  ['Latin words in half-width brackets', `${HABIT}(Donald Trump)，走了。`],
  ['brackets round an address, which would be no link without them', '船队(见 https://a.com/中文)出港了'],
  ['code is not prose', `\`中文,中文\`\n\n\`\`\`\n中文,中文。。 (中文) 他说"好"\n\`\`\`\n\n${HABIT}。`],
  ['an address is not prose', `[链接](https://a.com/中文,中文)和<https://a.com/中文,中文>。${HABIT}`],
  ['shortcodes are not prose', `{{< figure src="/a.jpg" alt="中文,中文" >}}`],
  ['ellipses and dashes have two signs', `${HABIT}……他说——不。`],
  ['exclamation marks may be many', `${HABIT}！！！`],
  ['quotation marks that Hugo turns as they should be', `${HABIT}，他说："好。"\n\n"好，" 他说。`],
  ['English quotation marks in English', 'He said "good" and left.'],
  ['an escaped quotation mark is meant', `${HABIT}\\"好\\"的`],
  ['emoji are joined', '👨‍👩‍👧 和 ❤️'],
  ['Persian words are joined', 'می‌خواهم'],
  ['a soft hyphen in a long word', 'Donau\u00addampf'],
  ['a number and its unit, and the marks of French', '10\u00a0km, «\u00a0oui\u00a0», M.\u00a0Dupont, prêt\u00a0?'],
  ['a full-width space between two parts of a line', '聯電跌深後震盪　法人看好'],
  ['a short line may come twice', '夜航\n\n夜航'],
  ['a quotation from the text, set apart', `${HABIT.repeat(3)}。\n\n> ${HABIT.repeat(3)}。`],
  ['sources that are alike', '![甲](/a.jpg)\n\n图源：新华社\n\n![乙](/b.jpg)\n\n图源：路透社'],
];
for (const [why, body] of RIGHT)
  test(`nothing to find: ${why}`, () => {
    assert.deepEqual(found(body), []);
  });

const FIXED: readonly [why: string, body: string, fixed: string][] = [
  ['a comma between 汉字', '船队出港,灯塔关了', '船队出港，灯塔关了'],
  ['with the space behind it', '来源: 港口日报社', '来源：港口日报社'],
  ['behind bold text', '船队**出港**,灯塔关了', '船队**出港**，灯塔关了'],
  ['before a number', '公司发布快报表示,2025年', '公司发布快报表示，2025年'],
  ['at the end', '灯塔为什么关了?', '灯塔为什么关了？'],
  ['a colon before Latin is only offered', '微信公众号码:Harbour', '微信公众号码:Harbour'],
  ['both parentheses', '船队(夜里)出港了', '船队（夜里）出港了'],
  ['the half-width one of a pair', '船队（夜里)出港了', '船队（夜里）出港了'],
  ['one full stop', '船队出港。。灯塔关了', '船队出港。灯塔关了'],
  ['words may be missing between two 、', '包括、、和其他', '包括、、和其他'],
  ['quotation marks in pairs', '他说"好"，"不"', '他说“好”，“不”'],
  ['over bold text', '他说"**好**"的', '他说“**好**”的'],
  ['an odd one is not guessed', '他说"好"，"不', '他说"好"，"不'],
  ['beside curly ones it is not guessed', '“他说"好"的”', '“他说"好"的”'],
  ['a no-break space becomes a space', '张三\u00a0港口大学', '张三 港口大学'],
  ['or nothing beside one', '1.1 \u00a0港口', '1.1 港口'],
  ['or nothing at the end of the line', '港口 \u00a0  \n灯塔', '港口  \n灯塔'],
  ['a paragraph of nothing else goes', '甲\n\n\u00a0\n\n乙', '甲\n\n\n\n乙'],
  ['a list is not made of a line', '-\u00a0甲', '-\u00a0甲'],
  ['a zero-width space goes', '港\u200b口', '港口'],
  ['emphasis is not made of marks', '*\u200b*港口*\u200b*', '*\u200b*港口*\u200b*'],
  ['an address is not joined', 'www\u200b.a.com', 'www\u200b.a.com'],
  ['indents', '　　船队出港。\n\n　　灯塔关了。', '船队出港。\n\n灯塔关了。'],
  ['a heading behind an indent is not made unasked', '　　## 港口', '　　## 港口'],
  ['an entity', '港口&amp;mdash;灯塔', '港口&mdash;灯塔'],
  ['a space that was an entity', '港口&amp;nbsp;灯塔', '港口 灯塔'],
  ['what may be meant stays', '写作 &amp;lt; 的', '写作 &amp;lt; 的'],
];
for (const [why, body, right] of FIXED)
  test(`put right: ${why}`, () => {
    assert.notDeepEqual(found(body), []);
    assert.equal(fixed(body), right);
    if (right !== body) assert.deepEqual(found(right), []);
  });

test('quotes that Hugo turns half are a warning, quotes that stay straight only a notice', async () => {
  assert.equal(await bodyOf('他说"好"，"不"'), '<p>他说"好"，“不”</p>\n');
  const severities = (body: string) => problemsIn(HEAD + body, { rules }).map(({ severity }) => severity);
  assert.deepEqual(severities('他说"好"，"不"'), ['warning']);
  assert.deepEqual(severities('他说"好"的'), ['information']);
});

test('where the typographer is off, all quotation marks stay straight', () => {
  const goldmark = { ...DEFAULT_SITE.dialect.goldmark, typographer: false };
  const site = { ...DEFAULT_SITE, dialect: { goldmark } };
  const [problem] = problemsIn(`${HEAD}他说"好"，"不"`, { rules, world: { site } });
  assert.equal(problem?.severity, 'information');
});

test('a formula is no prose where formulas are on', () => {
  assert.deepEqual(found(`${HABIT}$甲,乙$。`).length, 1);
  assert.deepEqual(found(`${HABIT}$甲,乙$。`, '---\ntitle: a\nmathjax: true\n---\n\n'), []);
});

test('one paragraph of code is told of once', () => {
  assert.deepEqual(found('{"@type": "Article", "name": {"x": 1}}'), ['leftover-code «{"@type": "»']);
  assert.deepEqual(found('window.\\_hmt = window.\\_hmt || [];\nfunction a() { b(); }').length, 1);
  assert.deepEqual(found('.post { color: red; }').length, 1);
  assert.deepEqual(found('He stood at the window. Today’s function (see there) has {braces}.'), []);
});

test('each character of a text node has its place in the source', () => {
  const cases = [
    '甲 \\"乙&amp;丙 &mdash; 丁',
    '> 甲\n> 乙 "丙"',
    '- 甲  \n  乙\\*',
    '甲\r\n乙 "丙"',
    '> - 甲\n>   乙',
    '&#128514;甲',
  ];
  for (const body of cases) {
    const { nodes } = articleOf(HEAD + body).body;
    for (const placed of nodes.of('text')) {
      const offsets = textOffsets(HEAD + body, placed);
      assert.ok(offsets, body);
      assert.equal(offsets.length, placed.node.value.length);
      for (const char of '甲乙丙丁') {
        const at = placed.node.value.indexOf(char);
        if (at >= 0) assert.equal((HEAD + body)[offsets[at]!], char, body);
      }
    }
  }
});

test('every text of the reference lies beside its source', { skip: skipWithoutShared }, () => {
  let without = 0;
  for (const name of corpusNames()) {
    const article = articleOf(corpusArticle(name));
    for (const placed of article.body.nodes.of('text')) if (!textOffsets(article.text, placed)) without++;
  }
  assert.equal(without, 0);
});

/** HTML without what the fixes may change: kinds of spaces, paragraphs of nothing else, hidden characters, and the width of marks. */
function plain(html: string): string {
  const wide = '，；：？！（）“”';
  const narrow = ',;:?!()""';
  const paged = html.replace(/<p>[\s\u00a0]*<\/p>/g, '').replace(/&nbsp;/g, ' ');
  return normalised(paged.replace(/[\u00a0\u3000]/g, ' ').replace(/[\u200b-\u200f\u2060\ue000-\uf8ff\ufeff]/g, ''))
    .replace(/[，；：？！（）“”]/g, (mark) => narrow[wide.indexOf(mark)] ?? mark)
    .replace(/\\"/g, '"')
    .replace(/([,。])\1/g, '$1')
    .replace(/(?<=[,;:]|")[ ]+|[ ]+(?=")|(?<= ) +/g, '');
}

test('fixes of the text change nothing on the page but the characters they name', { skip: skipWithoutShared }, () => {
  const wrong: string[] = [];
  let changed = 0;
  for (const name of corpusNames()) {
    const text = corpusArticle(name);
    const edits = problemsIn(text, { rules }).flatMap(
      ({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? [],
    );
    if (edits.length === 0) continue;
    changed++;
    const page = (of: string) =>
      plain(renderBody({ article: articleOf(of), site: DEFAULT_SITE, path: 'content/news/a.md' }));
    const [before, after] = [page(text), page(applyEdits(text, edits))];
    if (before !== after) wrong.push(name, ...differences(after, before));
  }
  assert.deepEqual(wrong, []);
  assert.ok(changed > 50);
});
