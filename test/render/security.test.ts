import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf, type Element, elementsOf } from '../support/dom';
import { previewOf, type RenderOptions } from '../support/renderArticle';

const TAGS = new Set(
  (
    'article header footer nav div span p h1 h2 h3 h4 h5 h6 blockquote pre code em strong del sup br hr a img time figure figcaption ' +
    'ul ol li dl dt dd table thead tbody tr th td input'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'class id title data-line data-file data-align data-lang href src alt width height type disabled checked start datetime'.split(
    ' ',
  ),
);

/** What must never reach the preview, as `tag attribute=value`. */
function forbidden(html: string): string[] {
  return elementsOf(html).flatMap((element) => [
    ...(TAGS.has(element.tagName) ? [] : [element.tagName]),
    ...element.attrs
      .filter((attribute) => !isAllowed(element, attribute))
      .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
  ]);
}

function isAllowed(element: Element, { name, value }: { readonly name: string; readonly value: string }): boolean {
  if (!ATTRIBUTES.has(name)) return false;
  if (name === 'href') return /^(?:https?:|mailto:|[/#?]|[^:]*$)/i.test(value);
  if (name === 'src') return /^(?:https?:|data:image\/(?:png|jpeg|gif|webp);)/i.test(value);
  if (name === 'type') return value === 'checkbox' && attributeOf(element, 'disabled') !== undefined;
  if (name === 'id') return value.startsWith('article-');
  return true;
}

const UNSAFE: RenderOptions['files'] = { 'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true' };

const BODIES = [
  '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<svg onload=alert(1)><script>x</script></svg>',
  'a <script>alert(1)</script> <img src=x onerror=alert(1)> <a href="javascript:x">b</a> <style>*{}</style>',
  '<iframe src="https://a.cn"></iframe>\n\n<form action="https://a.cn"><input name=q></form>\n\n<meta http-equiv=refresh content=0>',
  '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](java\\script:x) [e](vbscript:x)',
  '[a](<java\tscript:x>) [b](<\u0001javascript:x>) [c](data:text/html,<script>x</script>) [d](command:workbench.x) [e](vscode://x)',
  '<javascript:alert(1)> <command:workbench.action.quit> <data:text/html,x> <vscode-resource:x>',
  '![a](javascript:x) ![b](data:image/svg+xml;base64,AA) ![c](data:text/html,x) ![d](file:///etc/passwd) ![e](vscode-webview://x)',
  '![a" onerror="alert(1)](x.png "b\' onload=\'alert(1)") [c](/x "\\" onclick=\\"alert(1)")',
  '# A {onclick="alert(1)" onmouseover=x style="position:fixed" class="lost page" data-line="1" data-file="/etc/passwd" href="javascript:x"}',
  '# B {id="page" name="x" srcdoc="<script>" ONCLICK="x" className="lost" dataLine="3" tabindex="1" is="x-y"}\n\n# page\n\n# failure',
  '</article></div></body><script>x</script>\n\n`</code></pre><script>x</script>`\n\n```"><script>x\n</code><script>x</script>\n```',
  '| <img src=x onerror=x> | b |\n|:-:|---|\n| <script>x</script> | `<script>` |',
  'a[^1]\n\n[^1]: <script>x</script> [b](javascript:x)\n\nT <b onclick=x>\n: <script>x</script>',
  '{{< figure src="javascript:x" link="javascript:x" caption="<script>x</script> [a](javascript:x)" class="\\"><script>" title="<img onerror=x>" >}}',
  '{{< youtube "\\"><script>alert(1)</script>" >}}\n\n{{< gist "a/../.." "\\"><script>" >}}\n\n{{< vimeo "x?y=<z>" >}}',
  '{{< x >}}<script>alert(1)</script>{{< /x >}}\n\n{{< highlight html >}}</code></pre><script>x</script>{{< /highlight >}}',
  '{{< param evil >}} [a]({{< param evil >}}) ![b]({{< param link >}})\n\n[c]({{< param link >}})',
  '[a]: javascript:alert(1) "x"\n[b]: data:text/html,x\n\n[x][a] ![y][a] [z][b]\n\n- [x] <input type=text>',
];

const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
const FRONT_MATTER = [
  `title: '${EVIL}'\nlead: '${EVIL}'\nthumbnail: '${EVIL}'\ntags: ['${EVIL}']\ncategories: ['${EVIL}']\ntoc: true\nauthorbox: true\nevil: '${EVIL}'\nlink: javascript:alert(1)`,
  'title: T\nthumbnail: javascript:alert(1)\nevil: javascript:alert(1)\nlink: command:x',
  'title: T\nthumbnail: data:text/html,<script>x</script>\nevil: x\nlink: data:text/html,x',
  'title: T\nthumbnail: data:image/svg+xml;base64,PHN2Zz4=\ntags: {a: <script>x</script>}\ncategories: [[<b>]]\nevil: <iframe>',
  `title: [a]\nthumbnail: {src: '${EVIL}'}\nauthorbox: "true"\nevil: \u0000`,
];

const AUTHOR = `[author]
name = '${EVIL}'
bio = '<script>x</script> [a](javascript:x) ![b](javascript:x) {onclick=x}'
avatar = 'javascript:alert(1)'
`;

test('nothing of a hostile article reaches the preview but text', async () => {
  for (const body of BODIES)
    for (const frontMatter of FRONT_MATTER)
      for (const files of [{ 'hugo.toml': AUTHOR }, { 'hugo.toml': `${AUTHOR}${UNSAFE['hugo.toml'] as string}` }])
        assert.deepEqual(forbidden(await previewOf(body, { frontMatter, files })), [], `${frontMatter}\n${body}`);
});

test('classes of an article never are those of the preview', async () => {
  const html = await previewOf(
    '# A {.lost .post__title}\n\n{{< figure src="a.png" class="lost" >}}\n\n```lost post\nx\n```\n',
  );
  const classes = elementsOf(html).flatMap((element) => attributeOf(element, 'class')?.split(' ') ?? []);
  assert.deepEqual(
    classes.filter((name) => name === 'lost' || name === 'post__title'),
    ['post__title'],
  );
});

test('an article cannot end the element it stands in', async () => {
  const html = await previewOf('</article></div>\n\n<!-- <article> -->\n\nEnd', { files: UNSAFE });
  const [outer, ...rest] = elementsOf(html);
  assert.equal(outer?.tagName, 'article');
  assert.equal(rest.filter(({ tagName }) => tagName === 'article').length, 0);
  assert.match(html, /End<\/p>\s*<\/div><\/article>$/);
});

test('the check of this file would see what it forbids', () => {
  const bad =
    '<p onclick="x"><script></script><a href="javascript:x">a</a><img src="data:image/svg+xml,x"><h1 id="page" style="x">';
  assert.deepEqual(forbidden(bad), [
    'p onclick=x',
    'script',
    'a href=javascript:x',
    'img src=data:image/svg+xml,x',
    'h1 id=page',
    'h1 style=x',
  ]);
});
