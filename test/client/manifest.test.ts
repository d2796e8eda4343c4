import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../../src/client/names';
import { ROOT } from '../support/paths';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const json = (file: string): Record<string, unknown> => JSON.parse(read(file));

test('the manifest offers the commands that the client knows, each with a clause that hides it elsewhere', () => {
  const manifest = JSON.parse(read('package.json'));
  const ids = COMMANDS.map((name) => `copydesk.${name}`).sort();
  const menu: { command: string; when: string }[] = manifest.contributes.menus.commandPalette;
  assert.deepEqual(manifest.contributes.commands.map((each: { command: string }) => each.command).sort(), ids);
  assert.deepEqual(menu.map((each) => each.command).sort(), ids);
  for (const { command, when } of menu) assert.ok(when, command);
});

test('every text of the manifest is there in both languages', () => {
  const wanted = [
    ...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '')),
  ].sort();
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
    const texts = json(file);
    assert.deepEqual(
      wanted.filter((key) => typeof texts[key] !== 'string'),
      [],
      file,
    );
  }
});
