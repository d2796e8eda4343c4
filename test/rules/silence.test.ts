import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCopydeskComment } from '../../src/article/directives';
import { applyEdits } from '../../src/base/edit';
import { DEFAULT_PROJECT } from '../../src/project/project';
import { all } from '../../src/rules/all';
import { problemsOf } from '../../src/rules/run';
import { named, problemsIn, subjectOf } from './subjectOf';

const STARS = '码头写着**末班船“二十二点”**开。';
const article = (head: readonly string[], ...body: readonly string[]): string =>
  ['---', 'title: 渡轮', 'date: 2025-02-07', ...head, '---', ...body, ''].join('\n');
const told = (text: string, options = {}) => named(text, problemsIn(text, options));

test('a comment in the front matter disables a rule, or a group, for the whole article', () => {
  const text = (comment: string) => article([comment, 'draft: true'], STARS);
  assert.deepEqual(told(text('# a remark')), ['draft «true»', 'literal-emphasis «**末班船“二十二点”**»']);
  for (const comment of [
    '# copydesk-disable draft literal-emphasis',
    '# copydesk-disable draft, body -- the ferry',
    '#copydesk-disable fields，literal-emphasis —— 还没定稿',
  ])
    assert.deepEqual(told(text(comment)), [], comment);
  assert.deepEqual(told(article(['draft: true # copydesk-disable draft'])), []);
});

test('a line, and the next line that is not blank', () => {
  assert.deepEqual(told(article(['draft: true # copydesk-disable-line draft -- not yet'])), []);
  assert.deepEqual(told(article(['# copydesk-disable-next-line draft', '', 'draft: true'])), []);
  assert.deepEqual(told(article([], '<!-- copydesk-disable-next-line literal-emphasis -->', '', STARS, '', STARS)), [
    'literal-emphasis «**末班船“二十二点”**»',
  ]);
  assert.deepEqual(told(article([], `${STARS} <!-- copydesk-disable-line literal-emphasis -->`)), []);
});

test('a stretch of the body, name by name', () => {
  const text = article(
    [],
    STARS,
    '',
    '<!-- copydesk-disable literal-emphasis unknown-shortcode -->',
    STARS,
    '',
    '<!-- copydesk-enable literal-emphasis -->',
    '{{< nothing >}}',
    STARS,
    '',
    '<!-- copydesk-enable -->',
    '{{< nothing >}}',
  );
  const problems = problemsIn(text);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['literal-emphasis', 'literal-emphasis', 'unknown-shortcode'],
  );
  assert.ok(problems[1]!.span.start > text.indexOf('{{<'));
});

test('comments of TOML count; text that looks like one does not', () => {
  const toml = (line: string) => `+++\ntitle = "a"\ndate = 2025-02-07\n${line}\ndraft = true\n+++\n`;
  assert.deepEqual(told(toml('# copydesk-disable draft')), []);
  assert.deepEqual(told(toml('lead = """\n# copydesk-disable draft\n"""')), ['draft «true»']);
  const yaml = (...lines: string[]) => told(article([...lines, 'draft: true']));
  assert.deepEqual(yaml('lead: |', '  # copydesk-disable draft'), ['draft «true»']);
  assert.deepEqual(yaml('lead: "# copydesk-disable draft"'), ['draft «true»']);
  assert.deepEqual(told(article(['draft: true'], '`<!-- copydesk-disable draft -->`')), ['draft «true»']);
  assert.deepEqual(told(article(['draft: true'], '```', '<!-- copydesk-disable x -->', '```')), ['draft «true»']);
  assert.deepEqual(told(article(['draft: true'], '## copydesk-disable draft')), ['draft «true»']);
});

