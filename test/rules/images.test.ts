import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edit';
import { english } from '../../src/base/message';
import { DEFAULT_SITE } from '../../src/hugo/readSite';
import { all } from '../../src/rules/all';
import { sameAddress } from '../../src/rules/pictures';
import { bodyOf } from '../support/renderArticle';
import { named, problemsIn } from './subjectOf';

const rules = all.filter(({ group }) => group === 'images');
const HEAD = '---\ntitle: 港口夜航\n---\n\n';
const found = (body: string, world = {}) => named(HEAD + body, problemsIn(HEAD + body, { rules, world }));
const fixesOf = (body: string) =>
  problemsIn(HEAD + body, { rules }).flatMap(({ fixes }) =>
    fixes.map((fix) => ({
      title: english(fix.title),
      preferred: fix.preferred === true,
      body: applyEdits(HEAD + body, fix.edits).slice(HEAD.length),
    })),
  );

test('an `<img>` counts only where the site publishes raw HTML', () => {
  assert.deepEqual(found('<img src="/a.jpg">'), []);
  assert.deepEqual(found('<img src="/a.jpg">', { site: { ...DEFAULT_SITE, unsafe: true } }), [
    'missing-alt-text «<img src="/a.jpg">»',
  ]);
});

test('pictures in code are none', () => {
  assert.deepEqual(found('`![](a.jpg)`\n\n```\n![]()\n```'), []);
});

test('a picture by reference is one', () => {
  assert.deepEqual(found('![][a]\n\n[a]: /a.jpg'), ['missing-alt-text «![][a]»']);
  assert.deepEqual(found('![图片][a]\n\n[a]: /a.jpg'), ['placeholder-alt-text «图片»']);
});

test('Hugo takes the caption of a figure for its alt text', () => {
  assert.deepEqual(found('{{< figure src="/a.jpg" caption="港口" >}}'), []);
  assert.deepEqual(found('{{< figure src="/a.jpg" title="港口" >}}').length, 1);
});

const CAPTIONS: readonly [why: string, body: string, fixed: string][] = [
  ['the paragraph below', '![](/a.jpg)\n\n△灯塔与船队\n\n正文。', '![灯塔与船队](/a.jpg)\n\n△灯塔与船队\n\n正文。'],
  ['without its source', '![](/a.jpg)\n\n灯塔。图源：新华社', '![灯塔](/a.jpg)\n\n灯塔。图源：新华社'],
  ['the line behind it', '![](/a.jpg)\n*灯塔与船队*', '![灯塔与船队](/a.jpg)\n*灯塔与船队*'],
  ['a figure’s attribute', '{{< figure src="/a.jpg" >}}\n\n灯塔', '{{< figure alt="灯塔" src="/a.jpg" >}}\n\n灯塔'],
  ['in place of “图片”', '![图片](/a.jpg)\n\n灯塔', '![灯塔](/a.jpg)\n\n灯塔'],
  [
    'on one line, without brackets',
    '![](/a.jpg)\n\n\\[灯塔\\]\n与船队',
    '![灯塔 与船队](/a.jpg)\n\n\\[灯塔\\]\n与船队',
  ],
];
for (const [why, body, fixed] of CAPTIONS)
  test(`the caption is offered as alt text, never written unasked: ${why}`, () => {
    const [fix] = fixesOf(body);
    assert.equal(fix?.body, fixed);
    assert.match(fix.title, /^Use the caption/);
    assert.equal(fix.preferred, false);
    assert.deepEqual(found(fixed), []);
  });

test('a sentence of the article is no caption: the heading above or the title is offered', () => {
  const sentence = '![](/a.jpg)\n\n船队在夜里出港。';
  assert.deepEqual(
    fixesOf(sentence).map(({ body }) => body),
    ['![港口夜航](/a.jpg)\n\n船队在夜里出港。'],
  );
  assert.equal(fixesOf(`## 灯塔\n\n${sentence}`)[0]?.body, '## 灯塔\n\n![灯塔](/a.jpg)\n\n船队在夜里出港。');
});

test('an address that slipped out behind its picture is put back, and readers see the picture', async () => {
  const [back] = fixesOf('![]()https://example.com/a.png![]()\n\n正文。');
  assert.equal(back?.body, '![](https://example.com/a.png)\n\n正文。');
  assert.equal(await bodyOf(back.body), '<p><img src="https://example.com/a.png" alt=""></p>\n<p>正文。</p>\n');
});

test('a picture is taken out with its line; one in a link stays', () => {
  assert.equal(fixesOf('甲\n\n![]()\n\n乙').at(-1)?.body, '甲\n\n乙');
  assert.equal(fixesOf('甲![]()乙').at(-1)?.body, '甲乙');
  assert.equal(fixesOf('甲\r\n\r\n![]()\r\n\r\n乙').at(-1)?.body, '甲\r\n\r\n乙');
  assert.deepEqual(fixesOf('[![]()](/a)'), []);
});

test('addresses are the same when they lead to the same file', () => {
  const same = (a: string, b: string) => sameAddress(a) === sameAddress(b);
  assert.ok(same('http://A.com/x.jpg', 'https://a.com/x.jpg#top'));
  assert.ok(same('https://a.com/x.jpg?w=640', 'https://a.com/x.jpg?x-oss-process=image/resize'));
  assert.ok(same('/img/%E6%B8%AF.jpg', '/img/港.jpg'));
  assert.ok(!same('https://a.com/x?id=1', 'https://a.com/x?id=2'));
  assert.ok(!same('/img/a.jpg', '/img/A.jpg'));
  assert.ok(same('/%zz', '/%zz'));
});

const ALTS: readonly [alt: string, rule: string | undefined][] = [
  ['图片', 'placeholder-alt-text'],
  ['图片1', 'placeholder-alt-text'],
  ['图二', 'placeholder-alt-text'],
  ['Image', 'placeholder-alt-text'],
  ['在这里插入图片描述', 'placeholder-alt-text'],
  ['图书馆', undefined],
  ['Photo of a harbour', undefined],
  ['图为灯塔', undefined],
  ['1.jpeg', 'file-name-alt-text'],
  ['640 (1).jpg', 'file-name-alt-text'],
  ['https://example.com/b', 'file-name-alt-text'],
  ['IMG_2041', 'file-name-alt-text'],
  ['微信图片_20250207191157', 'file-name-alt-text'],
  ['a_1', undefined],
  ['harbour_02', 'file-name-alt-text'],
  ['Node.js 的图标', undefined],
];
for (const [alt, rule] of ALTS)
  test(`“${alt}” is ${rule ?? 'a fair text'}`, () => {
    assert.deepEqual(found(`![${alt}](/img/harbour_02.jpg)`), rule ? [`${rule} «${alt}»`] : []);
  });
