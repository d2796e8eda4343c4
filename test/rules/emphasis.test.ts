import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { applyEdits } from '../../src/base/edit';
import { literalEmphasis } from '../../src/rules/literal-emphasis';
import type { Problem } from '../../src/rules/rule';
import { skipWithoutHugo, withBuild } from '../support/hugo';
import { random } from '../support/mutations';
import { corpusArticle, corpusHtml, corpusNames, skipWithoutShared } from '../support/paths';
import { problemsIn } from './subjectOf';

const rules = [literalEmphasis];

type Node = DefaultTreeAdapterTypes.ChildNode;
const CODE = new Set(['code', 'pre', 'script', 'style']);

/** Stands for an asterisk in bold text. */
const BOLD = '\u2217';

/** What readers see of a published body, code and the like left out; a tag ends a line. */
function visible(html: string): string {
  const parts: string[] = [];
  const walk = (node: Node, bold: boolean): void => {
    if ('value' in node) parts.push(bold ? node.value.replaceAll('*', BOLD) : node.value);
    else if ('childNodes' in node) {
      parts.push('\n');
      if (!CODE.has(node.nodeName))
        for (const child of node.childNodes) walk(child, bold || node.nodeName === 'strong');
      parts.push('\n');
    } else parts.push('\n');
  };
  for (const node of parseFragment(html).childNodes) walk(node, false);
  return parts.join('');
}

/** `2*3`, `5 * 3`, `138****1234`: the one kind of asterisk that is not to be reported. A long run in bold, `**0****1**`, was to be two. */
function isBetweenNumbers(text: string, run: RegExpMatchArray): boolean {
  const at = run.index ?? 0;
  if (run[0].length > 3 && run[0].includes(BOLD)) return false;
  return /\d ?$/.test(text.slice(0, at)) && /^ ?\d/.test(text.slice(at + run[0].length));
}

/** Lengths of the maximal runs of asterisks that Hugo publishes as text, in their order. Knows nothing of our parser. */
function publishedRuns(html: string): number[] {
  const text = visible(html);
  return [...text.matchAll(/[*\u2217]+/g)].filter((run) => !isBetweenNumbers(text, run)).map(([run]) => run.length);
}

/** Lengths of the runs that are reported: those that the fix would take out, or else the one that it stands on. */
function reportedRuns(text: string): number[] {
  const spans = problemsIn(text, { rules }).flatMap(marksOf);
  const runs: { end: number; length: number }[] = [];
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const marks = text.slice(start, end).replaceAll('\\', '');
    if (!/^\*+$/.test(marks)) continue;
    const last = runs.at(-1);
    // `\**` is one for readers.
    if (last?.end === start) runs.splice(-1, 1, { end, length: last.length + marks.length });
    else runs.push({ end, length: marks.length });
  }
  return runs.map(({ length }) => length);
}

function marksOf({ fixes, span }: Problem) {
  const out = fixes.find(({ title }) => title.template === 'Take {0} out');
  return out ? out.edits.map((edit) => edit.span) : [span];
}

interface Count {
  published: number;
  reported: number;
  both: number;
}

/** How many runs two lists have in common, each used once. */
function compare(count: Count, published: readonly number[], reported: readonly number[]): boolean {
  const left = [...reported];
  let both = 0;
  for (const length of published) {
    const at = left.indexOf(length);
    if (at < 0) continue;
    left.splice(at, 1);
    both++;
  }
  count.published += published.length;
  count.reported += reported.length;
  count.both += both;
  return both === published.length && both === reported.length;
}

function rates({ published, reported, both }: Count): string {
  const [precision, recall] = [both / reported, both / published];
  return `${published} runs published, ${reported} reported: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`;
}

test('every run of asterisks that Hugo publishes in the reference articles is reported, and no other', {
  skip: skipWithoutShared,
}, () => {
  const count: Count = { published: 0, reported: 0, both: 0 };
  const wrong = corpusNames().filter(
    (name) => !compare(count, publishedRuns(corpusHtml(name)), reportedRuns(corpusArticle(name))),
  );
  console.log(`asterisks in the reference: ${rates(count)}`);
  assert.deepEqual(wrong, []);
  assert.ok(count.published > 200);
  assert.equal(count.both / count.reported, 1);
  assert.equal(count.both / count.published, 1);
});

