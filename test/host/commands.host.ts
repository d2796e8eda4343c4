import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { suggestionsWith } from './caret';
import { closeAll, copydesk, newsroom, openArticle, problemsOf, until } from './support';

const FAULTY = 'content/zh-CN/news/faulty';
const FOLDER = 'content/zh-CN/news/lanwang';

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}
const menu = (name: string): Entry[] => copydesk().packageJSON.contributes.menus[name];

suite('commands', () => {
  teardown(closeAll);

  test('are offered only where they make sense', () => {
    const needsArticle = ['openPreview', 'fixAll', 'insertDate', 'explain'];
    const palette = new Map(menu('commandPalette').map(({ command, when }) => [command, when]));
    const promised: Entry[] = copydesk().packageJSON.contributes.commands;
    assert.equal(promised.length, 11);
    for (const { command } of promised) {
      const name = command.replace('copydesk.', '');
      assert.match(
        palette.get(command) ?? 'always',
        needsArticle.includes(name) ? /copydesk\.isArticle/ : /copydesk\.active/,
      );
    }
    const icons = menu('editor/title').filter(({ group }) => group?.startsWith('navigation'));
    assert.deepEqual(
      icons.map(({ command, when }) => [command, when]),
      [['copydesk.openPreview', 'copydesk.isArticle']],
    );
  });

  test('have Copydesk before their titles, in the editor’s language', () => {
    for (const { category, title } of copydesk().packageJSON.contributes.commands) {
      assert.equal(category, 'Copydesk');
      assert.doesNotMatch(title, /%/);
    }
  });

  test('Check All Articles puts the problems of articles that are not open into Problems', async () => {
    await closeAll();
    void vscode.commands.executeCommand('copydesk.checkAll'); // it ends when somebody has read its result
    const faulty = await vscode.workspace.findFiles(new vscode.RelativePattern(newsroom(), `${FAULTY}/*.zh-CN.md`));
    assert.ok(faulty.length >= 10);
    await until('every faulty article has problems', () =>
      faulty.every((uri) => vscode.languages.getDiagnostics(uri).length > 0),
    );
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    assert.ok(faulty.some((uri) => !open.has(uri.toString())));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('Explain This Problem shows the page of the rule beside the article', async () => {
    const editor = await openArticle(`${FAULTY}/sidebar-middle.zh-CN.md`);
    await until('its problem', () => problemsOf(editor.document));
    const at = vscode.languages.getDiagnostics(editor.document.uri)[0]!.range.start;
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('copydesk.explain');
    await until('the page', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('unknown-sidebar'))),
    );
  });

  test('Insert Current Date replaces the date of the front matter, in the time zone of the site', async () => {
    const text = '---\r\ntitle: "题"\r\ndate: "2025-02-07"  # 注\r\n---\r\n\r\n正文\r\n';
    const editor = await openArticle(`${FOLDER}/dated.zh-CN.md`, text);
    editor.selection = new vscode.Selection(2, 3, 2, 3);
    await vscode.commands.executeCommand('copydesk.insertDate');
    const [, now = ''] = /\ndate: "([^"]*)"/.exec(editor.document.getText()) ?? [];
    assert.match(now, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
    assert.ok(Math.abs(Date.parse(now) - Date.now()) < 60_000, now);
    assert.equal(editor.document.getText(), text.replace('2025-02-07', now));
  });

  test('Insert Current Date puts the date where the caret is in the body', async () => {
    const editor = await openArticle(`${FOLDER}/dated-body.zh-CN.md`, '---\ntitle: "题"\n---\n\n发于。\n');
    editor.selection = new vscode.Selection(4, 2, 4, 2);
    await vscode.commands.executeCommand('copydesk.insertDate');
    assert.match(editor.document.getText(), /\n发于\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00。\n$/);
  });

  test('Open Preview to the Side opens one panel beside the article, and no second one', async () => {
    await openArticle(`${FAULTY}/sidebar-middle.zh-CN.md`);
    const panels = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
        tabs
          .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('copydesk.preview'))
          .map(({ label }) => ({ label, viewColumn })),
      );
    await vscode.commands.executeCommand('copydesk.openPreview');
    await until('the preview has its title', () => panels().some(({ label }) => label.includes('侧栏放在了中间')));
    await vscode.commands.executeCommand('copydesk.openPreview');
    assert.deepEqual(panels(), [{ label: 'Preview: 侧栏放在了中间', viewColumn: vscode.ViewColumn.Two }]);
    assert.ok(vscode.window.activeTextEditor, 'writing goes on in the editor');
    const next = await openArticle('content/zh-CN/news/binhai/20260302A0BH01.zh-CN.md');
    await until('it follows the active article', () => panels().some(({ label }) => label.includes('有轨电车二号线')));
    assert.equal(next.viewColumn, vscode.ViewColumn.One);
    assert.equal(panels().length, 1);
  });

  test('after Restart Server problems, suggestions and commands go on', async () => {
    const name = `${FOLDER}/restarted.zh-CN.md`;
    const editor = await openArticle(
      name,
      '---\ntitle: "重启之后"\ndate: 2026-01-05\nsidebar: middle\n\nsummary: "重启之后的提要。"\n---\n',
    );
    const { document } = editor;
    await until('a problem', () => problemsOf(document));
    let gone = false;
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      gone ||= problemsOf(document).length === 0;
    });
    await vscode.commands.executeCommand('copydesk.restartServer');
    await until('the problem again', () => problemsOf(document));
    listening.dispose();
    assert.ok(gone, 'the problems went with the server');
    await suggestionsWith({ editor, document, at: new vscode.Position(4, 0) }, 'tags');
    await editor.edit((edit) => edit.replace(new vscode.Range(3, 9, 3, 15), 'left'));
    await until('no problem', () => problemsOf(document).length === 0);
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await vscode.commands.executeCommand('copydesk.insertDate');
    assert.match(document.lineAt(2).text, /\+08:00$/);
  });
});
