import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, newsroom, openArticle, problemsOf, until, writeFile } from './support';

const FOLDER = 'content/zh-CN/news/lanwang';
const FAULTY = 'content/zh-CN/news/faulty';

/** The fixes offered for the first problem of a document. */
async function fixesOf(document: vscode.TextDocument, kind: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  const [problem] = vscode.languages.getDiagnostics(document.uri);
  assert.ok(problem, 'there is a problem to fix');
  return fixesAt(document, problem.range, kind);
}

/** In a window that just opened, problems may come a moment before the editor knows whom to ask for fixes. */
async function fixesAt(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  { value }: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return until('a fix', () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, value),
  );
}

async function bytesOf(name: string): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(newsroom(), name))).toString('utf8');
}

/** Runs "Fix All in Article" on a file and returns its bytes, once they are saved. */
async function fixed(name: string, text: string): Promise<string> {
  const { document } = await openArticle(name, text);
  await until('a problem', () => problemsOf(document));
  const { version } = document;
  await vscode.commands.executeCommand('copydesk.fixAll');
  assert.equal(document.version, version + 1, 'one step to undo');
  await until('it is saved', () => document.save());
  return bytesOf(name);
}

const article = (eol: string, [toc, key, bold]: readonly [string, string, string]): string =>
  [
    '---',
    "title: '题'   # 注",
    'date: 2026-01-05',
    `toc: ${toc}`,
    `${key}:`,
    '    - 城市',
    '---',
    '',
    `${bold}接着写。 \t`,
    '',
    '尾',
  ].join(eol);
const WRONG = ['"false"', 'catagories', '**先把话说完。**'] as const;
const RIGHT = ['false', 'categories', '**先把话说完**。'] as const;

suite('fixes', () => {
  teardown(closeAll);

  const quick: Readonly<Record<string, readonly [string, string]>> = {
    'boolean-in-quotes': ['authorbox: "false"', 'authorbox: false'],
    'slip-of-a-key': ['catagories:', 'categories:'],
    'tags-not-a-list': ['tags: "城市更新"', 'tags: ["城市更新"]'],
    'sidebar-middle': ['sidebar: "middle"', 'sidebar: "right"'],
    'date-in-chinese': ['date: "2025年2月7日"', 'date: "2025-02-07"'],
    'unclosed-quote': ['title: "标题的引号没有收尾\n', 'title: "标题的引号没有收尾"\n'],
    'literal-bold': ['**先把话说完。**再', '**先把话说完**。再'],
  };
  for (const [name, [before, after]] of Object.entries(quick))
    test(`the quick fix of ${name} mends it and changes nothing else`, async () => {
      const { document } = await openArticle(`${FAULTY}/${name}.zh-CN.md`);
      await until('its problem', () => problemsOf(document));
      const text = document.getText();
      const complaint = problemsOf(document)[0];
      const actions = await fixesOf(document, vscode.CodeActionKind.QuickFix);
      const edited = text.replace(before, after);
      assert.notEqual(edited, text);
      const outcomes: string[] = [];
      for (const { edit } of actions) {
        assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
        outcomes.push(document.getText());
        if (document.getText() === edited) break;
        await vscode.commands.executeCommand('undo');
        await until('undone', () => document.getText() === text);
      }
      assert.ok(outcomes.includes(edited), `offered: ${actions.map(({ title }) => title).join()}`);
      await until('the problem is gone', () => problemsOf(document).every((p) => String(p) !== String(complaint)));
      // A window in a browser saves by itself after a second, and other suites need the fault.
      await vscode.commands.executeCommand('undo');
      await until('undone', () => document.getText() === text);
      await document.save();
    });

  test('every fix that is safe without looking is the preferred one of its problem', async () => {
    const { document } = await openArticle(`${FOLDER}/slip.zh-CN.md`, article('\n', WRONG));
    await until('its problems', () => problemsOf(document));
    const preferred: string[] = [];
    for (const { range } of vscode.languages.getDiagnostics(document.uri)) {
      const actions = await fixesAt(document, range, vscode.CodeActionKind.QuickFix);
      preferred.push(...actions.filter((action) => action.isPreferred).map(({ title }) => title));
    }
    assert.deepEqual(preferred, ['Write false', 'Write categories', 'Move the punctuation out of the bold']);
  });

  for (const [what, eol, mark] of [
    ['LF', '\n', ''],
    ['CRLF', '\r\n', ''],
    ['CRLF and a byte order mark', '\r\n', '\uFEFF'],
  ] as const)
    test(`Fix All in Article changes the bytes it means to and no others: ${what}`, async () => {
      const name = `${FOLDER}/fixed-${what.length}.zh-CN.md`;
      assert.equal(await fixed(name, mark + article(eol, WRONG)), mark + article(eol, RIGHT));
    });

  test('Fix All in Article is a source action too, for saving', async () => {
    const { document } = await openArticle(`${FOLDER}/source.zh-CN.md`, article('\n', WRONG));
    await until('a problem', () => problemsOf(document));
    const kind = vscode.CodeActionKind.SourceFixAll.append('copydesk');
    const actions = await fixesOf(document, kind);
    assert.deepEqual(
      actions.map((action) => action.kind?.value),
      [kind.value],
    );
  });

  test('Fix All in Article happens on save, where the settings say so', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    const target = vscode.ConfigurationTarget.Workspace;
    await editor.update('codeActionsOnSave', { 'source.fixAll.copydesk': 'explicit' }, target);
    try {
      const name = `${FOLDER}/saved.zh-CN.md`;
      const { document } = await openArticle(name, article('\r\n', WRONG));
      await until('a problem', () => problemsOf(document));
      const more = new vscode.WorkspaceEdit();
      more.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '声');
      assert.ok(await vscode.workspace.applyEdit(more));
      assert.ok(await document.save());
      assert.equal(await bytesOf(name), `${article('\r\n', RIGHT)}声`);
    } finally {
      await editor.update('codeActionsOnSave', undefined, target);
    }
  });

  test('Fix All in Article leaves a correct article as it is', async () => {
    const text = article('\n', RIGHT);
    const { document } = await openArticle(`${FOLDER}/right.zh-CN.md`, text);
    await vscode.workspace.openTextDocument(await writeFile(`${FOLDER}/wrong.zh-CN.md`, article('\n', WRONG)));
    const wrong = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/wrong.zh-CN.md'));
    await until('both are checked', () => problemsOf(wrong!));
    await vscode.commands.executeCommand('copydesk.fixAll');
    assert.equal(document.getText(), text);
    assert.ok(!document.isDirty);
  });
});
