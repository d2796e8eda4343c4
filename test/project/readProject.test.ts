import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../src/base/message';
import { layered } from '../../src/project/layers';
import { DEFAULT_PROJECT } from '../../src/project/project';
import { type ProjectFile, projectFileOf, readProject } from '../../src/project/readProject';
import { parseSettings } from '../../src/project/settings';
import { strictnessOf } from '../../src/project/strictness';
import { RULE_NAMES } from '../../src/rules/names';
import { filesOf } from '../support/siteOf';

const yaml = (...lines: string[]): ProjectFile => projectFileOf('copydesk.yaml', lines.join('\n'), RULE_NAMES);
/** `«where» what`. */
const told = ({ text, problems }: ProjectFile): string[] =>
  problems.map(({ span, message }) => `«${text.slice(span.start, span.end)}» ${english(message)}`);
const chosen = (file: ProjectFile, path: string, id: string, group = '') =>
  strictnessOf(file.project).at(path).severityOf({ id, group });

test('YAML and JSON give one project', () => {
  const file = yaml(
    'rules:',
    '  missing-title: hint # ours are never missing',
    '  fields: "off"',
    'overrides:',
    '  - files: [content/en/**]',
    '    rules: { draft: error }',
    'ignore: [content/old/]',
    'allowedKeys: [Desk]',
    'hugoVersion: 0.110',
    'schemas:',
    '  - files: [content/news/**]',
    '    schema: schemas/news.schema.json',
    'remoteSchemas: true',
  );
  assert.deepEqual(told(file), []);
  assert.deepEqual(file.project, {
    ...DEFAULT_PROJECT,
    severities: new Map([
      ['missing-title', 'hint'],
      ['fields', 'off'],
    ]),
    overrides: [{ files: ['content/en/**'], severities: new Map([['draft', 'error']]) }],
    ignore: ['content/old/'],
    allowedKeys: new Set(['desk']),
    hugoVersion: [0, 110],
    schemas: [{ files: ['content/news/**'], schema: 'schemas/news.schema.json' }],
    remoteSchemas: true,
  });
  const json = {
    $schema: './copydesk.schema.json',
    rules: { 'missing-title': 'hint', fields: 'off' },
    overrides: [{ files: ['content/en/**'], rules: { draft: 'error' } }],
    ignore: ['content/old/'],
    allowedKeys: ['Desk'],
    hugoVersion: '0.110',
    schemas: [{ files: ['content/news/**'], schema: 'schemas/news.schema.json' }],
    remoteSchemas: true,
  };
  for (const indent of [0, 2, '\t'])
    assert.deepEqual(
      projectFileOf('copydesk.json', JSON.stringify(json, null, indent), RULE_NAMES).project,
      file.project,
    );
});

test('what is wrong is told at its place, and the rest counts', () => {
  const file = yaml(
    'rules:',
    '  missing-titel: off',
    '  draft: warn',
    '  expired: hint',
    'ignored: [a]',
    'allowedKeys: desk',
    'hugoVersion: newest',
    'overrides:',
    '  - rules: { draft: off }',
    '  - files: [5, ""]',
    '    rule: {}',
    'schemas: { a: b }',
    'remoteSchemas: yes',
  );
  assert.deepEqual(told(file), [
    '«ignored» Copydesk knows no “ignored” here and ignores it. Did you mean “ignore”?',
    '«missing-titel» Copydesk has no rule and no group of rules “missing-titel”, so this does nothing. Did you mean “missing-title”?',
    '«warn» “rules.draft” must be one of "error", "warning", "information", "hint", "off", not "warn". It is ignored.',
    '«{ draft: off }» “overrides[0].files” is missing here, so that this does nothing.'.replace('{', 'rules: {'),
    '«rule» Copydesk knows no “rule” here and ignores it. Did you mean “rules”?',
    '«5» “overrides[1].files[0]” must be a pattern of paths such as content/en/**, not 5. It is ignored.',
    '«""» “overrides[1].files[1]” must be a pattern of paths such as content/en/**, not "". It is ignored.',
    '«files: [5, ""]\n    rule: {}» “overrides[1].rules” is missing here, so that this does nothing.',
    '«desk» “allowedKeys” must be a list of texts, not "desk". It is ignored.',
    '«newest» “hugoVersion” must be a version of Hugo such as "0.111", not "newest". It is ignored.',
    '«{ a: b }» “schemas” must be a list of objects, not {"a":"b"}. It is ignored.',
    '«yes» “remoteSchemas” must be true or false, not "yes". It is ignored.',
  ]);
  assert.deepEqual(
    file.problems.flatMap(({ meant }) => meant ?? []),
    ['ignore', 'missing-title', 'warning', 'rules'],
  );
  assert.deepEqual(
    [...file.project.severities].map(([name]) => name),
    ['missing-titel', 'expired'],
  );
});

