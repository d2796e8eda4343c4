import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { CompletionItem, Range } from 'vscode-languageserver-types';
import { applyEdits, type Edit } from '../src/base/edit';
import type { Lines } from '../src/base/lines';
import type { Span } from '../src/base/span';
import { all } from '../src/rules/all';
import type { Fix, Problem } from '../src/rules/rule';
import { safeEdits } from '../src/rules/safeEdits';
import { mutations, random } from './support/mutations';
import { corpusArticle, corpusNames, ROOT, readShared, skipWithoutShared } from './support/paths';
import { Pipeline } from './support/pipeline';

const NEWSROOM = path.join(ROOT, 'examples/newsroom/content');
const newsroom = readdirSync(NEWSROOM, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(path.join(NEWSROOM, name), 'utf8'));

/** Texts of the reference: small ones that bend one thing each. */
function cases(): string[] {
  const front = JSON.parse(readShared('corpus/front-matter.json')) as { text: string }[];
  const bodies = JSON.parse(readShared('corpus/commonmark.json')) as { markdown: string }[];
  return [
    ...front.map(({ text }) => text),
    ...bodies.map(({ markdown }) => `---\ntitle: "T"\ndate: "2025-02-07"\n---\n${markdown}`),
  ];
}

function checkSpan(text: string, { start, end }: Span, what: string): void {
  const right = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
  assert.ok(right, `${what}: ${start}–${end} of ${text.length} in ${JSON.stringify(text.slice(0, 600))}`);
}

/** What a fix writes keeps the line ends that the file has, and its byte order mark. */
function checkFix(text: string, problem: Problem, fix: Fix): string {
  const what = `${problem.rule}, “${fix.title.template}”`;
  const sorted = [...fix.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  assert.ok(sorted.length > 0, what);
  sorted.forEach((edit, i) => {
    checkSpan(text, edit.span, what);
    assert.ok(i === 0 || sorted[i - 1]!.span.end <= edit.span.start, `${what}: its edits overlap`);
    assert.notEqual(text.slice(edit.span.start, edit.span.end), edit.text, `${what}: an edit that changes nothing`);
  });
  const fixed = applyEdits(text, fix.edits);
  assert.equal(fixed.startsWith('\ufeff'), text.startsWith('\ufeff'), `${what}: the byte order mark`);
  if (!/(?<!\r)\n|\r(?!\n)/.test(text)) assert.doesNotMatch(fixed, /(?<!\r)\n|\r(?!\n)/, `${what}: line ends`);
  return fixed;
}

/** Where an offset of the text is after the edits. */
function moved(offset: number, edits: readonly Edit[]): number {
  let by = 0;
  for (const { span, text } of edits) if (span.end <= offset) by += text.length - (span.end - span.start);
  return offset + by;
}

const SYNTAX = new Set(all.filter(({ group }) => group === 'front-matter-syntax').map(({ id }) => id));
/** Without them Hugo finds no fields, or not their end. */
const FENCES = new Set(['unclosed-front-matter', 'bad-opening-fence', 'text-before-front-matter']);

const errors = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'error');

/** Why a fix that is applied without asking does not do what it says; undefined when it does. */
function harm(before: readonly Problem[], problem: Problem, fix: Fix, after: readonly Problem[]): string | undefined {
  const at = moved(problem.span.start, fix.edits);
  const of = (all: readonly Problem[]) => all.filter(({ rule }) => rule === problem.rule);
  if (of(after).some(({ span }) => span.start === at) && of(after).length >= of(before).length)
    return `${problem.rule}: the finding stays`;
  // Behind front matter that cannot be read, Hugo has not looked at the rest yet.
  const hidden = errors(before).some(({ rule }) => SYNTAX.has(rule));
  const counts = ({ rule }: Problem) => {
    if (problem.rule === 'misspelled-key') return SYNTAX.has(rule); // only now is its value looked at
    return !hidden || SYNTAX.has(rule);
  };
  if (FENCES.has(problem.rule)) return undefined;
  const fresh = errors(after).filter(counts);
  if (fresh.length > errors(before).length) {
    const known = new Set(errors(before).map(({ rule }) => rule));
    return `${problem.rule}: a new error, ${(fresh.find(({ rule }) => !known.has(rule)) ?? fresh[0]!).rule}`;
  }
  return undefined;
}

