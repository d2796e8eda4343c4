import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cost } from './goldmark/cost';
import { Pipeline } from './support/pipeline';

const head = (fields: string): string => `---\ntitle: "T"\ndate: "2025-02-07 19:11:57"\n${fields}\n---\n\n正文。\n`;
const body = (markdown: string): string => `---\ntitle: "T"\ndate: "2025-02-07 19:11:57"\n---\n\n${markdown}\n`;
const many = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));
/** Pieces that differ by their number. */
function counted(piece: (i: number) => string, size: number): string {
  const pieces: string[] = [];
  for (let i = 0, length = 0; length < size; i++) length += pieces[pieces.push(piece(i)) - 1]!.length;
  return pieces.join('');
}

/** What may be written, by accident or on purpose, to make the editor wait. */
const TRAPS: Readonly<Record<string, (size: number) => string>> = {
  'quotes that do not match': (n) => head(many('tags: "a "b" c\n', n)),
  'quotes that are not closed': (n) => head(counted((i) => `k${i}: "a\n`, n)),
  'quotes in one value': (n) => head(`summary: "${many('a "b" ', n)}"`),
  'list items with broken quotes': (n) => head(`tags:\n${many('  - "a "b"\n', n)}`),
  'a list in brackets without an end': (n) => head(`tags: [${many('"a",\n', n)}`),
  'many lists in brackets without an end': (n) => head(counted((i) => `k${i}: [a, b\n`, n)),
  'wrong escapes': (n) => head(`summary: "${many('a\\q ', n)}"`),
  'full-width colons': (n) => head(counted((i) => `k${i}：v\n`, n)),
  'colons in values': (n) => head(counted((i) => `k${i}: a: b\n`, n)),
  'thousands of tags on one line': (n) => head(`tags: [${counted((i) => `"t${i}", `, n)}"z"]`),
  'thousands of tags on their lines': (n) => head(`tags:\n${counted((i) => `  - "t${i}"\n`, n)}`),
  'thousands of equal tags': (n) => head(`tags:\n${many('  - "t"\n', n)}`),
  'thousands of widgets': (n) => head(`widgets:\n${counted((i) => `  - "w${i}"\n`, n)}`),
  'thousands of fields': (n) => head(counted((i) => `key${i}: v\n`, n)),
  'one field thousands of times': (n) => head(many('key: v\n', n)),
  'fields with tabs': (n) => head(counted((i) => `\tk${i}: v\n`, n)),
  'fields in no column': (n) => head(counted((i) => `${' '.repeat(i % 5)}k${i}: a\n`, n)),
  'brackets within brackets': (n) => head(`tags: ${'['.repeat(n)}`),
  'dashes within dashes': (n) => head(`tags:\n  ${many('- ', n)}`),
  'empty lines': (n) => head('\n'.repeat(n)),
  'empty lines with spaces': (n) => head(many(' \n', n)),
  'one huge line': (n) => head(`summary: "${many('中文', n)}"`),
  'spaces in a block of text': (n) => head(`summary: |\n${many('   \n', n)}  a`),
  'aliases of aliases': (n) =>
    head(`a0: &a0 [x]\n${counted((i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i},*a${i},*a${i}]\n`, n)}`),
  'aliases to nothing': (n) => head(counted((i) => `k${i}: *x${i}\n`, n)),
  'anchors in broken fields': (n) => head(`${counted((i) => `k${i}: &x${i} v\n`, n)}z: "a`),
  'invisible characters': (n) => head(`a: ${'\0'.repeat(n)}`),
  'words instead of fields': (n) => `---\n${many('abc def\n', n)}---\n`,
  'fields without an end': (n) => `---\n${counted((i) => `k${i}: v\n`, n)}`,
  'shortcodes without an end': (n) => body(many('{{< figure src="a.png" \n', n)),
  'openings of shortcodes': (n) => body(many('{{<', n)),
  'openings of Markdown shortcodes': (n) => body(many('{{%', n)),
  'comments in shortcodes without an end': (n) => body(many('{{</*', n)),
  'closing shortcodes': (n) => body(many('{{< /note >}}a\n', n)),
  'figures in lines': (n) => body(many('{{< figure src="a.png" >}}\n', n)),
  'figures in one heading': (n) => body(`# ${many('a {{< x >}} ', n)}`),
  'headings with figures': (n) => body(many('# a {{< figure src="a.png" >}}\n', n)),
  'shortcodes within shortcodes': (n) => body(many('{{% note %}}', n / 2) + many('{{% /note %}}', n / 2)),
  'references to one note': (n) => body(`${many('a[^1] ', n)}\n\n[^1]: note`),
  'thousands of notes': (n) => body(counted((i) => `a[^${i}]\n\n[^${i}]: note\n\n`, n)),
  'equal headings': (n) => body(many('## 小标题\n\n', n)),
  'headings that look numbered': (n) => body(counted((i) => `## a-${i}\n\n## a\n\n`, n)),
  'a long table': (n) => body(`|a|b|c|\n|-|-|-|\n${many('|1|2|3|\n', n)}`),
  'a wide table': (n) => body(`${many('|a', n / 2)}|\n${many('|-', n / 2)}|\n|1|\n`),
  'one line': (n) => body(many('中文abc', n)),
  'bold that is not closed': (n) => body(many('**a ', n)),
  'bold that does not end': (n) => body(many('**中文。**字', n)),
  'bold that does not end, in paragraphs': (n) => body(many('**重点。**之后。\n\n', n)),
  'stars with spaces': (n) => body(many('** a ** ', n)),
  'less-than signs': (n) => body('<'.repeat(n)),
  'pictures in HTML without an end': (n) => body(`<div>\n${many('<img ', n)}`),
  'pictures by one label': (n) => body(`${many('![a][b] ', n)}\n\n[b]: /x`),
  'definitions of one label': (n) => body(`${many('[b]: /x\n', n)}\n[b]`),
  'lists of tasks': (n) => body(many('- [ ] a\n', n)),
  'a long list': (n) => body(many('- a\n', n)),
};

