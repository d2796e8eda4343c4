import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import { renderBody } from '../../src/render/body';
import { differences, normalised } from '../support/dom';
import { readShared, skipWithoutShared } from '../support/paths';
import { bodyOf, type RenderOptions } from '../support/renderArticle';
import { siteOf } from '../support/siteOf';

async function same(markdown: string, html: string, options: RenderOptions = {}): Promise<void> {
  assert.deepEqual(differences(normalised(await bodyOf(markdown, options)), normalised(html)), []);
}

const UNSAFE: RenderOptions = { files: { 'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true' } };
const HARD: RenderOptions = { files: { 'hugo.toml': '[markup.goldmark.renderer]\nhardWraps = true' } };

test('a heading is named after its source, lower case, without what is no letter', () =>
  same('## 港口 Harbour, *No.* 7！', '<h2 id="港口-harbour-no-7">港口 Harbour, <em>No.</em> 7！</h2>'));

test('a heading without letters is called heading', () => same('# ？！', '<h1 id="heading">？！</h1>'));

test('equal headings are numbered, and a number that is taken is not given again', () =>
  same(
    '# Tide\n\n# Tide-1\n\n# Tide\n\n# tide',
    '<h1 id="tide">Tide</h1><h1 id="tide-1">Tide-1</h1><h1 id="tide-2">Tide</h1><h1 id="tide-3">tide</h1>',
  ));

test('headings in a note are named in the order of the source, though the note stands last', () =>
  same(
    'a[^n]\n\n[^n]: # Tide\n\n# Tide',
    `<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p><h1 id="tide-1">Tide</h1>
    <div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><h1 id="tide">Tide</h1>
    &nbsp;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">↩︎</a></li></ol></div>`,
  ));

test('an id of one’s own keeps others from being called so', () =>
  same('# A {#b}\n\n# B', '<h1 id="b">A</h1><h1 id="b-1">B</h1>'));

test('attributes of a heading are published, but for handlers of events', () =>
  same('# A {.wide data-part="2" onclick="x()" title="t"}', '<h1 id="a" class="wide" data-part="2" title="t">A</h1>'));

test('a Turkish capital becomes one small letter', () => same('# İzmir', '<h1 id="izmir">İzmir</h1>'));

test('addresses are escaped, and what looks like an escape stays', () =>
  same(
    '[a](<b c/港口.html?x=%e6%zz>) [b](%4!) [c](%4)',
    '<p><a href="b%20c/%E6%B8%AF%E5%8F%A3.html?x=%e6%25zz">a</a> <a href="%4!">b</a> <a href="%254">c</a></p>',
  ));

test('scripts, files and data are taken out of addresses', () =>
  same(
    '[a](JavaScript:x) [b](vbscript:x) [c](file:///x) [d](data:text/html,x) ![e](data:image/svg+xml,x) ![f](data:image/png;base64,AA)',
    `<p><a href="">a</a> <a href="">b</a> <a href="">c</a> <a href="">d</a> <img src="" alt="e">
     <img src="data:image/png;base64,AA" alt="f"></p>`,
  ));

test('a site that publishes raw HTML keeps such addresses too', () =>
  same('[a](javascript:x)', '<p><a href="javascript:x">a</a></p>', UNSAFE));

test('an empty title is an attribute all the same', () =>
  same('[a](b "") ![c](d "e")', '<p><a href="b" title="">a</a> <img src="d" alt="c" title="e"></p>'));

test('references stand for the first definition of their label', () =>
  same(
    '[a][k] ![b][k] [none][x]\n\n[k]: /one "t"\n[k]: /two',
    '<p><a href="/one" title="t">a</a> <img src="/one" alt="b" title="t"> [none][x]</p>',
  ));

test('HTML in an article is a comment for each tag', () =>
  same('a <b>c</b><br>', '<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --><!-- raw HTML omitted --></p>'));

test('a block of HTML is one comment, two when it ends on a later line of its kind', () =>
  same(
    '<div>\nx\n</div>\n\n<script>\nx()\n</script>\n\n<!-- one line -->',
    `<!-- raw HTML omitted --><!-- raw HTML omitted --><!-- raw HTML omitted --><!-- raw HTML omitted -->`,
  ));

test('a site with unsafe publishes HTML as it is written', () =>
  same('<div class="x">\n\n*a* <kbd>b</kbd>\n\n</div>', '<div class="x"><p><em>a</em> <kbd>b</kbd></p></div>', UNSAFE));

test('the first divider of the summary vanishes, also from within a paragraph; a second one is HTML like any other', () =>
  same('a <!--more--> b\n\n<!--more-->\n', '<p>a</p><p>b</p><!-- raw HTML omitted -->'));

