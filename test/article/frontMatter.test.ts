import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Field, type FrontMatter, fieldOf, type Value } from '../../src/article/frontMatter';
import { frontMatterOf } from '../../src/article/frontMatterOf';
import { applyEdits } from '../../src/base/edit';
import { english } from '../../src/base/message';

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return values(value.fields);
    default:
      return value.value;
  }
}
function values(fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ key, value }) => [key, plain(value)]));
}
const read = (text: string) => values(frontMatterOf(text).fields);
const yaml = (matter: string) => read(`---\n${matter}\n---\n`);

/** Each problem as `error code <text>`, with the text that its fix makes. */
function problems(text: string): string[] {
  return frontMatterOf(text).problems.map(({ severity, code, span, fix }) => {
    const line = text.slice(0, span.start).split(/\r\n|\r|\n/).length;
    const said = `${severity} ${code} line ${line} <${text.slice(span.start, span.end)}>`;
    return fix ? `${said} → ${applyEdits(text, fix.edits)}` : said;
  });
}
/** Problems of front matter with a good line above and below; the fix is told by the lines between. */
function problemsOf(lines: string): string[] {
  const found = problems(`---\na: 1\n${lines}\nz: 1\n---\n`);
  return found.map((one) => one.replace(/---\na: 1\n([\s\S]*)\nz: 1\n---\n$/, '$1'));
}
function part(text: string, of: keyof Pick<FrontMatter, 'open' | 'close' | 'content' | 'span'>): string | undefined {
  const span = frontMatterOf(text)[of];
  return span && text.slice(span.start, span.end);
}

test('values have the types that Hugo gives them', () => {
  const all = yaml(
    'a: yes\nb: off\nc: y\nd: ~\ne:\nf: 0x1F\ng: 1_000\nh: 010\ni: 1.5\nj: 2025-02-07\nk: 1:30\nl: "yes"\nm: .inf',
  );
  assert.deepEqual(all, {
    ...{ a: true, b: false, c: true, d: null, e: null, f: 31, g: 1000, h: 8, i: 1.5 },
    ...{ j: '2025-02-07', k: '1:30', l: 'yes', m: Number.POSITIVE_INFINITY },
  });
  assert.deepEqual(yaml('a: !!str 12\nb: &x [1, "2"]\nc: *x\nd: {e: f}\n<<: {g: 1}\nh: |\n  i\n  j'), {
    ...{ a: '12', b: [1, '2'], c: [1, '2'], d: { e: 'f' }, '<<': { g: 1 }, g: 1, h: 'i\nj\n' },
  });
});

test('a key keeps its spelling, and its name ignores case; of two the one with capitals counts', () => {
  const matter = frontMatterOf('---\nTitle: a\ntitle: b\n---\n');
  assert.deepEqual(
    matter.fields.map(({ key, name }) => [key, name]),
    [
      ['Title', 'title'],
      ['title', 'title'],
    ],
  );
  assert.equal(plain(fieldOf(matter, 'title')!.value), 'a');
  assert.equal(plain(fieldOf(frontMatterOf('---\nt: a\nt: b\n---\n'), 't')!.value), 'b');
});

