import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, normalised } from '../support/dom';
import { bodyOf, type RenderOptions } from '../support/renderArticle';

async function same(markdown: string, html: string, options: RenderOptions = {}): Promise<void> {
  assert.deepEqual(differences(normalised(await bodyOf(markdown, options)), normalised(html)), []);
}

test('a figure alone on its line is no paragraph', () =>
  same(
    '{{< figure src="/img/a b.png" alt="Boats" caption="Boats *at dusk*" attr="Lin" attrlink="https://a.cn" width="300" >}}',
    `<figure><img src="/img/a%20b.png" alt="Boats" width="300"><figcaption><p>Boats <em>at dusk</em>
     <a href="https://a.cn">Lin</a></p></figcaption></figure>`,
  ));

test('the caption is the alternative text of a figure without one', () =>
  same(
    '{{< figure src="a.png" caption="The \\"old\\" *pier* & sea" >}}',
    `<figure><img src="a.png" alt="The &amp;ldquo;old&amp;rdquo; pier &amp;amp; sea"><figcaption>
     <p>The “old” <em>pier</em> &amp; sea</p></figcaption></figure>`,
  ));

test('a figure may be a link and have a title', () =>
  same(
    '{{< figure src="a.png" link="https://a.cn" target="_blank" rel="noopener" title="T" class="wide" >}}',
    `<figure class="wide"><a href="https://a.cn" target="_blank" rel="noopener"><img src="a.png"></a>
     <figcaption><h4>T</h4></figcaption></figure>`,
  ));

test('the address of a script is replaced as a template does', () =>
  same('{{< figure src="javascript:x" >}}', '<figure><img src="#ZgotmplZ"></figure>'));

test('within a line a shortcode stands among the words', () =>
  same('By {{< param author >}}, *today*', '<p>By Lin, <em>today</em></p>', { frontMatter: 'title: T\nauthor: Lin' }));

test('a parameter that the article does not have is the site’s, and alone on its line it is no paragraph', () =>
  same('{{< param "House" >}}', 'Harbour', { files: { 'hugo.toml': '[params]\nhouse = "Harbour"' } }));

test('a video is a frame in a box', () =>
  same(
    '{{< youtube id="abc" autoplay="true" title="The pier" >}}',
    `<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;">
     <iframe src="https://www.youtube.com/embed/abc?autoplay=1" title="The pier" allowfullscreen
       style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;"></iframe></div>`,
  ));

test('shortcodes run in code too, unless they are commented', () =>
  same(
    '```\n{{< param title >}} {{</* param title */>}}\n```\n',
    '<pre tabindex="0"><code>T {{&lt; param title &gt;}}\n</code></pre>',
    { frontMatter: 'title: T' },
  ));

test('a reference leads to the page of the article', () =>
  same(
    '[a]({{< ref "news/b.md" >}}) [b]({{< relref "b#part" >}})',
    '<p><a href="/news/b/">a</a> <a href="/news/b/#part">b</a></p>',
  ));

test('what a percent shortcode makes is HTML in Markdown, and omitted', () =>
  same('{{% figure src="a.png" %}}', '<!-- raw HTML omitted -->'));

test('a shortcode of the site leaves a comment that names it, and its tags are not read as Markdown', () =>
  same('{{< gallery "*a*" >}}', '<!-- shortcode gallery -->'));

test('in the id of a heading a shortcode leaves the word that Hugo puts in its place', () =>
  same('{{< param title >}}\n\n## Of {{< param title >}}', 'T<h2 id="of-hahahugoshortcodes1hbhb">Of T</h2>', {
    frontMatter: 'title: T',
  }));

test('behind the box of a task a shortcode is not alone', () =>
  same(
    '- [x] {{< param title >}}\n\n- b\n',
    '<ul><li><p><input type="checkbox" checked disabled> T</p></li><li><p>b</p></li></ul>',
    { frontMatter: 'title: T' },
  ));
