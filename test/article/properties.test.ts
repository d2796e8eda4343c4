import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Article } from '../../src/article/article';
import { articleOf } from '../../src/article/articleOf';
import { caretAt } from '../../src/article/caret';
import type { Field, Value } from '../../src/article/frontMatter';
import { frontMatterOf } from '../../src/article/frontMatterOf';
import { targetAt } from '../../src/article/target';
import { applyEdits } from '../../src/base/edit';
import type { Span } from '../../src/base/span';
import { mutations, random } from '../support/mutations';
import { corpusArticle, corpusNames, ROOT, readShared, skipWithoutShared } from '../support/paths';

const NEWSROOM = path.join(ROOT, 'examples/newsroom/content');
const newsroom = readdirSync(NEWSROOM, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(path.join(NEWSROOM, name), 'utf8'));

/** All spans that an article names. */
function* spansOf(article: Article): Generator<Span> {
  const { frontMatter, body } = article;
  const { span, open, close, content, fields, problems } = frontMatter;
  yield* [span, content, body.span];
  if (open) yield open;
  if (close) yield close;
  for (const field of fields) yield* fieldSpans(field);
  for (const problem of problems) {
    yield problem.span;
    for (const edit of problem.fix?.edits ?? []) yield edit.span;
  }
  for (const image of body.images) yield* [image.span, image.urlSpan, image.altSpan];
  for (const link of body.links) yield* [link.span, link.urlSpan];
  for (const heading of body.headings) yield heading.span;
  for (const shortcode of body.shortcodes) {
    yield* [shortcode.span, shortcode.nameSpan];
    for (const argument of shortcode.args) yield* [argument.span, argument.valueSpan];
  }
}

function* fieldSpans(field: Field): Generator<Span> {
  yield* [field.keySpan, field.span];
  yield* valueSpans(field.value);
}

function* valueSpans(value: Value): Generator<Span> {
  yield value.span;
  if (value.kind === 'list') for (const item of value.items) yield* valueSpans(item);
  if (value.kind === 'map') for (const field of value.fields) yield* fieldSpans(field);
}

function checkSpans(article: Article): void {
  for (const { start, end } of spansOf(article)) {
    assert.ok(start >= 0 && start <= end && end <= article.text.length, `${start}–${end} in ${article.text}`);
  }
}

/** Fences, front matter and body, put together again. */
function rebuilt({ text, frontMatter, body }: Article): string {
  return (
    text.slice(0, frontMatter.span.start) +
    text.slice(frontMatter.span.start, frontMatter.span.end) +
    text.slice(body.span.start, body.span.end)
  );
}

