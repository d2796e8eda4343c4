import assert from 'node:assert/strict';
import test from 'node:test';
import type { Nodes } from 'mdast';
import { parse } from '../../src/goldmark/parse';
import { cost } from './cost';

const SIZE = 100_000;

/** What may be repeated to make a parser slow. */
const PIECES = [
  ...[
    '<?',
    '*a ',
    '[',
    '`',
    '<!--',
    '<!-- ',
    'a**b',
    '![',
    '|',
    '&',
    '&amp',
    '](',
    '[a](',
    '[a][',
    '[a]',
    '[a](<',
    '[a](<b',
  ],
  ...[
    '[a](b "',
    "[a](b '",
    '[a](b (',
    '_a_',
    '_a',
    '*a*',
    '**a',
    '*a **b ',
    'a_',
    'a@',
    'a_a@',
    'http://a.b/_',
    'http://a_',
  ],
  ...[
    'www.a',
    '(www.a.b',
    '~~',
    '~~a',
    '"',
    "'",
    '"a" ',
    "'a ",
    '...',
    '--',
    '<',
    '<a ',
    '<a b="',
    '<a b=c ',
    '</a',
    '<a@',
    '<a:',
  ],
  ...[
    '<!A',
    '<![CDATA[',
    '\\',
    '\\\n',
    '  \n',
    '\n',
    '>',
    '> ',
    '>\n',
    '- ',
    '-\n',
    '- a\n',
    '1. ',
    '* a\n  ',
    '\t',
    '\t- ',
    '# ',
  ],
  ...[
    '# a #',
    '# {#a}',
    '{',
    '# {a=[',
    '```',
    '```\n',
    '~~~\n\n',
    '|a',
    '|a|\n|-|\n',
    'a|b\n-|-\n',
    '[^a]',
    '[^a]: ',
    '[^a]: a\n',
  ],
  ...[
    '[a]: b\n',
    '[a]: b "',
    '[a]: b\n"',
    '[a]:',
    '[a\n',
    'a\n: b\n',
    ': ',
    'a\n\n: b\n\n',
    '<div>\n',
    '<script>\n',
    '<!--\n',
    '</a>\n',
  ],
  ...[
    '=\n',
    'a\n=\n',
    'a\n---\n',
    '\r',
    'a\r\n',
    '汉',
    '。**',
    '😀',
    '`a',
    '- [ ] ',
    '[ ]',
    '![a](b)',
    '[![a](b)](c)',
    '*[a](b)',
  ],
  ...['[*a](b)*', '"*a*" ', '*_', '***a', '**a _b ~~c', '*a]', '[*', '<<', 'a>', 'a\n>', '\u0000', '\ud800'],
];

const repeated = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));

/** Texts whose parts belong together over a long way. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  'brackets with a definition': (n) => `[x]: y\n\n${'['.repeat(n / 2)}a${']'.repeat(n / 2)}`,
  'images in images': (n) => `${'!['.repeat(n / 6)}a${'](b)'.repeat(n / 6)}`,
  'emphasis in emphasis': (n) => '*a '.repeat(n / 6) + 'b* '.repeat(n / 6),
  'one long run and its closer': (n) => `${'*'.repeat(n / 2)}a${'*'.repeat(n / 2)}`,
  'runs of all lengths of backticks': (n) =>
    Array.from({ length: Math.sqrt(2 * n) }, (_, i) => '`'.repeat(i)).join(' '),
  'quotes of all depths': (n) => Array.from({ length: n / 52 }, (_, i) => `${'>'.repeat(i % 100)} a\n`).join(''),
  'lists of all depths': (n) => Array.from({ length: n / 112 }, (_, i) => `${'  '.repeat(i % 110)}- a\n`).join(''),
  'lazy lines below deep quotes': (n) => `${'> '.repeat(100)}a\n${'b\n'.repeat(n / 2)}`,
  'a wide table': (n) => `${'|a'.repeat(n / 4)}|\n${'|-'.repeat(n / 4)}|\n`,
  'words in a line with an address': (n) => `a@b.c ${'word_'.repeat(n / 5)}`,
  'footnotes with a text': (n) => `[^a]: x\n\n${'[^a]'.repeat(n / 4)}`,
  'footnotes never closed': (n) => `[^a]: x\n\n${'[^a'.repeat(n / 3)}`,
  attributes: (n) => `# a {${'.a '.repeat(n / 3)}}`,
  terms: (n) => `${'a\n'.repeat(n / 2)}: b\n`,
  'blank lines in code': (n) => `${`    a\n${'  \n'.repeat(200)}`.repeat(n / 606)}`,
  'a comment over many lines': (n) => `a <!-- x\n${'--x\n'.repeat(n / 4)}`,
  'many labels': (n) =>
    `${Array.from({ length: n / 20 }, (_, i) => `[${i}]: u\n`).join('')}\n${'[1][2]'.repeat(n / 12)}`,
  'replacements in images': (n) => '!["a" *b*](c) '.repeat(n / 14),
};

/** The shortest of up to four runs, in milliseconds. */
function time(source: string, read: (source: string) => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 4 && best > 20; i++)
    best = Math.min(
      best,
      cost(() => read(source)),
    );
  return best;
}

/** Time grows with the text, not with its square: 4 times the text would take 16 times as long. */
function assertLinear(make: (size: number) => string, read: (source: string) => void = parse): void {
  const small = time(make(SIZE / 4), read);
  const large = time(make(SIZE), read);
  assert.ok(large < 500, `${Math.round(large)} ms for ${SIZE} characters`);
  assert.ok(large < 200 || large < small * 10, `${Math.round(small)} ms grew to ${Math.round(large)} ms`);
}

test('no repeated piece of Markdown makes reading slow', async (t) => {
  parse(repeated('a *b* [c](d) `e`\n\n- f\n\n', SIZE));
  for (const piece of PIECES) await t.test(JSON.stringify(piece), () => assertLinear((size) => repeated(piece, size)));
});

test('no large structure makes reading slow', async (t) => {
  for (const [name, make] of Object.entries(SHAPES)) await t.test(name, () => assertLinear(make));
});

test('a slow reader would be noticed', () => {
  const quadratic = (source: string): void => {
    const before = process.cpuUsage();
    while (process.cpuUsage(before).user < (source.length / SIZE) ** 2 * 220_000);
  };
  assert.throws(() => assertLinear((size) => 'a'.repeat(size), quadratic), /ms/);
});

/** How many nodes stand within one another. */
function depth(node: Nodes): number {
  return 1 + ('children' in node ? Math.max(0, ...node.children.map(depth)) : 0);
}

test('nesting ends somewhere, so that a walk over the tree never overflows', () => {
  for (const piece of ['>', '> ', '- ', '1. ', '[^a]: ', '* > ', 'a\n: ', '![', '*a ']) {
    assert.ok(depth(parse(repeated(piece, SIZE))) < 400, piece);
  }
  assert.ok(depth(parse(`${'*'.repeat(SIZE)}a${'*'.repeat(SIZE)}`)) < 400);
  assert.ok(depth(parse(`${'!['.repeat(SIZE)}a${'](b)'.repeat(SIZE)}`)) < 400);
  assert.ok(depth(parse(`${'*a **b '.repeat(2000)}c${'** *'.repeat(2000)}`)) < 400);
});

test('nesting that people write is not cut', () => {
  assert.equal(depth(parse(`${'> '.repeat(50)}a`)), 53);
  assert.equal(depth(parse(`${'*a _b '.repeat(20)}c${'_*'.repeat(20)}`)), 43);
});
