import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import { targetAt } from '../../src/article/target';

function at(marked: string): string {
  const offset = marked.indexOf('‸');
  const target = targetAt(articleOf(marked.replace('‸', '')), offset);
  switch (target.kind) {
    case 'key':
      return `key ${target.field.key}`;
    case 'value':
      return `value of ${[target.field.key, ...target.path].join('.')}: ${target.value.kind}`;
    case 'image':
      return `image ${target.image.url}`;
    case 'link':
      return `link ${target.link.url}`;
    case 'shortcode':
      return `shortcode ${target.shortcode.name}`;
    case 'heading':
      return `heading ${target.heading.text}`;
    case 'frontMatter':
    case 'text':
      return target.kind;
    default:
      return target satisfies never;
  }
}

test('keys and values, down to the innermost', () => {
  assert.equal(at('---\nti‸tle: a\n---\n'), 'key title');
  assert.equal(at('---\ntitle‸: a\n---\n'), 'key title');
  assert.equal(at('---\ntitle: "a‸"\n---\n'), 'value of title: string');
  assert.equal(at('---\ntags: [a, b‸]\n---\n'), 'value of tags.1: string');
  assert.equal(at('---\ntags: [a,‸ b]\n---\n'), 'value of tags: list');
  assert.equal(at('---\nthumbnail:\n  src: a‸.png\n---\n'), 'value of thumbnail.src: string');
  assert.equal(at('---\ntags:\n  - "a"\n  - b‸\n---\n'), 'value of tags.1: string');
});

test('the rest of the front matter is front matter', () => {
  assert.equal(at('-‸--\ntitle: a\n---\n'), 'frontMatter');
  assert.equal(at('---\ntitle: a # c‸\n---\n'), 'frontMatter');
  assert.equal(at('---\ntitle: a\n--‸-\n'), 'frontMatter');
  assert.equal(at('---\ntitle: a\n---\n‸Text'), 'text');
});

test('in the body the smallest thing wins', () => {
  assert.equal(at('[![a](b‸.png)](c)'), 'image b.png');
  assert.equal(at('[![a](b.png)](c‸)'), 'link c');
  assert.equal(at('# A [b](c‸)'), 'link c');
  assert.equal(at('# A‸ [b](c)'), 'heading A b');
  assert.equal(at('x {{< fig‸ >}}'), 'shortcode fig');
  assert.equal(at('x {{< figure src="a‸.png" >}}'), 'image a.png');
  assert.equal(at('te‸xt'), 'text');
});

test('of two that meet at the caret the one that begins there wins', () => {
  assert.equal(at('![](a.png)‸![](b.png)'), 'image b.png');
});
