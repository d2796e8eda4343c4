import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import { english } from '../../src/base/message';
import { renderPreview } from '../../src/render/preview';
import { attributeOf, type Element, elementsOf, textOf } from '../support/dom';
import { NO_CONTEXT } from '../support/noContext';
import { corpusArticle, corpusNames, skipWithoutShared } from '../support/paths';
import { previewOf } from '../support/renderArticle';
import { siteOf } from '../support/siteOf';

function first(html: string, wanted: string): Element | undefined {
  return elementsOf(html).find(({ tagName, attrs }) => {
    const classes = attrs.find(({ name }) => name === 'class')?.value.split(' ') ?? [];
    return tagName === wanted || classes.includes(wanted);
  });
}

/** `h2@4`: the blocks with the lines they carry. */
function lined(html: string): string[] {
  return elementsOf(html).flatMap((element) => {
    const line = attributeOf(element, 'data-line');
    return line === undefined ? [] : [`${element.tagName}@${line}`];
  });
}

test('blocks carry the line they begin on, counted from the top of the file', async () => {
  const markdown = 'One\ntwo\n\n## Three\n\n- a\n- b\n\n> c\n>\n> d\n\n```\ne\n```\n';
  assert.deepEqual(lined(await previewOf(markdown)), [
    ...['h1@1', 'p@3', 'h2@6', 'ul@8', 'li@8', 'li@9', 'blockquote@11', 'p@11', 'p@13', 'pre@15'],
  ]);
});

test('parts from the front matter carry the line of their field', async () => {
  const frontMatter =
    'tags: [a]\ntitle: T\nlead: L\nthumbnail: https://a.cn/p.png\ndate: 2024-03-05\ncategories:\n  - c';
  assert.deepEqual(lined(await previewOf('', { frontMatter })), ['h1@2', 'p@3', 'div@5', 'div@6', 'figure@4', 'div@1']);
});

test('lines are those of the editor where lines end in CR LF', async () => {
  const site = await siteOf({});
  const article = articleOf('---\r\ntitle: T\r\n---\r\n\r\nOne\r\n\r\nTwo\r\n');
  const html = renderPreview({ article, site, path: 'a.md', context: NO_CONTEXT, translate: english });
  assert.deepEqual(lined(html), ['h1@1', 'p@4', 'p@6']);
});

test('a shortcode alone on its line carries its line, and what its caption holds carries none', async () => {
  const html = await previewOf('a\n\n{{< figure src="x.png" caption="b" >}}\n\n{{< youtube abc >}}\n');
  assert.deepEqual(lined(html), ['h1@1', 'p@3', 'figure@5', 'div@7']);
});

test('a picture of the site is named by its file, one of the web keeps its address', async () => {
  const html = await previewOf('![a](/img/港 口.png) ![b](</img/港 口.png>) ![c](https://a.cn/c) ![d](//a.cn/d.png)', {
    files: { 'hugo.toml': 'title = "x"' },
  });
  const pictures = elementsOf(html).filter(({ tagName }) => tagName === 'img');
  assert.deepEqual(
    pictures.map((picture) => [attributeOf(picture, 'data-file'), attributeOf(picture, 'src')]),
    [
      ['static/img/港 口.png', undefined],
      [undefined, 'https://a.cn/c'],
      [undefined, 'https://a.cn/d.png'],
    ],
  );
});

test('a picture beside a page bundle is found in the bundle', async () => {
  const html = await previewOf('![a](pier.png)', { path: 'content/news/trip/index.md', files: { 'hugo.toml': '' } });
  const picture = first(html, 'img');
  assert.equal(picture && attributeOf(picture, 'data-file'), 'content/news/trip/pier.png');
});

test('a thumbnail without a slash is the site’s, as the theme takes it', async () => {
  const picture = first(await previewOf('', { frontMatter: 'title: T\nthumbnail: img/p.png' }), 'thumbnail__image');
  assert.equal(picture && attributeOf(picture, 'data-file'), 'static/img/p.png');
  assert.equal(picture && attributeOf(picture, 'alt'), 'T');
});

test('links within the article lead to where they lead on the page', async () => {
  const html = await previewOf('[a](#港口) b[^1]\n\n## 港口\n\n[^1]: c\n', { frontMatter: 'title: T\ntoc: true' });
  const ids = new Set(elementsOf(html).map((element) => attributeOf(element, 'id')));
  const targets = elementsOf(html).flatMap((element) => attributeOf(element, 'href') ?? []);
  assert.equal(targets.length, 4);
  for (const target of targets) assert.ok(ids.has(decodeURIComponent(target.slice(1))), target);
});

test('aligned cells say so without a style', async () => {
  const html = await previewOf('| a |\n|--:|\n| b |\n');
  assert.equal(attributeOf(first(html, 'td')!, 'data-align'), 'right');
  assert.doesNotMatch(html, /style/);
});

test('a video is a card with a link, in the editor’s language', async () => {
  const html = await previewOf('{{< youtube abc >}}', { translate: (of) => `[${english(of)}]` });
  assert.equal(textOf(first(html, 'preview-card')!), '[YouTube video]https://www.youtube.com/watch?v=abc');
});

test('any other shortcode is a card with its name and what it holds', async () => {
  const html = await previewOf('{{< note "x" >}}Mind the *gap*{{< /note >}}');
  assert.equal(textOf(first(html, 'preview-card')!), 'Shortcode “note”Mind the *gap*');
});

test('HTML is left out as on the site, and shown as text where the site would run it', async () => {
  assert.equal(textOf(first(await previewOf('a <b>b</b>'), 'post__content')!).trim(), 'a b');
  const files = { 'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true' };
  const html = await previewOf('a <b>b</b>\n\n<div onclick="x()">\n</div>\n', { files });
  assert.equal(textOf(first(html, 'preview-html')!), '<b>');
  assert.match(textOf(first(html, 'preview-card--html')!), /<div onclick="x\(\)">/);
  assert.equal(elementsOf(html).filter(({ tagName }) => tagName === 'b').length, 0);
});

test('emphasis that does not render is seen as it will be published', async () => {
  assert.equal(textOf(first(await previewOf('**港口。**夜景'), 'post__content')!).trim(), '**港口。**夜景');
});

test('every reference article has a preview that says what its page says', { skip: skipWithoutShared }, async () => {
  const site = await siteOf({});
  for (const name of corpusNames().filter((_, i) => i % 10 === 0)) {
    const article = articleOf(corpusArticle(name));
    const html = renderPreview({ article, site, path: `content/${name}.md`, context: NO_CONTEXT, translate: english });
    const lines = lined(html).map((part) => Number(part.split('@')[1]));
    assert.ok(lines.length > 0 && lines.every((line) => line < article.text.split('\n').length), name);
  }
});