test('of a key that stands again, the one that Hugo ignores is told and can be taken out', () => {
  const told = (matter: string) => problems(`---\n${matter}\n---\n`).map((one) => one.replace(/---\n/g, ''));
  assert.deepEqual(told('t: a\nt: b'), ['warning duplicate-key line 2 <t> → t: b\n']);
  assert.deepEqual(told('T: a\nt: b'), ['warning duplicate-key line 3 <t> → T: a\n']);
  assert.deepEqual(told('t: a\nT: b'), ['warning duplicate-key line 2 <t> → T: b\n']);
  assert.deepEqual(told('t:\n  - a # c\nt: b'), ['warning duplicate-key line 2 <t> → t: b\n']);
  // Which of these counts is left to chance.
  assert.deepEqual(told('tT: a\nTt: b'), ['warning duplicate-key line 2 <tT>']);
  assert.deepEqual(told('m: {s: a, s: b}'), ['warning duplicate-key line 2 <s> → m: {s: b}\n']);
  assert.deepEqual(told('m: {s: a, "s": b}'), ['warning duplicate-key line 2 <s> → m: {"s": b}\n']);
  assert.deepEqual(told('m:\n  S: a\n  s: b'), ['warning duplicate-key line 4 <s> → m:\n  S: a\n']);
  assert.deepEqual(told('m:\n  - S: a\n    s: b'), []);
  assert.deepEqual(told('m:\n  - s: a\n    s: b'), ['warning duplicate-key line 3 <s>']);
  // The other value is repeated below.
  assert.deepEqual(told('t: &x a\nt: b\nu: *x'), ['warning duplicate-key line 2 <t>']);
  const preferred = (matter: string) =>
    frontMatterOf(`---\n${matter}\n---\n`).problems.map(({ fix }) => fix?.preferred);
  assert.deepEqual(preferred('t: [a, 1]\nt:\n  - "a"\n  - 1'), [true]);
  assert.deepEqual(preferred('t: [a, 1]\nt: [a, "1"]'), [false]);
  assert.deepEqual(preferred('t: a # c\nt: a'), [false]);
  assert.deepEqual(preferred('tT: a\nTt: a'), [true]);
});

test('fields and values that run together are parted', () => {
  assert.deepEqual(problemsOf('t: "a" d: "b" l: [c]'), ['error two-fields line 3 <d> → t: "a"\nd: "b"\nl: [c]']);
  assert.deepEqual(problemsOf('t: "a", d: 5'), ['error two-fields line 3 <d> → t: "a"\nd: 5']);
  assert.match(problemsOf('t: "a" said: "b" and "c"').join(), /^error inner-quote/);
  assert.deepEqual(problemsOf(`t: ["a，b"，'c'、d]`), [`error full-width-comma line 3 <，> → t: ["a，b", 'c', d]`]);
  assert.deepEqual(problemsOf('t: ["a"，"b"'), ['error full-width-comma line 3 <，> → t: ["a", "b"]']);
  assert.deepEqual(problemsOf('t: [a，b] c'), ['error bracket-in-value line 3 <[a，b] c> → t: "[a，b] c"']);
  const [problem] = frontMatterOf('---\nt: "a"，"b" "c"\n---\n').problems;
  assert.equal(problem?.code, 'two-values');
  assert.equal(applyEdits('---\nt: "a"，"b" "c"\n---\n', problem!.asList!), '---\nt: ["a", "b", "c"]\n---\n');
});

test('a line without a name goes on from the line above, or lacks a colon', () => {
  assert.deepEqual(problemsOf('t: b\nc'), ['error nameless-line line 4 <c> → t: "b c"']);
  assert.deepEqual(problemsOf('t: "夜航，"\n首日\n满载'), [
    'error nameless-line line 4 <首日> → t: "夜航，首日满载"',
    'error nameless-line line 5 <满载>',
  ]);
  assert.deepEqual(problemsOf('t:\nit is "so"'), [`error nameless-line line 4 <it is "so"> → t: 'it is "so"'`]);
  // What stands between would be lost.
  assert.deepEqual(problemsOf('t: b\n# d\nc'), ['error nameless-line line 5 <c>']);
  assert.deepEqual(problemsOf('t: b # d\nc'), ['error nameless-line line 4 <c>']);
  assert.deepEqual(problemsOf('t:\n  - b\nc'), ['error nameless-line line 5 <c>']);
  assert.deepEqual(problems('---\nc\nt: b\n---\n'), ['error not-a-map line 2 <c>']);
  assert.deepEqual(problemsOf('t = "b"'), ['error wrong-sign line 3 <=> → t: "b"']);
  assert.deepEqual(problemsOf('t；'), ['error wrong-sign line 3 <；> → t:']);
  assert.deepEqual(problemsOf('t；[b]'), ['error wrong-sign line 3 <；> → t: [b]']);
});

