import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortcodesOf } from '../../src/article/shortcodes';

/** Each shortcode as `name arg key=value`, with its marks. */
function found(text: string): string[] {
  return shortcodesOf(text, 0).all.map((one) => {
    assert.equal(text.slice(one.nameSpan.start, one.nameSpan.end), one.name);
    const args = one.args.map(({ name, value, valueSpan }) => {
      assert.equal(text.slice(valueSpan.start, valueSpan.end).replaceAll('\\"', '"'), value);
      return name === undefined ? value : `${name}=${value}`;
    });
    const marks = `${one.markdown ? '%' : '<'}${one.closing ? '/' : ''}`;
    const end = one.broken ? ` ${one.broken}` : one.selfClosing ? ' /' : '';
    return `${[marks + one.name, ...args].join(' ')}${end}`;
  });
}

test('names, arguments and both kinds of marks are read', () => {
  assert.deepEqual(found('{{< figure src="a b.png" width=100 >}} and {{% ref "x" %}}'), [
    '<figure src=a b.png width=100',
    '%ref x',
  ]);
  assert.deepEqual(found('{{<x>}}a{{</x>}}'), ['<x', '</x']);
  assert.deepEqual(found('{{< youtube w7Ft2ymGmfc >}}{{< x "say \\"a\\"" >}}{{< y `raw "b"` />}}'), [
    ...['<youtube w7Ft2ymGmfc', '<x say "a"', '<y raw "b" /'],
  ]);
  assert.deepEqual(found('{{<\n  figure\n  src="a"\n>}}'), ['<figure src=a']);
  assert.deepEqual(found('{{< 图 src="一.png" >}}'), ['<图 src=一.png']);
});

test('shortcodes in code are shortcodes, other braces and comments are not', () => {
  assert.deepEqual(found('```\n{{< a >}}\n```\n`{{% b %}}`'), ['<a', '%b']);
  assert.deepEqual(found('{{ x }} {y} {{{ z }}} {{</* a */>}} {{%/* b */%}}'), []);
  assert.equal(shortcodesOf('{{</* a */>}}', 0).comments.length, 1);
});

test('what Hugo refuses is told, and what follows is still read', () => {
  assert.deepEqual(found('{{< a'), ['<a unclosed']);
  assert.deepEqual(
    found('{{< a "b >}}\n{{< c >}}'),
    ['<a bad-argument', '<c'].map((x) => x.replace('bad-argument', 'unclosed')),
  );
  assert.deepEqual(found('{{< a.b >}} {{< c >}}'), ['<a.b bad-name', '<c']);
  assert.deepEqual(found('{{< a x="1" y >}}'), ['<a x=1 y bad-argument']);
  assert.deepEqual(found('{{< a (b) >}}'), ['<a bad-argument']);
  assert.deepEqual(found('{{< /a >}}'), ['< bad-name']);
  assert.deepEqual(found('{{< a >}}{{< /b >}}'), ['<a', '</b bad-name']);
  assert.deepEqual(found('{{</* a'), ['< unclosed']);
});
