import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, newsroom, openArticle, problemsOf, until, writeFile } from './support';

const FOLDER = 'content/zh-CN/news/lanwang';
const SLIP = '---\ntitle: "夜航"\ndate: 2026-01-05\nsidebr: right\nsummary: "提要。"\n---\n\n正文。\n';
/** Each article has a title of its own. */
const slip = (title: string): string => SLIP.replace('夜航', title);
const EXPLAIN = 'Explain: misspelled-key';
const ALLOW = 'Allow “sidebr” in this project';

async function actionsAt({ uri }: vscode.TextDocument, line: number): Promise<vscode.CodeAction[]> {
  const range = new vscode.Range(line, 3, line, 3);
  const { value } = vscode.CodeActionKind.QuickFix;
  return until('actions', () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, value),
  );
}
const ours = (actions: readonly vscode.CodeAction[]): string[] => actions.map(({ title }) => title);

async function run({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit));
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

async function remove(name: string): Promise<void> {
  const uri = vscode.Uri.joinPath(newsroom(), name);
  await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
}

const messages = (uri: vscode.Uri): string[] => vscode.languages.getDiagnostics(uri).map(({ message }) => message);
const labelsAt = async (uri: vscode.Uri, position: vscode.Position): Promise<string[]> => {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
};

suite('living with the rules', () => {
  teardown(async () => {
    await closeAll();
    await remove('copydesk.yaml');
    await remove('copydesk.json');
    const settings = vscode.workspace.getConfiguration('copydesk');
    await settings.update('allowedKeys', undefined, vscode.ConfigurationTarget.Workspace);
  });

  test('the lightbulb offers real fixes, then to allow the field, then to disable the rule in the front matter', async () => {
    const { document } = await openArticle(`${FOLDER}/order.zh-CN.md`, SLIP);
    await until('its problem', () => problemsOf(document));
    const actions = await actionsAt(document, 3);
    assert.deepEqual(ours(actions), ['Write sidebar', ALLOW, 'Disable misspelled-key in this article', EXPLAIN]);
    assert.deepEqual(
      actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      ['Write sidebar'],
    );
    await run(actions[2]!);
    assert.equal(document.getText(), SLIP.replace('---\n', '---\n# copydesk-disable misspelled-key\n'));
    await until('the problem is gone', () => problemsOf(document).length === 0);
  });

  test('in the body the front matter form comes before the comment on the line', async () => {
    const text = slip('船期').replace('sidebr: right\n', '').replace('正文。', '**先把话说完。**接着写。');
    const { document } = await openArticle(`${FOLDER}/body-order.zh-CN.md`, text);
    await until('its problem', () => problemsOf(document));
    const found = ours(await actionsAt(document, 6));
    assert.deepEqual(found.slice(-3), [
      'Disable literal-emphasis in this article',
      'Disable literal-emphasis for this line',
      'Explain: literal-emphasis',
    ]);
    assert.ok(found.length > 3, found.join());
  });

  test('a field is allowed in the settings of the workspace when there is no file of the project', async () => {
    const { document } = await openArticle(`${FOLDER}/allowed.zh-CN.md`, slip('许可'));
    await until('its problem', () => problemsOf(document));
    await run((await actionsAt(document, 3)).find(({ title }) => title === ALLOW)!);
    assert.deepEqual(vscode.workspace.getConfiguration('copydesk').get('allowedKeys'), ['sidebr']);
    await until('the problem is gone', () => problemsOf(document).length === 0);
  });

  test('it is allowed in the file of the project when there is one, comments kept', async () => {
    const uri = await writeFile('copydesk.yaml', '# ours\nignore: [content/none/**] # nothing\n');
    const { document } = await openArticle(`${FOLDER}/in-file.zh-CN.md`, slip('入册'));
    await until('its problem', () => problemsOf(document));
    const allow = await until('an action that writes in the file', async () =>
      (await actionsAt(document, 3)).find(({ title, edit }) => title === ALLOW && edit),
    );
    await run(allow);
    const file = await vscode.workspace.openTextDocument(uri);
    assert.equal(file.getText(), '# ours\nignore: [content/none/**] # nothing\nallowedKeys: [sidebr]\n');
    await until('the problem is gone, though nothing is saved', () => problemsOf(document).length === 0);
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('what is wrong in the file is shown at its place, open or not, until it is mended', async () => {
    const uri = await writeFile('copydesk.yaml', 'rules:\n  misspeled-key: off\n');
    const { document } = await openArticle(`${FOLDER}/severity.zh-CN.md`, slip('轻重'));
    await until('its problem', () => problemsOf(document));
    const [problem] = await until('a problem of the closed file', () => vscode.languages.getDiagnostics(uri));
    assert.deepEqual(problem?.range, new vscode.Range(1, 2, 1, 15));
    assert.match(problem?.message ?? '', /Did you mean “misspelled-key”\?/);
    const file = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(file);
    const fix = (await actionsAt(file, 1)).find(({ title }) => title === 'Write misspelled-key');
    await run(fix!);
    assert.equal(file.getText(), 'rules:\n  misspelled-key: off\n');
    await until('nothing is wrong any more', () => messages(uri).length === 0);
    await until('the rule is off', () => problemsOf(document).length === 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('names and severities are suggested in copydesk.yaml', async () => {
    const uri = await writeFile('copydesk.yaml', 'rules:\n  draft: \n  \n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const levels = await until('severities', async () => {
      const found = await labelsAt(uri, new vscode.Position(1, 9));
      return found.includes('information') && found;
    });
    assert.deepEqual(levels.slice(0, 5), ['error', 'warning', 'information', 'hint', 'off']);
    assert.ok((await labelsAt(uri, new vscode.Position(2, 2))).includes('missing-title'));
  });

  test('the editor’s own service of JSON suggests and checks by our schema in copydesk.json', async () => {
    const uri = await writeFile('copydesk.json', '{\n  "rules": { "draft": "loud",  }\n}\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const names = await until('names of rules', async () => {
      const found = await labelsAt(uri, new vscode.Position(1, 29));
      return found.includes('missing-title') && found;
    });
    assert.ok(names.includes('misspelled-key'));
    await until('the wrong severity', () => messages(uri).some((message) => message.includes('“rules.draft” must be')));
    await until('a word of the schema', () =>
      vscode.languages.getDiagnostics(uri).some(({ source }) => source !== 'Copydesk'),
    );
  });
});
