import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from '../../src/goldmark/parse';
import { outline } from './outline';

test('a footnote is a reference and its text, in whatever order', () => {
  assert.equal(outline('甲[^1]\n\n[^1]: 来源 *一*\n'), 'p("甲", note<1>), noteText<1>(p("来源 ", em("一")))');
  assert.equal(outline('[^注]: 来源\n\n甲[^注]乙[^注]'), 'noteText<注>(p("来源")), p("甲", note<注>, "乙", note<注>)');
});

test('a footnote goes on in lines indented by four, and in lazy ones', () => {
  assert.equal(
    outline('[^1]: 甲\n乙\n\n    丙\n\n    - 丁\n\n戊[^1]'),
    'noteText<1>(p("甲\\n乙"), p("丙"), ul(li(p("丁")))), p("戊", note<1>)',
  );
});

test('a footnote interrupts a paragraph and may begin with any block', () => {
  assert.equal(outline('甲[^1]\n[^1]: > 乙'), 'p("甲", note<1>), noteText<1>(quote(p("乙")))');
});

test('labels of footnotes are compared letter by letter', () => {
  assert.equal(outline('[^A] [^a]\n\n[^a]: x'), 'p("[^A] ", note<a>), noteText<a>(p("x"))');
});

test('without a text for it, a footnote is none', () => {
  assert.equal(outline('甲[^1]'), 'p("甲[^1]")');
  assert.equal(outline('甲[^1]\n\n[^1]:', { footnote: false }), 'p("甲[^1]"), p("[^1]:")');
  assert.equal(outline('[^ ]: 甲\n\n[^a\n]: 乙'), 'definition<^ 甲>, definition<^a 乙>');
});

test('an exclamation mark before a footnote is text', () => {
  assert.equal(outline('好![^1]\n\n[^1]: x'), 'p("好!", note<1>), noteText<1>(p("x"))');
});

test('footnotes stand in links and emphasis', () => {
  assert.equal(
    outline('**甲[^1]** [乙[^1]](u)\n\n[^1]: x'),
    'p(strong("甲", note<1>), " ", link<u>("乙", note<1>)), noteText<1>(p("x"))',
  );
});

test('a paragraph above a colon becomes terms, one for each line', () => {
  assert.equal(outline('价格\n: 5元'), 'dl(dt("价格"), dd(p("5元")))');
  assert.equal(
    outline('价格\n**原价**\n: 5元\n: 6元'),
    'dl(dt("价格"), dt(strong("原价")), dd(p("5元")), dd(p("6元")))',
  );
});

test('a blank line before a description makes it loose, and does not part a list', () => {
  assert.equal(outline('甲\n\n: 一\n\n乙\n: 二'), 'dl(dt("甲"), loose dd(p("一")), dt("乙"), dd(p("二")))');
});

test('a description holds blocks that are indented like its text', () => {
  assert.equal(outline('甲\n:   一\n\n    - 二\n\n三'), 'dl(dt("甲"), dd(p("一"), ul(li(p("二"))))), p("三")');
  assert.equal(outline('甲\n: 一\n二'), 'dl(dt("甲"), dd(p("一\\n二")))');
  assert.equal(outline('甲\n:           码'), 'dl(dt("甲"), dd(indented("  码")))');
});

test('what is no definition list', () => {
  assert.equal(outline(': 一'), 'p(": 一")');
  assert.equal(outline('甲\n:一'), 'p("甲\\n:一")');
  assert.equal(outline('甲\n : 一'), 'p("甲\\n: 一")');
  assert.equal(outline('# 甲\n: 一'), 'h1("甲"), p(": 一")');
  assert.equal(outline('甲\n: 一', { definitionList: false }), 'p("甲\\n: 一")');
});

test('terms of a description below definitions or a table are none', () => {
  assert.equal(outline('[a]: b\n: 一'), 'definition<a b>, p(": 一")');
  assert.equal(outline('甲|乙\n-|-\n: 一'), 'table<-->(tr(td("甲"), td("乙"))), p(": 一")');
});

test('a check box in what becomes a term is text', () => {
  assert.equal(outline('- [ ] 甲\n  : 一'), 'ul(li(dl(dt("[ ] 甲"), dd(p("一")))))');
});

test('a heading has attributes in braces', () => {
  assert.equal(outline('## 题 {#id .a .b data-x="1 2" y=z}'), 'h2 id=id class=a b data-x=1 2 y=z("题")');
  assert.equal(outline('# 题 ## {#id}'), 'h1 id=id("题")');
  assert.equal(outline('# 题 {.a} # {#id}'), 'h1 id=id("题 {.a}")');
  assert.equal(outline('# 题 {.a} # {.b}'), 'h1 class=a("题")');
  assert.equal(outline('甲\n题 {#id}\n==='), 'h1 id=id("甲\\n题")');
});

test('values of attributes are strings, numbers, words, arrays and objects', () => {
  assert.equal(outline('# 题 {a=-1.50 b=true c=[1,"x"] d="\\"\\n"}'), 'h1 a=-1.5 b=true c=[1,"x"] d="\n("题")');
  assert.equal(outline('# 题 ## {a={b=c}}'), 'h1 a={b=c}("题")');
});

test('what is no attribute stays text', () => {
  assert.equal(outline('# 题 {#id} 后'), 'h1("题 {#id} 后")');
  assert.equal(outline('# 题 \\{#id}'), 'h1("题 {#id}")');
  assert.equal(outline('# 题 {id}'), 'h1("题 {id}")');
  assert.equal(outline('# 题 {{#id}'), 'h1 id=id("题 {")');
  assert.equal(outline('# 题 {#id}', { headingAttributes: false }), 'h1("题 {#id}")');
  assert.equal(outline('段 {#id}'), 'p("段 {#id}")');
});

test('the raw text of a heading is its last line without marks and attributes', () => {
  const raw = (source: string): unknown =>
    parse(source).children.map((node) => node.type === 'heading' && node.data?.raw);
  assert.deepEqual(raw('## [链接](http://a.com/x) ##'), ['[链接](http://a.com/x)']);
  assert.deepEqual(raw('甲\n*乙* {.c}\n---'), ['*乙*']);
  assert.deepEqual(raw('#'), ['']);
});
