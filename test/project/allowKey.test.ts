import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edit';
import { allowingKey } from '../../src/project/allowKey';
import { projectFileOf } from '../../src/project/readProject';
import { RULE_NAMES } from '../../src/rules/names';

/** The file with the key allowed; undefined when it cannot be. The key counts then, and nothing else is told of the file than before. */
function allowed(name: string, text: string, key = 'desk'): string | undefined {
  const file = projectFileOf(name, text, RULE_NAMES);
  const edit = allowingKey(file, key);
  if (!edit) return undefined;
  const written = applyEdits(text, [edit]);
  const after = projectFileOf(name, written, RULE_NAMES);
  assert.deepEqual([...after.options.allowedKeys], [...file.options.allowedKeys, key.toLowerCase()], written);
  assert.deepEqual({ ...after.options, allowedKeys: 0 }, { ...file.options, allowedKeys: 0 });
  assert.deepEqual(after.problems, []);
  return written;
}
const yaml = (text: string, key?: string) => allowed('copydesk.yaml', text, key);
const json = (text: string, key?: string) => allowed('copydesk.json', text, key);

test('a key joins the list in the way that the list is written, and every other byte stays', () => {
  assert.equal(yaml('allowedKeys: [a, b] # ours\n'), 'allowedKeys: [a, b, desk] # ours\n');
  assert.equal(yaml('allowedKeys: [] # ours\nignore: [x]\n'), 'allowedKeys: [desk] # ours\nignore: [x]\n');
  assert.equal(
    yaml('allowedKeys:\n  # ours\n  - a # one\nignore: [x]'),
    'allowedKeys:\n  # ours\n  - a # one\n  - desk\nignore: [x]',
  );
  assert.equal(yaml('allowedKeys:\r\n- a\r\n- b'), 'allowedKeys:\r\n- a\r\n- b\r\n- desk\r\n');
  assert.equal(yaml('allowedKeys: [\n  a,\n  b\n]\n'), 'allowedKeys: [\n  a,\n  b,\n  desk\n]\n');
  assert.equal(yaml('allowedKeys:\nignore: [x]\n'), 'allowedKeys: [desk]\nignore: [x]\n');
  assert.equal(json('{"allowedKeys": ["a"]}'), '{"allowedKeys": ["a", "desk"]}');
  assert.equal(json('{\n\t"allowedKeys": []\n}\n'), '{\n\t"allowedKeys": ["desk"]\n}\n');
});

test('without a list there will be one', () => {
  assert.equal(yaml(''), 'allowedKeys: [desk]\n');
  assert.equal(yaml('# nothing yet'), '# nothing yet\nallowedKeys: [desk]\n');
  assert.equal(yaml('ignore: [x]'), 'ignore: [x]\nallowedKeys: [desk]\n');
  assert.equal(
    yaml('rules:\r\n  draft: hint # why\r\n\r\n# end\r\n'),
    'rules:\r\n  draft: hint # why\r\nallowedKeys: [desk]\r\n\r\n# end\r\n',
  );
  assert.equal(yaml('{ ignore: [x] }\n'), '{ ignore: [x], allowedKeys: [desk] }\n');
  assert.equal(json('{}'), '{"allowedKeys": ["desk"]}');
  assert.equal(json('{\n  "ignore": ["x"]\n}\n'), '{\n  "ignore": ["x"],\n  "allowedKeys": ["desk"]\n}\n');
});

test('a key that YAML would take for something else is quoted', () => {
  assert.equal(yaml('', '来源'), 'allowedKeys: [来源]\n');
  assert.equal(yaml('', 'on'), 'allowedKeys: ["on"]\n');
  assert.equal(yaml('', '1st: "x"'), 'allowedKeys: ["1st: \\"x\\""]\n');
});

test('nothing is written into a file that cannot be read, or allows the key', () => {
  assert.equal(yaml('allowedKeys: [Desk]\n'), undefined);
  for (const text of ['allowedKeys: [a', '- a\n', 'allowedKeys: a\n', 'allowedKeys: { a: b }\n'])
    assert.equal(allowingKey(projectFileOf('copydesk.yaml', text, RULE_NAMES), 'desk'), undefined, text);
  assert.equal(allowingKey(projectFileOf('copydesk.json', '', RULE_NAMES), 'desk'), undefined);
});