/** Runs everything over a text. Returns what safe fixes do wrong. */
function run(text: string): string[] {
  const pipeline = new Pipeline(text);
  const problems = pipeline.problems();
  pipeline.body();
  pipeline.preview();
  pipeline.brief();
  pipeline.actions(problems);
  applyEdits(text, safeEdits(problems));
  const wrong: string[] = [];
  for (const problem of problems) {
    checkSpan(text, problem.span, problem.rule);
    for (const fix of problem.fixes) {
      const fixed = checkFix(text, problem, fix);
      if (!fix.preferred) continue;
      const harmed = harm(problems, problem, fix, new Pipeline(fixed).problems());
      if (harmed) wrong.push(`${harmed}\n${JSON.stringify(text.slice(0, 700))}\n→ ${JSON.stringify(fix.edits)}`);
    }
  }
  return wrong;
}

function checkRange(lines: Lines, range: Range, text: string, what: string): void {
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  checkSpan(text, { start, end }, what);
  assert.deepEqual(lines.placeAt(start), range.start, what);
  assert.deepEqual(lines.placeAt(end), range.end, what);
}

/** Completes and hovers at some offsets. */
function ask(text: string, offsets: Iterable<number>): void {
  const pipeline = new Pipeline(text);
  for (const offset of offsets) {
    const what = `at ${offset} in ${JSON.stringify(text.slice(0, 600))}`;
    for (const item of pipeline.completeAt(offset).items) checkItem(pipeline, item, offset, what);
    const hover = pipeline.hoverAt(offset);
    if (hover?.range) checkRange(pipeline.lines, hover.range, text, what);
  }
}

/** What is completed stands on one line, with the caret in it, as editors ask for. */
function checkItem({ lines, text }: Pipeline, item: CompletionItem, offset: number, what: string): void {
  assert.ok(item.textEdit && 'range' in item.textEdit, what);
  const { range } = item.textEdit;
  checkRange(lines, range, text, what);
  assert.equal(range.start.line, range.end.line, what);
  assert.ok(lines.offsetAt(range.start) <= offset && offset <= lines.offsetAt(range.end), what);
}

function* every(text: string, step = 1): Iterable<number> {
  for (let offset = 0; offset <= text.length; offset += step) yield offset;
}

test('everything runs on the sample newsroom, and each safe fix does what it says', () => {
  assert.deepEqual(newsroom.flatMap(run), []);
});

test('everything runs on the reference, and each safe fix does what it says', { skip: skipWithoutShared }, () => {
  assert.deepEqual([...cases(), ...corpusNames().map(corpusArticle)].flatMap(run), []);
});

test('at every offset of the sample newsroom there is an answer', () => {
  for (const text of newsroom) ask(text, every(text));
});

test('at every offset of the reference there is an answer', { skip: skipWithoutShared }, () => {
  for (const text of cases()) ask(text, every(text));
  for (const text of corpusNames().map(corpusArticle)) ask(text, every(text, 13));
});

test('everything runs on 6,000 broken articles of the sample newsroom', () => {
  const next = random(21);
  const wrong = mutations([...newsroom, ...newsroom.map((text) => text.replace(/\r?\n/g, '\r\n'))], 6000, 3).flatMap(
    (text) => {
      ask(
        text,
        Array.from({ length: 4 }, () => Math.floor(next() * Math.min(700, text.length + 1))),
      );
      return run(text);
    },
  );
  assert.deepEqual(wrong, []);
});

test('everything runs on 6,000 broken texts of the reference', { skip: skipWithoutShared }, () => {
  const next = random(22);
  const wrong = mutations(
    [
      ...cases(),
      ...corpusNames()
        .map(corpusArticle)
        .filter((text) => text.length < 6000),
    ],
    6000,
    4,
  ).flatMap((text) => {
    ask(
      text,
      Array.from({ length: 4 }, () => Math.floor(next() * Math.min(700, text.length + 1))),
    );
    return run(text);
  });
  assert.deepEqual(wrong, []);
});
