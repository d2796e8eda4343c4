import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { awake, copydesk, openArticle, problemsOf, until } from './support';

suite('activation', () => {
  test('an article wakes Copydesk', async () => {
    const editor = await openArticle('content/en/news/wire/activation.en.md', '---\ntitle: Awake\n---\nTODO\n');
    await awake();
    await until('a problem', () => problemsOf(editor.document));
  });

  test('every command of the palette is there', async () => {
    await awake();
    const promised: { command: string }[] = copydesk().packageJSON.contributes.commands;
    assert.ok(promised.length > 0);
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command } of promised) assert.ok(known.has(command), `${command} is not registered`);
  });
});