test('fences lose their last empty lines and can be reached by keyboard; indented code cannot', () =>
  same(
    '```\na\n\n\n```\n\n~~~ news x\nb\n~~~\n\n    c\n',
    '<pre tabindex="0"><code>a\n</code></pre><pre tabindex="0"><code class="language-news" data-lang="news">b\n</code></pre><pre><code>c\n</code></pre>',
  ));

test('the language of a fence ends at a space or a brace', () =>
  same(
    '```x{.y}\n```\n\n```{.y}\n```\n\n```a\tb c\n```\n',
    '<pre tabindex="0"><code class="language-x" data-lang="x"></code></pre><pre tabindex="0"><code></code></pre><pre tabindex="0"><code class="language-a\tb" data-lang="a\tb"></code></pre>',
  ));

test('aligned cells have a style, those that a row lacks have none', () =>
  same(
    '| a | b |\n|:-:|--:|\n| 1 |\n',
    `<table><thead><tr><th style="text-align:center">a</th><th style="text-align:right">b</th></tr></thead>
     <tbody><tr><td style="text-align:center">1</td><td></td></tr></tbody></table>`,
  ));

test('a list without blank lines has bare text, one with them has paragraphs', () =>
  same(
    '- a\n- b\n\n3) c\n\n4) d\n',
    '<ul><li>a</li><li>b</li></ul><ol start="3"><li><p>c</p></li><li><p>d</p></li></ol>',
  ));

test('the boxes of tasks stand in the first block of their item', () =>
  same(
    '- [x] a\n\n- [ ] b [x] c\n',
    `<ul><li><p><input type="checkbox" checked disabled> a</p></li>
     <li><p><input type="checkbox" disabled> b <input type="checkbox" checked disabled> c</p></li></ul>`,
  ));

test('notes are numbered by first use, repeated ones have a link back for each use, unused ones are not published', () =>
  same(
    'a[^y] b[^x] c[^y]\n\n[^x]: X\n[^y]: Y\n[^z]: Z\n',
    `<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>
     b<sup id="fnref:2"><a href="#fn:2" class="footnote-ref" role="doc-noteref">2</a></sup>
     c<sup id="fnref1:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
     <div class="footnotes" role="doc-endnotes"><hr><ol>
     <li id="fn:1"><p>Y&nbsp;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">↩︎</a>&nbsp;<a
       href="#fnref1:1" class="footnote-backref" role="doc-backlink">↩︎</a></p></li>
     <li id="fn:2"><p>X&nbsp;<a href="#fnref:2" class="footnote-backref" role="doc-backlink">↩︎</a></p></li>
     </ol></div>`,
  ));

test('a description has paragraphs only behind a blank line', () =>
  same(
    'Price\n: 5 *yuan*\n\nPlace\n\n: Here\n',
    '<dl><dt>Price</dt><dd>5 <em>yuan</em></dd><dt>Place</dt><dd><p>Here</p></dd></dl>',
  ));

test('pictures keep entities in their alternative text as they are written', () =>
  same('![it&#39;s *one*](a.png)', '<p><img src="a.png" alt="it&amp;#39;s one"></p>'));

test('lines break where the site says so', () => same('a\nb *c\nd*', '<p>a<br>b <em>c<br>d</em></p>', HARD));

test('a lone half of a surrogate pair does not stop anything', () =>
  same('[a](\ud800) # \udc00', '<p><a href="%EF%BF%BD">a</a> # \udc00</p>'));

test('the seed is rendered within two milliseconds', { skip: skipWithoutShared }, async () => {
  const source = { article: articleOf(readShared('seed/article.md')), site: await siteOf({}), path: 'content/a.md' };
  const times = Array.from({ length: 150 }, () => {
    const start = performance.now();
    renderBody(source);
    return performance.now() - start;
  });
  const best = Math.min(...times.slice(50));
  assert.ok(best <= 2, `${best.toFixed(2)} ms`);
});

test('a note that only refers to itself is published', async () => {
  const html = await bodyOf('a\n\n[^n]: Circle[^n]\n');
  assert.match(html, /<li id="fn:1">\n<p>Circle<sup id="fnref:1">/);
});

test('references within notes count where the first note is written', async () => {
  const html = await bodyOf('[^a]: A[^b]\n\n[^b]: B\n\nx[^c] y[^a]\n\n[^c]: C\n');
  assert.deepEqual(html.match(/<li id="fn:\d">\n<p>\w/g), [
    '<li id="fn:1">\n<p>B',
    '<li id="fn:2">\n<p>C',
    '<li id="fn:3">\n<p>A',
  ]);
});
