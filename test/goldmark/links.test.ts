import assert from 'node:assert/strict';
import test from 'node:test';
import { outline } from './outline';

test('a bare URL is a link after a space, at the begin of a line, or after a bracket', () => {
  assert.equal(outline('见 https://a.com/x'), 'p("见 ", link<https://a.com/x>("https://a.com/x"))');
  assert.equal(outline('甲\nhttps://a.com'), 'p("甲\\n", link<https://a.com>("https://a.com"))');
  assert.equal(outline('(https://a.com)'), 'p("(", link<https://a.com>("https://a.com"), ")")');
});

test('a bare URL glued to Chinese text is none', () => {
  assert.equal(outline('见https://a.com'), 'p("见https://a.com")');
  assert.equal(outline('网址：https://a.com'), 'p("网址：https://a.com")');
  assert.equal(outline('（https://a.com）'), 'p("（https://a.com）")');
  assert.equal(outline('邮箱：a@b.cn'), 'p("邮箱：a@b.cn")');
});

test('a bare URL may follow emphasis, code, an image or a curled quote', () => {
  assert.equal(outline('*https://a.com*'), 'p(em(link<https://a.com>("https://a.com")))');
  assert.equal(outline('`x`https://a.com'), 'p(code("x"), link<https://a.com>("https://a.com"))');
  assert.equal(outline('![]()https://a.com'), 'p(image<>(""), link<https://a.com>("https://a.com"))');
  assert.equal(outline('"https://a.com"'), 'p("“", link<https://a.com>("https://a.com"), "”")');
});

test('a bare URL ends before Chinese text and final punctuation, and swallows Markdown', () => {
  assert.equal(outline('https://a.com/x。好'), 'p(link<https://a.com/x>("https://a.com/x"), "。好")');
  assert.equal(outline('https://a.com/x?!, b'), 'p(link<https://a.com/x>("https://a.com/x"), "?!, b")');
  assert.equal(outline('(https://a.com/(x))'), 'p("(", link<https://a.com/(x)>("https://a.com/(x)"), ")")');
  assert.equal(outline('https://a.com/x&amp;'), 'p(link<https://a.com/x>("https://a.com/x"), "&")');
  assert.equal(outline('https://a.com/x![]()'), 'p(link<https://a.com/x![]()>("https://a.com/x![]()"))');
});

test('a host needs a lower-case ending; other hosts and schemes are text', () => {
  assert.equal(
    outline('http://localhost/x HTTPS://A.COM https://a.COM'),
    'p("http://localhost/x HTTPS://A.COM https://a.COM")',
  );
  assert.equal(outline('ftp://a.cn'), 'p(link<ftp://a.cn>("ftp://a.cn"))');
});

test('www. gets https, and an address mailto', () => {
  assert.equal(outline('www.a.com'), 'p(link<https://www.a.com>("www.a.com"))');
  assert.equal(outline('a.b@c.cn, a@b'), 'p(link<mailto:a.b@c.cn>("a.b@c.cn"), ", a@b")');
  assert.equal(outline('a@b.cn_'), 'p("a@b.cn_")');
});

test('nothing is linked within the text of a link, or when a site does not want it', () => {
  assert.equal(outline('[见 https://a.com](b)'), 'p(link<b>("见 https://a.com"))');
  assert.equal(outline('https://a.com', { linkify: false }), 'p("https://a.com")');
});

test('angle brackets make links of any scheme', () => {
  assert.equal(
    outline('<javascript:x> <a@b.cn> <made-up:y>'),
    'p(link<javascript:x>("javascript:x"), " ", link<mailto:a@b.cn>("a@b.cn"), " ", link<made-up:y>("made-up:y"))',
  );
});

test('destinations and titles are unescaped', () => {
  assert.equal(outline('[a](b\\)c&amp;d "e \\" f")'), 'p(link<b)c&d "e " f">("a"))');
  assert.equal(outline("[a](<b c> 'd')"), 'p(link<b c "d">("a"))');
  assert.equal(outline('[a](b(c(d)))'), 'p(link<b(c(d))>("a"))');
  assert.equal(outline('[a](b c)'), 'p("[a](b c)")');
  assert.equal(outline('[a](<b<c>)'), 'p(link<b<c>("a"))');
});

test('a link holds no link, an image may', () => {
  assert.equal(outline('[a [b](c) d](e)'), 'p("[a ", link<c>("b"), " d](e)")');
  assert.equal(outline('[![a](b)](c)'), 'p(link<c>(image<b>("a")))');
  assert.equal(outline('![a [b](c)](d)'), 'p(image<d>("a b"))');
});

test('references find their definition, wherever it stands', () => {
  assert.equal(
    outline('[甲][一] [二][] [二] ![图][一] [三]\n\n[一]: /a "标题"\n[二]: <b c>\n'),
    'p(ref<一>("甲"), " ", ref<二>("二"), " ", ref<二>("二"), " ", imageRef<一>("图"), " [三]"), definition<一 /a "标题">, definition<二 b c>',
  );
});

test('labels ignore case and white space, and the first definition counts', () => {
  assert.equal(
    outline('[Foo\n bar]\n\n[foo BAR]: a\n[foo bar]: b'),
    'p(ref<foo bar>("Foo\\nbar")), definition<foo bar a>, definition<foo bar b>',
  );
});

test('a definition may have its title on the next line', () => {
  assert.equal(outline("[a]: b\n'c\nd'\n\n[a]"), 'definition<a b "c\nd">, p(ref<a>("a"))');
  assert.equal(outline('[a]: b "c" d'), 'p("[a]: b “c” d")');
});

test('HTML within text is kept as it is', () => {
  assert.equal(outline('a<br/>b<!-- c -->d</p>'), 'p("a", html("<br/>"), "b", html("<!-- c -->"), "d", html("</p>"))');
  assert.equal(
    outline('a <?b?> <![CDATA[c]]> <!D e>'),
    'p("a ", html("<?b?>"), " ", html("<![CDATA[c]]>"), " ", html("<!D e>"))',
  );
  assert.equal(outline('a <!-- b -- c --> <3'), 'p("a <!– b – c –> <3")');
});

test('code keeps its characters, but for line ends and one space on each side', () => {
  assert.equal(
    outline('` a ` `` b`c `` ` ` `x\ny`'),
    'p(code("a"), " ", code("b`c"), " ", code(" "), " ", code("x y"))',
  );
  assert.equal(outline('`a'), 'p("`a")');
});

test('two spaces or a backslash break a line', () => {
  assert.equal(outline('a  \nb\\\nc\nd  '), 'p("a", br, "b", br, "c\\nd")');
  assert.equal(outline('a\\\\\\\nb'), 'p("a\\\\\\\\\\nb")');
});