test('what is no YAML, or no map, is told and never thrown', () => {
  assert.match(told(yaml('rules: {', 'ignore: [a]'))[0]!, /^«.*» This cannot be read as YAML/s);
  assert.deepEqual(told(yaml('- a')), ['«- a» This file must hold options such as “rules”, not ["a"]. It is ignored.']);
  for (const text of ['', '\n# nothing\n', '---\n', '\ud800', `${'['.repeat(20_000)}`, 'a: &a [*a]', 'rules: *b'])
    assert.ok(Array.isArray(projectFileOf('copydesk.yaml', text, RULE_NAMES).problems));
});

test('the first file that is there counts, and another one is told of', async () => {
  const files = filesOf({ 'copydesk.yaml': 'ignore: [a]\n', 'copydesk.json': '{"ignore": ["b"]}' });
  const file = await readProject(files, RULE_NAMES);
  assert.equal(file.path, 'copydesk.yaml');
  assert.deepEqual(file.project.ignore, ['a']);
  assert.deepEqual(told(file), [
    '«ignore: [a]» “copydesk.json” stands beside this file and is not read. Keep one of them.',
  ]);
  assert.equal(
    (await readProject(filesOf({ 'copydesk.json': '{"ignore": ["b"]}' }), RULE_NAMES)).path,
    'copydesk.json',
  );
  assert.equal((await readProject(filesOf({}), RULE_NAMES)).project, DEFAULT_PROJECT);
});

test('globs: the last override that names a rule or its group counts, and what is ignored is not checked', () => {
  const file = yaml(
    'rules: { draft: hint, expired: off }',
    'overrides:',
    '  - { files: [content/en/**], rules: { draft: error } }',
    '  - { files: ["*.zh.md", "!content/en/x/**"], rules: { fields: warning } }',
    'ignore: ["content/old/", "!content/old/keep.md"]',
  );
  assert.equal(chosen(file, 'content/a.md', 'draft', 'fields'), 'hint');
  assert.equal(chosen(file, 'content/en/a.md', 'draft', 'fields'), 'error');
  assert.equal(chosen(file, 'content/en/.a.md', 'expired', 'fields'), 'off');
  assert.equal(chosen(file, 'content/en/a.zh.md', 'draft', 'fields'), 'warning');
  assert.equal(chosen(file, 'content/en/x/a.zh.md', 'draft', 'fields'), 'error');
  assert.equal(chosen(file, 'content/en/a.md', 'other', 'body'), undefined);
  const strictness = strictnessOf(file.project);
  const ignored = ['content/old/a.md', 'content/old/keep.md', 'content/old.md'].map(
    (path) => strictness.at(path).ignored,
  );
  assert.deepEqual(ignored, [true, false, false]);
});

test('the project file counts before the settings, rule by rule, its groups before their rules', () => {
  const settings = parseSettings({
    rules: { draft: 'error', expired: 'hint' },
    overrides: [{ files: ['content/en/**'], rules: { 'missing-date': 'off', body: 'off' } }],
    hugoVersion: '0.100',
    allowedKeys: ['a'],
    schemas: [{ files: ['**'], schema: 'mine.json' }],
  }).project;
  const file = yaml('rules: { fields: warning }', 'allowedKeys: [b]', 'schemas: [{ files: ["*"], schema: ours.json }]');
  const project = layered(settings, file.options);
  const at = strictnessOf(project).at('content/en/a.md');
  assert.equal(at.severityOf({ id: 'draft', group: 'fields' }), 'warning');
  assert.equal(at.severityOf({ id: 'expired', group: 'body' }), 'off');
  assert.equal(at.severityOf({ id: 'missing-date', group: 'fields' }), 'warning');
  assert.deepEqual(project.hugoVersion, [0, 100]);
  assert.deepEqual([...project.allowedKeys], ['a', 'b']);
  assert.deepEqual(
    project.schemas.map(({ schema }) => schema),
    ['ours.json', 'mine.json'],
  );
});

test('globs are compiled once, and articles that are treated alike share the answer', () => {
  let tried = 0;
  const files = ['content/**'];
  files.map = (...args: Parameters<typeof files.map>) => {
    tried++;
    return Array.prototype.map.apply(['content/**'], args) as never;
  };
  const project = { ...DEFAULT_PROJECT, overrides: [{ files, severities: new Map([['a', 'off' as const]]) }] };
  const strictness = strictnessOf(project);
  const first = strictness.at('content/a.md');
  assert.equal(strictness.at('content/a.md'), first);
  assert.equal(strictness.at('content/b.md'), first);
  assert.notEqual(strictness.at('b.md'), first);
  assert.equal(tried, 1);
});
