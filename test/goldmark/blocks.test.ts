import assert from 'node:assert/strict';
import test from 'node:test';
import { outline } from './outline';

test('headings are written with hashes or underlined', () => {
  assert.equal(outline('# 一 #\n###### 六\n####### 七\n#八'), 'h1("一"), h6("六"), p("####### 七\\n#八")');
  assert.equal(outline('甲\n乙\n===\n丙\n---'), 'h1("甲\\n乙"), h2("丙")');
  assert.equal(outline('## \n# #'), 'h2(), h1()');
});

test('an underline below nothing but definitions is text or a rule', () => {
  assert.equal(outline('[a]: b\n===\n'), 'definition<a b>, p("===")');
  assert.equal(outline('[a]: b\n---\n'), 'definition<a b>, hr');
});

test('rules', () => {
  assert.equal(outline('***\n- - -\n\n___\na\n***'), 'hr, hr, hr, p("a"), hr');
});

test('a quote goes on in lines without a sign', () => {
  assert.equal(outline('> 甲\n乙\n\n丙'), 'quote(p("甲\\n乙")), p("丙")');
  assert.equal(outline('> 甲\n>\n> - 乙\n> > 丙'), 'quote(p("甲"), ul(li(p("乙"))), quote(p("丙")))');
  assert.equal(outline('> ```\n甲'), 'quote(unclosed("")), p("甲")');
});

test('lists are tight or loose', () => {
  assert.equal(outline('- 甲\n- 乙'), 'ul(li(p("甲")), li(p("乙")))');
  assert.equal(outline('- 甲\n\n- 乙'), 'loose ul(li(p("甲")), li(p("乙")))');
  assert.equal(outline('- 甲\n\n  丙\n- 乙'), 'loose ul(li(p("甲"), p("丙")), li(p("乙")))');
  assert.equal(
    outline('- 甲\n  - 乙\n\n  - 丙\n- 丁'),
    'ul(li(p("甲"), loose ul(li(p("乙")), li(p("丙")))), li(p("丁")))',
  );
});

test('a blank line in code makes a list loose to Goldmark when an item follows', () => {
  assert.equal(outline('- <!-- a\n\n- b'), 'loose ul(li(html("<!-- a\\n")), li(p("b")))');
});

test('another marker is another list', () => {
  assert.equal(outline('- 甲\n* 乙\n+ 丙'), 'ul(li(p("甲"))), ul(li(p("乙"))), ul(li(p("丙")))');
  assert.equal(outline('3. 甲\n4. 乙\n5) 丙'), 'ol<3>(li(p("甲")), li(p("乙"))), ol<5>(li(p("丙")))');
});

test('what may interrupt a paragraph', () => {
  assert.equal(outline('甲\n- 乙'), 'p("甲"), ul(li(p("乙")))');
  assert.equal(outline('甲\n1. 乙'), 'p("甲"), ol<1>(li(p("乙")))');
  assert.equal(outline('甲\n2. 乙'), 'p("甲\\n2. 乙")');
  assert.equal(outline('甲\n-\n'), 'h2("甲")');
  assert.equal(outline('甲\n*\n'), 'p("甲\\n*")');
  assert.equal(outline('甲\n    乙'), 'p("甲\\n乙")');
});

test('an empty item takes one blank line, and nothing nests in it', () => {
  assert.equal(outline('-\n  甲'), 'ul(li(p("甲")))');
  assert.equal(outline('-\n\n  甲'), 'ul(li()), p("甲")');
  assert.equal(outline('-\n  - 甲'), 'ul(li(), li(p("甲")))');
  assert.equal(outline('1. 甲\n   *\n\n   乙'), 'loose ol<1>(li(p("甲\\n*"), p("乙")))');
});

test('check boxes stand in the first block of an item', () => {
  assert.equal(
    outline('- [ ] 甲\n- [x] 乙 [ ] 丙\n- 丁\n\n  [ ] 戊'),
    'loose ul(li[ ](p("甲")), li[x](p("乙 ", box[ ], "丙")), li(p("丁"), p("[ ] 戊")))',
  );
  assert.equal(outline('- # [x] 甲'), 'ul(li(h1(box[x], "甲")))');
  assert.equal(outline('- [x](u)'), 'ul(li[x](p("(u)")))');
  assert.equal(outline('- [ ] 甲', { taskList: false }), 'ul(li(p("[ ] 甲")))');
});

test('fences', () => {
  assert.equal(outline('```go  x=1\na\n ```\n~~~\n```\n~~~'), 'fence<go>("a"), fence("```")');
  assert.equal(outline('  ```\n  a\n b\n    c\n  ```'), 'fence("a\\nb\\n  c")');
  assert.equal(outline('甲\n```\na\n\n'), 'p("甲"), unclosed("a\\n")');
  assert.equal(outline('``` a`b'), 'p("``` a`b")');
});

test('indented code keeps inner blank lines and loses outer ones', () => {
  assert.equal(outline('    a\n\n      b\n\n\nc'), 'indented("a\\n\\n  b"), p("c")');
});

test('HTML blocks end as their beginning says', () => {
  assert.equal(outline('<div>\na\n\nb'), 'html("<div>\\na"), p("b")');
  assert.equal(outline('<!-- a\n\nb --> c\nd'), 'html("<!-- a\\n\\nb --> c"), p("d")');
  assert.equal(outline('<script>\n\na</script>\nb'), 'html("<script>\\n\\na</script>"), p("b")');
  assert.equal(outline('<x-y a="b">\nc\n\nd'), 'html("<x-y a=\\"b\\">\\nc"), p("d")');
  assert.equal(outline('a\n<x-y>'), 'p("a\\n", html("<x-y>"))');
  assert.equal(outline('</pre>\na'), 'p(html("</pre>"), "\\na")');
});

test('tables', () => {
  assert.equal(
    outline('| 甲 | 乙 | 丙 |\n|:--|:-:|--:|\n| 1 | a\\|b | `c\\|d` |\n| 2 |\n| 3 | 4 | 5 | 6 |'),
    'table<lcr>(tr(td("甲"), td("乙"), td("丙")), tr(td("1"), td("a|b"), td(code("c|d"))), tr(td("2")), tr(td("3"), td("4"), td("5")))',
  );
  assert.equal(outline('甲|乙\n-|-'), 'table<-->(tr(td("甲"), td("乙")))');
  assert.equal(
    outline('丙\n甲|乙\n-|-\n1|2\n\n丁'),
    'p("丙"), table<-->(tr(td("甲"), td("乙")), tr(td("1"), td("2"))), p("丁")',
  );
});

test('what is no table', () => {
  assert.equal(outline('甲|乙|丙\n-|-'), 'p("甲|乙|丙\\n-|-")');
  assert.equal(outline('甲|乙\n    -|-'), 'p("甲|乙\\n-|-")');
  assert.equal(outline('甲|乙\n-|-', { table: false }), 'p("甲|乙\\n-|-")');
});

test('a head may have fewer cells than its delimiter line', () => {
  assert.equal(outline('甲\n-|-'), 'table<-->(tr(td("甲")))');
});
