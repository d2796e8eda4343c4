import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoversAt, suggestionsAt } from './caret';
import { closeAll, newsroom, openArticle, problemsOf, until, writeFile } from './support';

const WRONG =
  '---\ntitle: "题"\ndate: 2026-01-05\nsidebar: middle\n\nsummary: "提要。"\n---\n\n**先把话说完。**接着写。\n';

/** The server answers in order: when this one has its problem, everything opened before has been looked at. */
async function everythingChecked(): Promise<void> {
  const name = `loud-${Date.now()}`; // and a title of its own
  const { document } = await openArticle(`content/zh-CN/news/lanwang/${name}.zh-CN.md`, WRONG.replace('题', name));
  await until('an article has its problems', () => problemsOf(document).length === 2 && problemsOf(document));
}

/** No problems, no suggestions of ours, no hover. */
async function assertSilent(document: vscode.TextDocument): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  assert.deepEqual(problemsOf(document), []);
  assert.deepEqual(await suggestionsAt({ editor, document, at: new vscode.Position(4, 0) }), []);
  assert.equal(await hoversAt({ editor, document, at: new vscode.Position(3, 2) }), '');
}

suite('silence', () => {
  teardown(closeAll);

  const silent: Readonly<Record<string, string>> = {
    'a README beside the articles': 'content/zh-CN/news/lanwang/README.md',
    'a Markdown file outside of the content folder': 'docs/notes.md',
    'an archetype': 'archetypes/quiet.md',
    'a published page': 'public/a/index.md',
    'a package': 'node_modules/a/content/a.md',
  };
  for (const [what, name] of Object.entries(silent))
    test(`${what} is left alone`, async () => {
      const { document } = await openArticle(name, WRONG);
      await everythingChecked();
      await assertSilent(document);
    });

  test('a new file that is nowhere yet is left alone', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: WRONG });
    await everythingChecked();
    await assertSilent(document);
  });

  test('an older version of an article, beside the new one in a diff, is left alone', async () => {
    const older = new (class implements vscode.TextDocumentContentProvider {
      provideTextDocumentContent = (): string => WRONG;
    })();
    const registered = vscode.workspace.registerTextDocumentContentProvider('older', older);
    try {
      const uri = await writeFile('content/zh-CN/news/lanwang/both.zh-CN.md', WRONG);
      const before = uri.with({ scheme: 'older', query: 'HEAD' });
      await vscode.commands.executeCommand('vscode.diff', before, uri, 'both');
      const old = await until('the older side', () =>
        vscode.workspace.textDocuments.find((document) => document.uri.scheme === 'older'),
      );
      const now = await until('the newer side', () =>
        vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString()),
      );
      await until('the newer side has its problems', () => problemsOf(now));
      await assertSilent(old);
    } finally {
      registered.dispose();
    }
  });

  test('plain text and other languages in the content folder are left alone', async () => {
    const uri = await writeFile('content/zh-CN/news/lanwang/notes.txt', WRONG);
    const document = await vscode.workspace.openTextDocument(uri);
    await everythingChecked();
    await assertSilent(document);
    assert.ok(uri.path.startsWith(newsroom().path));
  });
});