test('what does nothing is told, and its fix takes away only that', () => {
  const fixed = (text: string): string => {
    const problem = problemsIn(text).find(({ rule }) => rule === 'unused-disable')!;
    return applyEdits(text, problem.fixes[0]!.edits);
  };
  const cases: [string, string][] = [
    ['# copydesk-disable draft\r\n', ''],
    [
      '# copydesk-disable expired draft -- why\r\ndraft: true\r\n',
      '# copydesk-disable draft -- why\r\ndraft: true\r\n',
    ],
    [
      '# copydesk-disable draft, expired -- why\r\ndraft: true\r\n',
      '# copydesk-disable draft -- why\r\ndraft: true\r\n',
    ],
    ['lead: a # copydesk-disable-line draft\r\n', 'lead: a\r\n'],
    ['# copydesk-disable drafd\r\ndraft: true\r\n', '# copydesk-disable draft\r\ndraft: true\r\n'],
    ['# copydesk-disabel draft\r\ndraft: true\r\n', '# copydesk-disable draft\r\ndraft: true\r\n'],
    ['# copydesk-disable\r\n', ''],
  ];
  for (const [wrong, right] of cases) {
    const text = (middle: string) => `---\r\ntitle: a\r\ndate: 2025-02-07\r\n${middle}---\r\n`;
    assert.equal(fixed(text(wrong)), text(right));
  }
  const body = article([], 'a', '<!-- copydesk-enable draft -->', 'b');
  assert.equal(fixed(body), article([], 'a', 'b'));
  assert.ok(problemsIn(body).every(({ fixes }) => fixes.every(({ preferred }) => !preferred)));
});

test('of a rule that is off, or was not asked, nothing is known', () => {
  const text = article(['# copydesk-disable draft fields'], '<!-- copydesk-disable body -->');
  const off = { ...DEFAULT_PROJECT, severities: new Map([['draft', 'off' as const]]) };
  assert.deepEqual(told(text, { world: { project: off } }), ['unused-disable «body»']);
  const some = all.filter(({ id }) => id === 'unused-disable' || id === 'literal-emphasis');
  assert.deepEqual(told(text, { rules: some }), []);
});

test('unused comments can be disabled too', () => {
  assert.deepEqual(told(article(['# copydesk-disable draft unused-disable'])), []);
});

test('an article that is ignored has no problems', () => {
  const project = { ...DEFAULT_PROJECT, ignore: ['content/news/**'] };
  assert.deepEqual(told('---\ntitle: "a\n---\n', { world: { project } }), []);
  assert.notDeepEqual(told('---\ntitle: "a\n---\n', { world: { project }, path: 'content/b.md' }), []);
});

test('a check of the front matter alone does not read the body', () => {
  const text = article(['# copydesk-disable draft', 'draft: true'], '<!-- copydesk-disable body -->');
  const rules = all.filter(({ group }) => group === 'fields' || group === 'front-matter-syntax');
  const subject = subjectOf(text);
  const guarded = {
    ...subject.article,
    get body(): never {
      throw new Error('The body was read.');
    },
  };
  assert.deepEqual(problemsOf({ ...subject, article: guarded }, { rules }), []);
  assert.throws(() => problemsOf({ ...subject, article: guarded }, { rules: all }), /The body was read/);
});

test('only a comment for Copydesk, and nothing beside it, is one', () => {
  for (const html of ['<!-- copydesk-disable x -->', '<!--copydesk-enable-->\n', '  <!-- copydesk-disable a\n b -->'])
    assert.ok(isCopydeskComment(html), html);
  for (const html of [
    '<!-- x -->',
    '<!-- copydesk-disable x --><b>',
    '<b><!-- copydesk-disable x -->',
    '<!-- copydesk-x',
  ])
    assert.ok(!isCopydeskComment(html), html);
});

test('ten thousand comments, or names in one, are read in linear time', () => {
  const many = 10_000;
  const texts = [
    article([], ...Array(many).fill('<!-- copydesk-disable-next-line draft -->')),
    article([], Array(many).fill('<!-- copydesk-disable-line draft --> a').join(' ')),
    article([`# copydesk-disable${' nonsense draft'.repeat(many)}`]),
    article(Array(many).fill('# copydesk-disable draft')),
    article([], '<div>', '<!-- copydesk-'.repeat(many)),
    article([], ...Array(many).fill('<!-- copydesk-disable a -->'), ...Array(many).fill('<!-- copydesk-enable a -->')),
  ];
  const rules = all.filter(({ id }) => id === 'unused-disable' || id === 'draft');
  for (const text of texts) {
    // What the machine does besides does not count.
    const start = process.cpuUsage();
    problemsIn(text, { rules });
    const took = process.cpuUsage(start).user / 1000;
    assert.ok(took < 1500, `${took} ms for ${text.slice(40, 120)}`);
  }
});
