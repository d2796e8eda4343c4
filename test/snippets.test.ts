// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { ROOT } from './support/paths';
import { expand, tabStops } from './support/snippet';
import { loadOniguruma, markdownGrammar, standIn, tokenize } from './syntaxes/tokenize';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string | readonly string[];
}

const snippets = Object.entries(
  JSON.parse(readFileSync(path.join(ROOT, 'snippets/markdown.json'), 'utf8')) as Record<string, Snippet>,
);
const bodyOf = ({ body }: Snippet) => (typeof body === 'string' ? body : body.join('\n'));
const article = bodyOf(snippets.find(([, { prefix }]) => prefix === 'article')![1]);

/** The keys of the articles that the newsroom has, in their order. */
const KEYS =
  'title date summary categories lang translations tags menu thumbnail lead comments authorbox pager toc mathjax sidebar widgets';

/** The front matter that the snippet makes; `choice` picks the n-th of every choice. */
function frontMatter(choice: number): Record<string, unknown> {
  const [, yaml] = /^---\n([\s\S]*?\n)---\n\n$/.exec(expand(article, choice))!;
  const document = parseDocument(yaml!, { uniqueKeys: true });
  assert.deepEqual(document.errors, []);
  return document.toJS() as Record<string, unknown>;
}

test('the article snippet makes valid YAML with all keys of an article, whatever is chosen', () => {
  for (const choice of [0, 1, 2]) assert.equal(Object.keys(frontMatter(choice)).join(' '), KEYS);
});

test('the article snippet gives every key a value of its type', () => {
  const { date, lang, translations, sidebar, widgets, ...rest } = frontMatter(0);
  assert.equal(date, '2025-02-07T19:11:57+08:00');
  assert.deepEqual(lang, ['zh-CN']);
  assert.deepEqual(translations, lang);
  assert.deepEqual(widgets, ['search', 'recent', 'taglist']);
  assert.equal(sidebar, 'right');
  const booleans = ['comments', 'authorbox', 'pager', 'toc', 'mathjax'].map((key) => rest[key]);
  assert.deepEqual(booleans, [false, false, true, false, false]);
});

test('the sidebar can be right, left or off, and off is a real false', () => {
  assert.deepEqual(
    [0, 1, 2].map((choice) => frontMatter(choice)['sidebar']),
    ['right', 'left', false],
  );
});

test('every snippet can be expanded, and its tab stops count up from 1', () => {
  for (const [name, snippet] of snippets) {
    const stops = tabStops(bodyOf(snippet));
    assert.deepEqual(
      stops,
      stops.map((_, index) => index),
      name,
    );
    assert.doesNotMatch(expand(bodyOf(snippet), 0), /\$\{?\w/, name);
  }
});

test('every prefix is short, of its own, and each description speaks English and Chinese', () => {
  const prefixes = snippets.map(([, { prefix }]) => prefix);
  assert.deepEqual([...new Set(prefixes)], prefixes);
  for (const [name, { prefix, description }] of snippets) {
    assert.match(prefix, /^[a-z]{2,8}$/, name);
    assert.match(description, /^[A-Z].* · .*\p{Script=Han}/u, name);
  }
});

test('our grammar finds nothing illegal in an expanded snippet', async () => {
  const grammar = await markdownGrammar(await loadOniguruma(), standIn);
  const scopesOf = (text: string) =>
    tokenize(grammar, text)
      .flat()
      .map(([, scopes]) => scopes)
      .join(' ');
  assert.match(scopesOf("{{< figure 'a' >}}"), /invalid/);
  for (const [name, snippet] of snippets) assert.doesNotMatch(scopesOf(expand(bodyOf(snippet), 0)), /invalid/, name);
});

test('expanding follows the snippet syntax of VS Code, and refuses what does not', () => {
  assert.equal(expand('a $1 ${2:b ${3:c}} ${4|d\\,e,f|} $2 \\$5 ${TM_SELECTED_TEXT:g}$0', 0), 'a  b c d,e b c $5 g');
  assert.equal(expand('${1|a,b|}', 1), 'b');
  for (const wrong of ['${1:a', '${1|a,b}', '${CURRENT_DATET}', '$', '${1:a}}${'])
    assert.throws(() => expand(wrong, 0), /snippet/, wrong);
});
