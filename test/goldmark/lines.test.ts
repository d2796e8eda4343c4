import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from '../../src/goldmark/parse';
import { outline } from './outline';
import { misplacements } from './places';

test('CR LF ends a line as LF does', () => {
  assert.equal(
    outline('# 甲\r\n\r\n乙  \r\n丙\\\r\n丁\r\n戊\r\n\r\n- 己\r\n'),
    'h1("甲"), p("乙", br, "丙", br, "丁\\n戊"), ul(li(p("己")))',
  );
  assert.equal(outline('```\r\na\r\n\r\nb\r\n```\r\n'), 'fence("a\\n\\nb")');
  assert.equal(outline('甲|乙\r\n-|-\r\n1|2\r\n'), 'table<-->(tr(td("甲"), td("乙")), tr(td("1"), td("2")))');
});

test('a bare list marker before CR LF is text', () => {
  assert.equal(outline('-\r\n甲\r\n'), 'p("-\\n甲")');
});

test('a lone CR is white space: all becomes one line', () => {
  assert.equal(outline('# 甲\r\r乙\r- 丙\r'), 'h1("甲\\r\\r乙\\r- 丙")');
  assert.equal(outline('甲\r\r乙'), 'p("甲\\r\\r乙")');
  const root = parse('甲\r\r乙\n丙');
  assert.deepEqual(root.position?.end, { line: 2, column: 2, offset: 6 });
});

test('a line with nothing but CRs and spaces is blank', () => {
  assert.equal(outline('甲\n \r \n乙'), 'p("甲"), p("乙")');
});

test('tabs are columns of four', () => {
  assert.equal(outline('\ta\n\t\tb'), 'indented("a\\n\\tb")');
  assert.equal(outline('-\ta\n\n\tb'), 'loose ul(li(p("a"), p("b")))');
  assert.equal(outline('>\t\ta'), 'quote(indented("  a"))');
  assert.equal(outline('- a\n\t- b'), 'ul(li(p("a"), ul(li(p("b")))))');
});

test('a tab before a marker is no indentation to Goldmark', () => {
  assert.equal(outline('> \t- 甲\n> \t# 乙'), 'quote(p("- 甲"), h1("乙"))');
});

test('Unicode spaces and form feeds do not make a line blank', () => {
  assert.equal(outline('甲\n\u3000\n乙'), 'p("甲\\n\u3000\\n乙")');
});

test('lone surrogates and NULs are read like letters', () => {
  const source = '*\ud800* \u0000 **\udc00**\n';
  assert.equal(outline(source), 'p(em("\\ud800"), " \\u0000 ", strong("\\udc00"))');
  assert.deepEqual(misplacements(parse(source), source), []);
});

test('nothing yields an empty tree', () => {
  assert.deepEqual(parse('').children, []);
  assert.deepEqual(parse(' \n\n').children, []);
  assert.deepEqual(parse('---\na: b\n---', undefined, 12).children, []);
});