/** What the spans of a correct article say when cut out of it. */
function checkSlices(article: Article): void {
  const { text, frontMatter, body } = article;
  const cut = ({ start, end }: Span) => text.slice(start, end);
  assert.equal(rebuilt(article), text);
  if (frontMatter.format === 'yaml' && frontMatter.close) {
    const { open, content, close, span } = frontMatter;
    assert.equal(cut(open!), '---');
    assert.equal(cut(close), '---');
    assert.match(text.slice(open!.end, content.start) + text.slice(close.end, span.end), /^[\r\n]*$/);
    assert.equal(content.end, close.start);
  }
  for (const field of frontMatter.fields) {
    assert.equal(cut(field.keySpan).replace(/^(["'])(.*)\1$/, '$2'), field.key);
    if (frontMatter.format !== 'toml') checkValue(cut, field.value); // what is in tables has the span of its table
  }
  for (const image of body.images) {
    if (image.kind === 'shortcode') assert.match(cut(image.span), /^\{\{<[\s\S]*>\}\}$/);
    else assert.match(cut(image.span), /^(?:!\[|<img)/i);
    if (!/[\\&]/.test(cut(image.urlSpan))) assert.equal(cut(image.urlSpan), image.url);
    if (!/[\\&*_`[\]]/.test(cut(image.altSpan))) assert.equal(cut(image.altSpan), image.alt);
  }
  for (const link of body.links) {
    if (!/[\\&]/.test(cut(link.urlSpan))) assert.ok(link.url.endsWith(cut(link.urlSpan)), link.url);
  }
  for (const heading of body.headings) assert.ok(cut(heading.span).length >= heading.text.length, heading.text);
  for (const shortcode of body.shortcodes) assert.equal(cut(shortcode.nameSpan), shortcode.name);
}

function checkValue(cut: (span: Span) => string, value: Value): void {
  if (value.kind === 'string' && value.style === 'plain' && !/[\r\n]/.test(value.value))
    assert.equal(cut(value.span), value.value);
  if (value.kind === 'string' && value.style === 'double') assert.match(cut(value.span), /^"[\s\S]*"$/);
  if (value.kind === 'string' && value.style === 'single') assert.match(cut(value.span), /^'[\s\S]*'$/);
  if (value.kind === 'list') {
    assert.match(cut(value.span), value.style === 'flow' ? /^\[[\s\S]*\]$/ : /^-[\s\S]*\S$/);
    for (const item of value.items) checkValue(cut, item);
  }
  if (value.kind === 'map') for (const field of value.fields) checkValue(cut, field.value);
}

test('every span of the sample articles is exact, and their parts make the whole', () => {
  assert.ok(newsroom.length >= 40);
  const correct = newsroom.filter((text) => frontMatterOf(text).problems.length === 0);
  assert.ok(correct.length >= 40);
  for (const text of correct) checkSlices(articleOf(text));
});

test('every span of the reference articles is exact, and their parts make the whole', {
  skip: skipWithoutShared,
}, () => {
  for (const name of corpusNames()) checkSlices(articleOf(corpusArticle(name)));
});

test('articles with any line ends are read alike', () => {
  const yaml = newsroom.filter((text) => text.startsWith('---') && frontMatterOf(text).problems.length === 0);
  assert.ok(yaml.length >= 30);
  for (const text of yaml) {
    const windows = articleOf(text.replace(/\r\n|\n/g, '\r\n'));
    checkSlices(windows);
    const values = (article: Article) => article.frontMatter.fields.map(({ key, value }) => [key, value.kind]);
    assert.deepEqual(values(windows), values(articleOf(text)));
    const mac = frontMatterOf(text.replace(/\r\n|\n/g, '\r'));
    assert.deepEqual(
      mac.fields.map((field) => field.key),
      frontMatterOf(text).fields.map((field) => field.key),
    );
  }
});

test('20,000 broken articles: nothing throws and every span is in the text', () => {
  const next = random(7);
  for (const text of mutations(newsroom, 20_000, 5)) {
    const article = articleOf(text);
    checkSpans(article);
    assert.equal(rebuilt(article), text);
    const offset = Math.floor(next() * Math.min(600, text.length + 1));
    targetAt(article, offset);
    const caret = caretAt(article, offset);
    if (caret.kind !== 'none')
      assert.ok(caret.typed.start <= offset && offset <= caret.typed.end && caret.typed.end <= text.length);
  }
});

test('a fix of broken front matter leaves one problem less', () => {
  for (const text of mutations(newsroom, 3000, 9)) {
    const { problems } = frontMatterOf(text);
    const problem = problems.find(({ severity, fix }) => severity === 'error' && fix);
    if (!problem?.fix) continue;
    const after = frontMatterOf(applyEdits(text, problem.fix.edits)).problems;
    const errors = (all: typeof problems) => all.filter(({ severity }) => severity === 'error').length;
    const gone = !after.some(({ code, span }) => code === problem.code && span.start === problem.span.start);
    assert.ok(gone || errors(after) < errors(problems), `${problem.code}\n${text.slice(0, 900)}`);
  }
});

test('what Hugo builds has no error, and what it cannot read has one', { skip: skipWithoutShared }, () => {
  const cases = JSON.parse(readShared('corpus/front-matter.json')) as {
    name: string;
    text: string;
    hugo: { builds: boolean; messages: string[] };
  }[];
  for (const { name, text, hugo } of cases) {
    const errors = frontMatterOf(text).problems.filter(({ severity }) => severity === 'error');
    const refused =
      !hugo.builds && hugo.messages.some((said) => /unmarshal|EOF looking for end|invalid \w+ delimiter/.test(said));
    assert.equal(errors.length > 0, refused, `${name}: ${JSON.stringify(errors)}`);
  }
});