test('the closing dashes may be stuck to the last value', () => {
  const cases = {
    't: a---\nBody': 't: a\n---\nBody',
    't: ["a"] ---': 't: ["a"]\n---',
    't:\n  - a---\n': 't:\n  - a\n---\n',
  };
  for (const [broken, meant] of Object.entries(cases))
    assert.deepEqual(
      problems(`---\n${broken}`).map((one) => one.replace(/ line \d/, '')),
      [`error bad-closing-fence <---> → ---\n${meant}`],
    );
});

test('the fences are where Hugo sees them', () => {
  assert.equal(part('---\na: 1\n---\nBody', 'span'), '---\na: 1\n---\n');
  assert.equal(part('---\na: 1\n---\nBody', 'content'), 'a: 1\n');
  assert.equal(part('\ufeff \n\n ---  \na: 1\n---Body', 'span'), '---  \na: 1\n---');
  assert.equal(part('---\r\na: 1\r\n---\r\nBody', 'span'), '---\r\na: 1\r\n---\r\n');
  assert.equal(part('---\ra: 1\r---\rBody', 'content'), 'a: 1\r');
  assert.equal(part('---\n---\nBody', 'content'), '');
  assert.equal(part('---\na: 1\n ---\nb: 2\n---\n', 'content'), 'a: 1\n ---\nb: 2\n');
  assert.equal(part('{"a": {"b": "}"}}\nBody', 'content'), '{"a": {"b": "}"}}');
  assert.equal(part('#+TITLE: a\n#+DATE: b\nBody', 'span'), '#+TITLE: a\n#+DATE: b\n');
  assert.equal(part('<!--\n---\na: 1\n---\n-->\nBody', 'span'), '---\na: 1\n---\n-->');
  assert.equal(frontMatterOf('# Heading\n').format, 'none');
});

test('TOML, JSON and Org are read', () => {
  assert.deepEqual(read('+++\ntitle = "a" # c\ndate = 2025-02-07T19:11:57Z\ntags = ["b"]\n[params]\nx = 1\n+++\n'), {
    ...{ title: 'a', date: '2025-02-07T19:11:57Z', tags: ['b'], params: { x: 1 } },
  });
  assert.deepEqual(read('{\n\t"title": "a\\/b", "draft": true, "n": 1.5, "l": [null]\n}\n'), {
    ...{ title: 'a/b', draft: true, n: 1.5, l: [null] },
  });
  assert.deepEqual(read('#+TITLE: a b\n#+tags[]: c d\n'), { TITLE: 'a b', tags: ['c', 'd'] });
});

test('broken TOML and JSON are pointed at', () => {
  assert.deepEqual(problems('+++\na = 1\ntitle = T\n+++\n'), ['error toml line 3 <T>']);
  assert.deepEqual(problems('{"a": 1,\n "b": x}\n'), ['error json line 2 <x>']);
  assert.deepEqual(problems('{"a": 1\n'), ['error json line 1 <{>']);
});

test('front matter that names a language is never run', () => {
  const text = '---js\nmodule.exports = (globalThis.hit = true)\n---\n';
  frontMatterOf(text);
  frontMatterOf(text.replace('js', 'javascript'));
  frontMatterOf(text.replace('js', 'coffee'));
  assert.equal(Reflect.get(globalThis, 'hit'), undefined);
  assert.equal(
    problems('---yaml\ntitle: a\n---\n')[0],
    'error bad-opening-fence line 1 <---yaml> → ---\ntitle: a\n---\n',
  );
});

