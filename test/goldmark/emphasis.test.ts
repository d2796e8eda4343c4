import assert from 'node:assert/strict';
import test from 'node:test';
import { outline } from './outline';

test('bold text that ends with Chinese punctuation before a letter or digit stays literal', () => {
  assert.equal(outline('**许主洪是谁？**1998级'), 'p("**许主洪是谁？**1998级")');
  assert.equal(outline('**重点：**正文'), 'p("**重点：**正文")');
  assert.equal(outline('见**《新闻》**一书'), 'p("见**《新闻》**一书")');
});

test('a space, or punctuation on both sides, lets it be bold', () => {
  assert.equal(outline('**许主洪是谁？** 1998级'), 'p(strong("许主洪是谁？"), " 1998级")');
  assert.equal(outline('**谁？**，他说'), 'p(strong("谁？"), "，他说")');
  assert.equal(outline('**谁**1998级'), 'p(strong("谁"), "1998级")');
});

test('signs that are no punctuation count as letters', () => {
  assert.equal(outline('**A®**的'), 'p(strong("A®"), "的")');
  assert.equal(outline('上**+5℃**上'), 'p("上**+5℃**上")');
  assert.equal(outline('**升5℃**上'), 'p(strong("升5℃"), "上")');
});

test('underscores within words are text, asterisks are not', () => {
  assert.equal(outline('a_b_c 和 a*b*c'), 'p("a_b_c 和 a", em("b"), "c")');
});

test('a closer pairs with the nearest opener of its length', () => {
  assert.equal(outline('***两者***'), 'p(em(strong("两者")))');
  assert.equal(outline('**粗 *斜***'), 'p(strong("粗 ", em("斜")))');
  assert.equal(outline('*a **b* c**'), 'p(em("a ", em(em("b"), " c")))');
});

test('the rule of three counts the lengths that runs had at first', () => {
  assert.equal(outline('***X****Y.*'), 'p(em(strong("X")), em("Y."))');
  assert.equal(outline('a***b**c'), 'p("a*", strong("b"), "c")');
  assert.equal(outline('**甲****乙**'), 'p(strong("甲****乙"))');
});

test('two tildes strike, one does not', () => {
  assert.equal(outline('~~旧~~ 10~20和30~40'), 'p(del("旧"), " 10~20和30~40")');
  assert.equal(outline('~~旧~~', { strikethrough: false }), 'p("~~旧~~")');
});

test('emphasis does not cross the border of a link', () => {
  assert.equal(outline('*a [b* c](d)'), 'p("*a ", link<d>("b* c"))');
  assert.equal(outline('*a [b [x] c*](d) e*'), 'p(em("a ", link<d>("b [x] c*"), " e"))');
});

test('code and HTML bind tighter than emphasis', () => {
  assert.equal(outline('*a `b*` c*'), 'p(em("a ", code("b*"), " c"))');
  assert.equal(outline('*a <b c="*"> d*'), 'p(em("a ", html("<b c=\\"*\\">"), " d"))');
});

test('an escaped asterisk is a character', () => {
  assert.equal(outline('\\*a\\* \\汉'), 'p("*a* \\\\汉")');
});
