import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edit';
import { droppedHtml } from '../../src/rules/dropped-html';
import { skipWithoutHugo, withBuild } from '../support/hugo';
import { named, problemsIn, WORLD } from './subjectOf';

const FRONT = '---\ntitle: "a"\ndate: 2025-02-07\n---\n\n';
const rules = [droppedHtml];

function fixed(body: string): string {
  const text = `${FRONT}${body}\n`;
  const edits = problemsIn(text, { rules }).flatMap(
    ({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? [],
  );
  return applyEdits(text, edits).slice(FRONT.length, -1);
}

const WRITTEN: readonly [html: string, markdown: string, published: string][] = [
  ['甲<b>乙</b>丙', '甲**乙**丙', '<p>甲<strong>乙</strong>丙</p>'],
  ['<strong>他是谁？</strong>学生', '**他是谁**？学生', '<p><strong>他是谁</strong>？学生</p>'],
  ['甲<em>乙</em>丙', '甲*乙*丙', '<p>甲<em>乙</em>丙</p>'],
  ['甲<s>乙</s>丙', '甲~~乙~~丙', '<p>甲<del>乙</del>丙</p>'],
  ['甲<br>乙', '甲\\\n乙', '<p>甲<br>\n乙</p>'],
  ['甲<br/>\n乙', '甲\\\n乙', '<p>甲<br>\n乙</p>'],
  ['甲乙<br>', '甲乙', '<p>甲乙</p>'],
  ['> 甲<br>乙', '> 甲\\\n乙', '<blockquote>\n<p>甲<br>\n乙</p>\n</blockquote>'],
  [
    '甲<img src="/a.png" alt="桥" title="夜">乙',
    '甲![桥](/a.png "夜")乙',
    '<p>甲<img src="/a.png" alt="桥" title="夜">乙</p>',
  ],
  [
    '见<a href="https://a.cn/x" target="_blank">船</a>。',
    '见[船](https://a.cn/x)。',
    '<p>见<a href="https://a.cn/x">船</a>。</p>',
  ],
  ['H<sub>2</sub>O', 'H₂O', '<p>H₂O</p>'],
  ['<span style="color:red">甲</span>乙', '甲乙', '<p>甲乙</p>'],
  ['<p>天黑以后，船才出港。</p>', '天黑以后，船才出港。', '<p>天黑以后，船才出港。</p>'],
  ['<h2>出港</h2>', '## 出港', '<h2 id="出港">出港</h2>'],
  ['<blockquote>出港</blockquote>', '> 出港', '<blockquote>\n<p>出港</p>\n</blockquote>'],
  ['甲\n\n<hr>\n\n乙', '甲\n\n---\n\n乙', '<p>甲</p>\n<hr>\n<p>乙</p>'],
  ['<img src="/a.png" alt="桥">', '![桥](/a.png)', '<p><img src="/a.png" alt="桥"></p>'],
  ['<p><img src="/a.png" alt="桥"></p>', '![桥](/a.png)', '<p><img src="/a.png" alt="桥"></p>'],
  ['<div>\n\n甲\n\n</div>', '\n\n甲\n\n', '<p>甲</p>'],
];

for (const [html, markdown] of WRITTEN)
  test(`HTML becomes the Markdown that does the same: ${JSON.stringify(html)}`, () => {
    assert.equal(fixed(html), markdown);
    assert.deepEqual(problemsIn(`${FRONT}${markdown}\n`, { rules }), []);
  });

test('Hugo publishes of the fixed text what the HTML meant', { skip: skipWithoutHugo }, () => {
  const files: Record<string, string> = {
    'hugo.toml': 'baseURL = "/"\ndisableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "404", "section"]\n',
    'layouts/_default/single.html': '{{ .Content }}',
  };
  WRITTEN.forEach(([html], i) => {
    files[`content/n/before${i}.md`] = `${FRONT}${html}\n`;
    files[`content/n/after${i}.md`] = `${FRONT}${fixed(html)}\n`;
  });
  withBuild(files, [], ({ published }) => {
    WRITTEN.forEach(([html, , wanted], i) => {
      assert.match(published(`n/before${i}/index.html`) ?? '', /raw HTML omitted/, html);
      assert.equal(
        published(`n/after${i}/index.html`)
          ?.trim()
          .replace(/<br \/>/g, '<br>'),
        wanted,
        html,
      );
    });
  });
});

for (const honest of [
  '甲 < 乙',
  '`<b>甲</b>`',
  '<https://a.cn/>',
  '```\n<b>甲</b>\n```',
  '甲\n\n<!--more-->\n\n乙',
  '<!-- copydesk-disable x -->\n\n甲',
  '甲 &lt;b&gt;',
])
  test(`nothing is said of what Hugo publishes: ${JSON.stringify(honest)}`, () => {
    assert.deepEqual(problemsIn(`${FRONT}${honest}\n`, { rules }), []);
  });

test('a site that lets HTML through hears nothing', () => {
  const world = { site: { ...WORLD.site, unsafe: true } };
  assert.deepEqual(problemsIn(`${FRONT}甲<b>乙</b>\n`, { rules, world }), []);
});

test('each pair and each block is told once, and what has no Markdown says what to use', () => {
  const text = `${FRONT}<b>甲</b>和<i>乙</i>，List<String>\n\n<table>\n<tr><td>甲</td></tr>\n</table>\n\n<iframe src="https://a.cn/"></iframe>\n\n甲 <!-- 待核 -->\n`;
  assert.deepEqual(
    named(text, problemsIn(text, { rules })).map((name) => name.slice('dropped-html '.length)),
    [
      '«<b>甲</b>»',
      '«<i>乙</i>»',
      '«<String>»',
      '«<table>\n<tr><td>甲</td></tr>\n</table>»',
      '«<iframe src="https://a.cn/"></iframe>»',
      '«<!-- 待核 -->»',
    ],
  );
});

test('ten thousand tags in one paragraph are read in linear time', () => {
  const start = performance.now();
  assert.equal(problemsIn(`${FRONT}${'<b>甲</b>'.repeat(10_000)}\n`, { rules }).length, 10_000);
  assert.ok(performance.now() - start < 4000);
});

test('text behind a comment at the beginning of a line is lost, and a new line saves it', () => {
  const text = `${FRONT}<!-- 记者注 --> 天黑以后，船才出港。\n`;
  const problems = problemsIn(text, { rules });
  assert.deepEqual(
    problems.map(({ severity }) => severity),
    ['warning'],
  );
  assert.deepEqual(named(text, problems), ['dropped-html «天黑以后，船才出港。»']);
  assert.equal(fixed('<!-- 甲 -->乙').trim(), '<!-- 甲 -->\n乙');
  assert.equal(fixed('<!-- copydesk-disable draft --> 乙').trim(), '<!-- copydesk-disable draft --> \n乙');
  assert.deepEqual(problemsIn(`${FRONT}<!--more--> 乙\n`, { rules }), []);
});