test('quotation marks: not closed, inside, and bad escapes', () => {
  assert.deepEqual(problemsOf('t: "abc'), ['error unclosed-quote line 3 <"> → t: "abc"']);
  assert.deepEqual(problemsOf("t: 'abc"), ["error unclosed-quote line 3 <'> → t: 'abc'"]);
  assert.deepEqual(problemsOf('t: "say "hi" now"'), [`error inner-quote line 3 <"hi" now"> → t: 'say "hi" now'`]);
  assert.deepEqual(problemsOf(`t: "it's "so" now"`), [
    'error inner-quote line 3 <"so" now"> → t: "it\'s \\"so\\" now"',
  ]);
  assert.deepEqual(problemsOf("t: 'it's'"), ["error inner-quote line 3 <'s'> → t: 'it''s'"]);
  assert.deepEqual(problemsOf('t: "a" b'), [`error inner-quote line 3 <" b> → t: '"a" b'`]);
  assert.deepEqual(problemsOf('t: "a\\q"'), ['error bad-escape line 3 <\\q> → t: "a\\\\q"']);
  assert.deepEqual(problemsOf('tags:\n  - "a\n  - "b"'), ['error unclosed-quote line 4 <"> → tags:\n  - "a"\n  - "b"']);
});

test('plain values that YAML takes for something else', () => {
  assert.deepEqual(problemsOf('t: a: b'), ['error colon-in-value line 3 <:> → t: "a: b"']);
  assert.deepEqual(problemsOf('t: @a'), ['error reserved-character line 3 <@> → t: "@a"']);
  assert.deepEqual(problemsOf('t: %a'), ['error reserved-character line 3 <%> → t: "%a"']);
  assert.deepEqual(problemsOf('t: `a`'), ['error reserved-character line 3 <`> → t: "`a`"']);
  assert.deepEqual(problemsOf('t: [独家] a'), ['error bracket-in-value line 3 <[独家] a> → t: "[独家] a"']);
  assert.deepEqual(problemsOf('t: [a, b'), ['error bracket-in-value line 3 <[a, b> → t: [a, b]']);
  assert.deepEqual(problemsOf('t: *a'), ['error undefined-alias line 3 <*a> → t: "*a"']);
});

test('colons, tabs, dashes and columns', () => {
  assert.deepEqual(problemsOf('t：a'), ['error full-width-colon line 3 <：> → t: a']);
  assert.deepEqual(problemsOf('t:"a"'), ['error no-space-after-colon line 3 <:> → t: "a"']);
  assert.deepEqual(problemsOf('tags:\n\t- a'), ['error tab line 4 <\t> → tags:\n  - a']);
  assert.deepEqual(problemsOf('tags:\n  -"a"\n  -"b"'), [
    'warning no-space-after-dash line 4 <-> → tags:\n  - "a"\n  - "b"',
  ]);
  assert.deepEqual(problemsOf('t: a\n b: c'), ['error indent line 4 < > → t: a\nb: c']);
  assert.deepEqual(problemsOf('tags:\n  - a\n - b'), ['error indent line 5 < > → tags:\n  - a\n  - b']);
});

test('characters that nobody sees', () => {
  assert.deepEqual(problemsOf('t: "a\u0000b"'), ['error other line 3 <\u0000> → t: "ab"']);
  assert.deepEqual(problemsOf('t: a\u2028b'), ['error other line 3 <\u2028> → t: a b']);
  assert.deepEqual(problemsOf('t: "a"\ufeff'), ['error other line 3 <\ufeff> → t: "a"']);
});

test('text that is no field, and front matter that has none', () => {
  assert.deepEqual(problems('---\njust text\n---\n'), ['error not-a-map line 2 <just text>']);
  assert.deepEqual(problems('---\n- a\n- b\n---\n'), ['error not-a-map line 2 <- a>']);
});

