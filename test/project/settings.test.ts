import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../src/base/message';
import { DEFAULT_PROJECT } from '../../src/project/project';
import { parseSettings } from '../../src/project/settings';

const told = (raw: unknown) => parseSettings(raw).problems.map(english);

test('settings are parsed into a project', () => {
  const { project, problems } = parseSettings({
    rules: { 'missing-title': 'error', 'literal-emphasis': 'off' },
    allowedKeys: ['Reporter', 'desk'],
    preview: { followScroll: false },
    images: { remote: false, allowedHosts: ['127.0.0.1:8080'] },
    trace: { server: 'verbose' },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(project, {
    ...DEFAULT_PROJECT,
    severities: new Map([
      ['missing-title', 'error'],
      ['literal-emphasis', 'off'],
    ]),
    allowedKeys: new Set(['reporter', 'desk']),
    preview: { followScroll: false },
    images: { remote: false, allowedHosts: ['127.0.0.1:8080'] },
  });
});

test('without settings everything is at its default', () => {
  for (const raw of [undefined, null, {}, { rules: null, preview: {}, images: undefined }]) {
    assert.deepEqual(parseSettings(raw), { project: DEFAULT_PROJECT, problems: [] });
  }
});

test('a wrong value is ignored, and a message names it', () => {
  assert.deepEqual(told({ rules: { 'missing-title': 'foo', draft: 3 } }), [
    '“copydesk.rules.missing-title” must be one of "error", "warning", "information", "hint", "off", not "foo". It is ignored.',
    '“copydesk.rules.draft” must be one of "error", "warning", "information", "hint", "off", not 3. It is ignored.',
  ]);
  assert.deepEqual(told({ rules: ['draft'] }), ['“copydesk.rules” must be an object, not ["draft"]. It is ignored.']);
  assert.deepEqual(told({ allowedKeys: 'desk' }), [
    '“copydesk.allowedKeys” must be a list of texts, not "desk". It is ignored.',
  ]);
  assert.deepEqual(told({ preview: { followScroll: 'true' } }), [
    '“copydesk.preview.followScroll” must be true or false, not "true". It is ignored.',
  ]);
  assert.deepEqual(told({ images: { remote: 1, allowedHosts: ['a', 5] } }), [
    '“copydesk.images.remote” must be true or false, not 1. It is ignored.',
    '“copydesk.images.allowedHosts[1]” must be a text, not 5. It is ignored.',
  ]);
  assert.deepEqual(told('off'), ['“copydesk” must be an object, not "off". It is ignored.']);
});

test('the right values beside a wrong one count', () => {
  const { project } = parseSettings({
    rules: { a: 'off', b: 'loud' },
    allowedKeys: ['x', null],
    images: { remote: 'no' },
  });
  assert.deepEqual([...project.severities], [['a', 'off']]);
  assert.deepEqual([...project.allowedKeys], ['x']);
  assert.equal(project.images.remote, DEFAULT_PROJECT.images.remote);
});

test('no value makes it throw, and a long one is cut in the message', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  for (const odd of [1n, Symbol('x'), () => 1, cyclic, Number.NaN, [[[]]], 'x'.repeat(1000)]) {
    const { problems } = parseSettings({ rules: { a: odd }, allowedKeys: odd, preview: odd, images: { remote: odd } });
    assert.ok(problems.length >= 2);
    for (const problem of problems) assert.ok(english(problem).length < 250, english(problem));
  }
});
