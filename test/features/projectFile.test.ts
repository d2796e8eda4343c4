import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, Hover, TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../src/base/edit';
import { linesOf } from '../../src/base/lines';
import { english } from '../../src/base/message';
import { completeProject, hoverProject } from '../../src/features/projectFile';
import { OPTION_NAMES } from '../../src/project/options';
import { projectFileOf } from '../../src/project/readProject';
import { all } from '../../src/rules/all';
import { RULE_NAMES } from '../../src/rules/names';

const project = (marked: string, editor = { snippets: true, retrigger: true }) => ({
  text: marked.replace('|', ''),
  offset: marked.indexOf('|'),
  translate: english,
  ...editor,
});
const items = (marked: string): CompletionItem[] => completeProject(project(marked));
const labels = (marked: string): string[] => items(marked).map(({ label }) => label);
const NAMES = [...RULE_NAMES.groups, ...RULE_NAMES.rules].sort();
const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

/** The text with that suggestion taken; the caret where the editor puts it. */
function taken(marked: string, label: string, snippets = true): string {
  const { text } = project(marked);
  const item = completeProject(project(marked, { snippets, retrigger: false })).find((one) => one.label === label);
  const { range, newText } = (item?.textEdit ?? assert.fail(labels(marked).join())) as TextEdit;
  const lines = linesOf(text);
  return applyEdits(text, [
    { span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }, text: newText.replace('$0', '|') },
  ]);
}

test('options at the margin', () => {
  for (const marked of ['|', 'ru|', 'ignore: [a]\n\n|\n', 'rules:\n  draft: off\nha|', '{ |', '{ ignore: [a], i|'])
    assert.deepEqual(labels(marked), [...OPTION_NAMES], marked);
});

test('rules and groups wherever severities are chosen', () => {
  for (const marked of [
    'rules:\n  |',
    'rules: # ours\n\n  # one\n  dr|\n',
    'rules:\n  draft:  off\n  |: hint',
    'rules: { |',
    'rules: { draft: off, |}',
    'overrides:\n  - files: [a]\n    rules:\n      |',
    'overrides:\n- rules:\n    |',
    'overrides:\n  - { files: [a], rules: { | } }',
  ])
    assert.deepEqual(labels(marked).sort(), NAMES, marked);
});

test('parts of overrides and schemas', () => {
  for (const marked of ['overrides:\n  - |', 'overrides:\n  - files: [a]\n    |', 'overrides: [{ |'])
    assert.deepEqual(labels(marked), ['files', 'rules'], marked);
  assert.deepEqual(labels('schemas:\n- files: [a]\n  |'), ['files', 'schema']);
});

test('severities behind a name', () => {
  for (const marked of [
    'rules:\n  draft: |',
    'rules:\n  draft:|',
    'rules: { draft: o|',
    'overrides:\n  - rules:\n      text: "|',
  ])
    assert.deepEqual(labels(marked), LEVELS, marked);
  assert.deepEqual(labels('remoteSchemas: |'), ['true', 'false']);
});

test('nothing where nothing is known', () => {
  for (const marked of [
    '# |',
    'rules: # |',
    'ignore:\n  - con|',
    'ignore: [|',
    'hugoVersion: |',
    'other:\n  |',
    'a: |',
    'allowedKeys: [a, |',
  ])
    assert.deepEqual(labels(marked), [], marked);
});

test('what is taken can be read', () => {
  assert.equal(taken('rules:\n  dr|', 'draft'), 'rules:\n  draft: |');
  assert.equal(taken('rules:\n  dr|: off', 'draft'), 'rules:\n  draft: off');
  assert.equal(taken('rules:\n  draft:|', 'hint'), 'rules:\n  draft: hint');
  assert.equal(taken('r|', 'rules'), 'rules:\n  |');
  assert.equal(taken('|', 'hugoVersion', false), 'hugoVersion: ');
  assert.equal(taken('|', 'overrides', false), 'overrides:');
  const whole = taken('|', 'overrides').replace('$1', 'content/**').replace('|', 'draft: off');
  assert.deepEqual(projectFileOf('copydesk.yaml', whole, RULE_NAMES).problems, []);
});

test('a rule brings its summary and the way to its page', () => {
  const draft = items('rules:\n  |').find(({ label }) => label === 'draft');
  const { value } = (draft?.documentation ?? assert.fail()) as { value: string };
  assert.ok(value.startsWith(english(all.find(({ id }) => id === 'draft')!.summary)));
  assert.match(value, /docs\/rules\/draft\.md/);
  assert.equal(draft?.command?.command, 'editor.action.triggerSuggest');
});

test('hovers say what a name or a severity means', () => {
  const hover = (marked: string): string | undefined => {
    const found: Hover | undefined = hoverProject(project(marked));
    return found && (found.contents as { value: string }).value.split('\n\n').slice(0, 2).join(' ');
  };
  assert.match(hover('ig|nore: [a]') ?? '', /^\*\*ignore\*\* Globs of articles/);
  assert.match(hover('rules:\n  dra|ft: off') ?? '', /^\*\*draft\*\* \S/);
  assert.match(hover('rules:\n  te|xt: off') ?? '', /^\*\*text\*\* All rules of characters/);
  assert.equal(hover('overrides:\n  - { files: [a], rules: { draft: hi|nt } }'), '**hint** A matter of taste.');
  for (const marked of ['ignore: [a|]', 'nothing|: 1', '# rules|', 'rules:\n  nothing|: off', '|'])
    assert.equal(hover(marked), undefined, marked);
});