test('fences that are missing or nearly right', () => {
  assert.deepEqual(problems('---\nt: a\n\nBody\n'), [
    'error unclosed-front-matter line 2 <t: a> → ---\nt: a\n---\n\nBody\n',
  ]);
  assert.deepEqual(problems('---\nt: a\n...\nBody\n'), [
    'error bad-closing-fence line 3 <...> → ---\nt: a\n---\nBody\n',
  ]);
  assert.deepEqual(problems('---\nt: a\n ---\nBody\n'), [
    'error bad-closing-fence line 3 <---> → ---\nt: a\n---\nBody\n',
  ]);
  assert.deepEqual(problems('---\nt: a\n———\nBody\n'), [
    'error bad-closing-fence line 3 <———> → ---\nt: a\n---\nBody\n',
  ]);
  assert.deepEqual(problems('----\nt: a\n----\nBody\n'), [
    'error bad-opening-fence line 1 <----> → ---\nt: a\n---\nBody\n',
  ]);
  assert.deepEqual(problems('———\nt: a\n———\n'), ['warning bad-opening-fence line 1 <———> → ---\nt: a\n---\n']);
  assert.deepEqual(problems('--\nt: a\n--\n'), ['error bad-opening-fence line 1 <--> → ---\nt: a\n---\n']);
  assert.deepEqual(problems('- a\n- b\n'), ['error bad-opening-fence line 1 <- a>']);
  assert.deepEqual(problems('x\n---\nt: a\n---\n'), ['warning text-before-front-matter line 1 <x>']);
  assert.deepEqual(problems('Body\n'), ['warning no-front-matter line 1 <Body>']);
});

test('fields above and below what is broken are read, and so is what can be of the broken one', () => {
  assert.deepEqual(yaml('a: 1\nt: "say "hi" now"\ntags:\n  - x\n  - "y\nb: [1, 2]\nc: *no'), {
    ...{ a: 1, t: 'say "hi" now', tags: ['x', 'y'], b: [1, 2], c: '*no' },
  });
  assert.deepEqual(yaml('t：a\nb: 1'), { t: 'a', b: 1 });
  assert.deepEqual(read('---\nt: a\ntags: [b]\n\nBody: so\n'), { t: 'a', tags: ['b'], Body: 'so' });
});

test('a value that runs on into the next field is told although Hugo builds', () => {
  const [problem] = frontMatterOf('---\nt: "a\ntags: b"\n---\n').problems;
  assert.equal(problem?.severity, 'warning');
  assert.equal(problem?.code, 'unclosed-quote');
  assert.doesNotMatch(english(problem!.message), /Hugo stops/);
});

test('a list or a quotation that goes on at the margin is read, as Hugo does', () => {
  const text = '---\ntags: [\n"a", # one\n\'b #c\',\nd\n]\ntitle: "x\ny"\n---\n';
  const { fields, problems } = frontMatterOf(text);
  assert.deepEqual(problems, []);
  const [tags, title] = fields;
  assert.ok(tags?.value.kind === 'list' && title?.value.kind === 'string');
  assert.deepEqual(
    tags.value.items.map((item) => item.kind === 'string' && [item.value, text.slice(item.span.start, item.span.end)]),
    [
      ['a', '"a"'],
      ['b #c', "'b #c'"],
      ['d', 'd'],
    ],
  );
  assert.equal(title.value.value, 'x y');
});

test('a fix never makes fields unreadable that Hugo reads', () => {
  const fixes = (lines: string) =>
    frontMatterOf(`---\n${lines}\n---\n`).problems.map(({ fix }) => fix?.edits.length ?? 0);
  assert.deepEqual(fixes('tags:\n  -*a "b"'), [0], '`- *a "b"` would be refused');
  assert.deepEqual(fixes('tags:\n  -"b"'), [1]);
});

test('a message repeats what Hugo says', () => {
  const [problem] = frontMatterOf('---\nt: @a\n---\n').problems;
  assert.match(english(problem!.message), /Hugo stops with “found character that cannot start any token”/);
});

test('deep nesting and aliases that grow do not hurt', () => {
  const started = performance.now();
  frontMatterOf(`---\na: ${'['.repeat(20_000)}\n---\n`);
  frontMatterOf(`---\n${'- '.repeat(20_000)}a\n---\n`);
  const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
  for (let i = 1; i < 12; i++)
    bomb.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join()}]`,
    );
  frontMatterOf(`---\n${bomb.join('\n')}\n---\n`);
  frontMatterOf('---\na: &a [*a, *a]\n---\n');
  frontMatterOf(`---\n${'t: "x\n'.repeat(2000)}---\n`);
  assert.ok(performance.now() - started < 5000);
});
