import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node, Parent } from 'mdast';
import { articleOf } from '../../src/article/articleOf';
import type { Span } from '../../src/base/span';

function bodyOf(markdown: string) {
  const text = `---\ntitle: t\n---\n${markdown}`;
  const { body } = articleOf(text);
  return { text, body, cut: ({ start, end }: Span) => text.slice(start, end) };
}

function images(markdown: string): string[] {
  const { body, cut } = bodyOf(markdown);
  return body.images.map(
    (i) =>
      `${i.kind} <${i.url}> at <${cut(i.urlSpan)}>, alt <${i.alt}> at <${cut(i.altSpan)}>${i.title ? `, ${i.title}` : ''}`,
  );
}
function links(markdown: string): string[] {
  const { body, cut } = bodyOf(markdown);
  return body.links.map((l) => `<${l.text}> to <${l.url}> at <${cut(l.urlSpan)}>`);
}
/** Values of all text and code. */
function texts(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: Node) => {
    if ('value' in node) found.push(String(node.value));
    for (const child of (node as Partial<Parent>).children ?? []) visit(child);
  };
  visit(bodyOf(markdown).body.tree);
  return found;
}

test('pictures of every kind are found with their parts', () => {
  assert.deepEqual(images('![a](b.png "c")'), ['markdown <b.png> at <b.png>, alt <a> at <a>, c']);
  assert.deepEqual(images('![a [x] ](<b c.png>)'), ['markdown <b c.png> at <b c.png>, alt <a [x] > at <a [x] >']);
  assert.deepEqual(images('![](a_(b).png)'), ['markdown <a_(b).png> at <a_(b).png>, alt <> at <>']);
  assert.deepEqual(images('![a][r]\n\n[r]: /b.png "c"'), ['reference </b.png> at </b.png>, alt <a> at <a>, c']);
  assert.deepEqual(images('![r]\n\n[r]: </b.png>'), ['reference </b.png> at </b.png>, alt <r> at <r>']);
  assert.deepEqual(images('<img src="a.png?x&amp;y" alt=\'b\'> <!-- <img src="no"> -->'), [
    'html <a.png?x&y> at <a.png?x&amp;y>, alt <b> at <b>',
  ]);
  assert.deepEqual(images('{{< figure src="a.png" alt="b" >}}'), ['shortcode <a.png> at <a.png>, alt <b> at <b>']);
  assert.deepEqual(images('[![a](b.png)](c)'), ['markdown <b.png> at <b.png>, alt <a> at <a>']);
  assert.deepEqual(images('![](data:image/png;base64,AAAA)'), [
    'markdown <data:image/png;base64,AAAA> at <data:image/png;base64,AAAA>, alt <> at <>',
  ]);
});

test('links are found with their text and address', () => {
  assert.deepEqual(links('[a **b**](c "d")'), ['<a b> to <c> at <c>']);
  assert.deepEqual(links('[![a](b.png)](c)'), ['<a> to <c> at <c>']);
  assert.deepEqual(links('[a][r]\n\n[r]: d'), ['<a> to <d> at <d>']);
  assert.deepEqual(links('<https://a.cn/>'), ['<https://a.cn/> to <https://a.cn/> at <https://a.cn/>']);
  assert.deepEqual(links('www.a.cn'), ['<www.a.cn> to <https://www.a.cn> at <www.a.cn>']);
  assert.deepEqual(links('> [a](\n> b)'), ['<a> to <b> at <b>']);
});

test('headings have their text without marks', () => {
  const { body } = bodyOf('# A *b* `c` [d](e)\n\nF\n===\n');
  assert.deepEqual(
    body.headings.map(({ depth, text }) => [depth, text]),
    [
      [1, 'A b c d'],
      [1, 'F'],
    ],
  );
});

test('a shortcode is a word to Markdown, and the tree shows its source', () => {
  assert.deepEqual(texts('**a{{< x "*b*" >}}**'), ['a{{< x "*b*" >}}']);
  assert.deepEqual(texts('a{{< x >}}*b*{{< /x >}}'), ['a{{< x >}}*b*{{< /x >}}']);
  assert.deepEqual(texts('{{% x %}}*b*{{% /x %}}'), ['{{% x %}}', 'b', '{{% /x %}}']);
  assert.deepEqual(texts('```\n{{< x >}}\n```'), ['{{< x >}}']);
  assert.deepEqual(texts('{{</* x "y" */>}}'), ['{{< x "y" >}}']);
  assert.deepEqual(images('![{{< x >}}]({{< y >}}.png)'), [
    'markdown <{{< y >}}.png> at <{{< y >}}.png>, alt <{{< x >}}> at <{{< x >}}>',
  ]);
});

test('a shortcode of several lines moves no offset, line or column', () => {
  const { text, body } = bodyOf('{{< figure\n  src="a.png"\n>}}\n\n*b*\n');
  const last = body.tree.children.at(-1)!;
  assert.equal(text.slice(last.position!.start.offset, last.position!.end.offset), '*b*');
  assert.deepEqual([last.position!.start.line, last.position!.start.column], [8, 1]);
});

test('the body begins behind the front matter, whatever that is', () => {
  assert.equal(articleOf('Text').body.span.start, 0);
  assert.equal(articleOf('\ufeffText').body.span.start, 1);
  assert.deepEqual(articleOf('---\na: 1\n---Text').body.span, { start: 12, end: 16 });
});

test('the body is read once, and only when it is asked for', () => {
  const article = articleOf('Text');
  assert.equal(article.body, article.body);
});