const WORDS = '甲 乙 港口 夜航 2025年 AI Qwen ® ℃ 5 km'.split(' ');
const SIGNS = '。 ， ？ ！ ： 、 ； （ ） 「 」 “ ” 《 》 " . , - —— …… ( ) ！” 。）'.split(' ');
// No `~~`: Goldmark 1.5.4 panics on some of it among other marks, `# ***~~.~~*_`, and the whole build is lost.
const MARKS = ['**', '**', '**', '**', '**', '*', '*', '***', '****', '_', '\\*甲', '\\*\\*甲'];
const OTHERS = [
  ' ',
  ' ',
  '\n',
  '\n\n',
  '`**a**`',
  '[甲**](/a/)',
  '**[',
  '](/b/)',
  '![图*](/a.png)',
  '\n- ',
  '\n## ',
  '\n> ',
];

/** Paragraphs of Chinese in which emphasis stands where it may. */
function emphasisText(next: () => number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const length = 6 + Math.floor(next() * 40);
  const parts = Array.from({ length }, () => {
    const kind = next();
    if (kind < 0.36) return pick(WORDS);
    if (kind < 0.6) return pick(SIGNS);
    return kind < 0.92 ? pick(MARKS) : pick(OTHERS);
  });
  return parts.join('');
}

const FRONT = '---\ntitle: "a"\ndate: 2025-02-07\n---\n\n';

/** The body that Hugo makes of each text. */
function hugoBodies(texts: readonly string[]): string[] {
  const files: Record<string, string> = {
    'hugo.toml': 'baseURL = "/"\ndisableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "404", "section"]\n',
    'layouts/_default/single.html': '{{ .Content }}',
  };
  texts.forEach((text, i) => {
    files[`content/n/p${i}.md`] = text;
  });
  return withBuild(files, [], ({ status, log, published }) => {
    assert.equal(status, 0, log);
    return texts.map((_, i) => published(`n/p${i}/index.html`) ?? assert.fail(`page ${i} is not published`));
  });
}

test('every run of asterisks that Hugo publishes of 1,000 random texts is reported, and no other', {
  skip: skipWithoutHugo,
}, () => {
  const next = random(31);
  const texts = Array.from({ length: 1000 }, () => `${FRONT}${emphasisText(next)}\n`);
  const count: Count = { published: 0, reported: 0, both: 0 };
  const bodies = hugoBodies(texts);
  const wrong = texts.filter((text, i) => !compare(count, publishedRuns(bodies[i]!), reportedRuns(text)));
  console.log(`asterisks in random texts: ${rates(count)}`);
  assert.deepEqual(
    wrong.slice(0, 5).map((text) => text.slice(FRONT.length)),
    [],
  );
  assert.equal(wrong.length, 0);
});

test('a preferred fix leaves Hugo fewer asterisks to publish in 500 random texts, and takes no other character', {
  skip: skipWithoutHugo,
}, () => {
  const next = random(32);
  const fixed: { text: string; after: string }[] = [];
  for (let i = 0; i < 500; i++) {
    const text = `${FRONT}${emphasisText(next)}\n`;
    const fix = problemsIn(text, { rules }).flatMap(({ fixes }) => fixes.find(({ preferred }) => preferred) ?? [])[0];
    if (fix) fixed.push({ text, after: applyEdits(text, fix.edits) });
  }
  const before = hugoBodies(fixed.map(({ text }) => text));
  const after = hugoBodies(fixed.map((one) => one.after));
  assert.ok(fixed.length > 100);
  const stars = (html: string) => visible(html).match(/[*\u2217_~]/g)?.length ?? 0;
  const rest = (html: string) =>
    visible(html)
      .replace(/[*\u2217_~\s]/g, '')
      .replace(/[“”]/g, '"');
  const wrong = fixed.filter((_, i) => stars(after[i]!) >= stars(before[i]!) || rest(after[i]!) !== rest(before[i]!));
  assert.deepEqual(wrong.slice(0, 3), []);
});