/** Milliseconds of each stage. */
function costs(text: string): Record<string, number> {
  let pipeline!: Pipeline;
  const spent: Record<string, number> = {};
  const stage = (name: string, run: () => void) => {
    spent[name] = cost(run);
  };
  stage('check', () => {
    pipeline = new Pipeline(text);
    pipeline.actions(pipeline.problems(), 0, 20);
  });
  const { end } = pipeline.article.frontMatter.span;
  stage('complete', () => pipeline.completeAt(Math.max(0, end - 12)));
  stage('hover', () => pipeline.hoverAt(Math.floor((end + text.length) / 2)));
  stage('preview', () => pipeline.preview());
  stage('body', () => pipeline.body());
  stage('brief', () => pipeline.brief());
  return spent;
}

const SMALL = 15_000;
const FACTOR = 4;
/** A stage may take so long for 10 KB … */
const PER_10_KB = 100;
/** … and so many times as long for a text four times as long: the square of it would be 16 times. */
const GROWTH = 9;
/** Below so many milliseconds there is only noise. */
const NOISE = 60;

/** The stages that are too slow, or none. */
function slow(make: (size: number) => string): string[] {
  const [small, large] = [make(SMALL), make(SMALL * FACTOR)];
  const before = costs(small);
  const after = costs(large);
  const limit = (PER_10_KB * large.length) / 10_000;
  return Object.entries(after).flatMap(([name, spent]) =>
    spent > limit || spent > NOISE + GROWTH * before[name]!
      ? [`${name}: ${before[name]!.toFixed()} → ${spent.toFixed()} ms`]
      : [],
  );
}

for (const [name, make] of Object.entries(TRAPS)) {
  test(`${name} keep nobody waiting`, () => {
    costs(make(1000));
    // A busy machine is tried again; what is really slow stays slow.
    let found = slow(make);
    for (let again = 0; again < 2 && found.length > 0; again++) found = slow(make);
    assert.deepEqual(found, []);
  });
}

test('a megabyte of one thing is rendered without falling over', () => {
  for (const make of [TRAPS['references to one note']!, TRAPS['a wide table']!, TRAPS['invisible characters']!]) {
    const pipeline = new Pipeline(make(1_000_000));
    pipeline.actions(pipeline.problems());
    assert.ok(pipeline.preview().length > 100);
  }
});
