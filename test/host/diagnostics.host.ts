import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, copydesk, filesIn, newsroom, openArticle, problemsOf, until, writeFile } from './support';

const FAULTY = 'content/zh-CN/news/faulty';
const { Error: Fatal, Warning, Information } = vscode.DiagnosticSeverity;

/** What stands wrong in each faulty article: rule, the text it stands on, severity. */
const FAULTS: Readonly<Record<string, readonly (readonly [string, string, vscode.DiagnosticSeverity])[]>> = {
  'boolean-in-quotes': [['boolean-in-quotes', '"false"', Warning]],
  'date-in-chinese': [['unread-date', '"2025年2月7日"', Warning]],
  'date-in-the-future': [['future-date', '"2099-01-05T09:55:00+08:00"', Information]],
  'literal-bold': [
    ['literal-emphasis', '**先把话说完。**', Warning],
    ['literal-emphasis', '**“桥心站”**', Warning],
  ],
  'missing-date': [['missing-date', '---', Warning]],
  'missing-title': [['missing-title', '---', Warning]],
  'sidebar-middle': [['unknown-sidebar', '"middle"', Warning]],
  'slip-of-a-key': [['misspelled-key', 'catagories', Warning]],
  'tags-not-a-list': [['wrong-type', '"城市更新"', Fatal]],
  'unclosed-front-matter': [
    [
      'unclosed-front-matter',
      '本稿的错误：文首信息下面少了一行 `---`，Hugo 找不到正文从哪里开始，整个网站都无法生成。',
      Fatal,
    ],
  ],
  'unclosed-quote': [['unclosed-quote', '"', Fatal]],
  'unknown-widget': [['unknown-widget', '"calendar"', Fatal]],
};

const NEW = 'content/zh-CN/news/lanwang';
let articles = 0;
/** Each article has a title of its own. */
const article = (sidebar: string): string =>
  `---\ntitle: "打字${++articles}"\ndate: 2026-01-05\nsidebar: ${sidebar}\nsummary: "提要。"\n---\n\n正文\n`;

/** VS Code refuses to open a file in the moment in which it closes it. */
function opened(name: string): Promise<vscode.TextDocument> {
  const open = async () => vscode.workspace.openTextDocument(vscode.Uri.joinPath(newsroom(), name));
  return until(`${name} is open`, () => open().catch(() => undefined));
}

/** The server answers in order: when this faulty article has its problem, all that were opened before have theirs. */
async function everythingChecked(): Promise<void> {
  const name = `${NEW}/last-${Date.now()}.zh-CN.md`;
  const document = await vscode.workspace.openTextDocument(await writeFile(name, article('nowhere')));
  await until('the problem of the last article', () => problemsOf(document));
}

suite('problems', () => {
  teardown(closeAll);

  for (const [name, faults] of Object.entries(FAULTS))
    test(`${name} has its fault and no other`, async () => {
      const { document } = await openArticle(`${FAULTY}/${name}.zh-CN.md`);
      await until('its problems', () => problemsOf(document));
      assert.deepEqual(
        problemsOf(document),
        faults.map(([rule, text]) => [rule, text]),
      );
      const diagnostics = vscode.languages.getDiagnostics(document.uri);
      assert.deepEqual(
        diagnostics.map(({ severity }) => severity),
        faults.map(([, , severity]) => severity),
      );
      for (const { code, message } of diagnostics) {
        assert.ok(typeof code === 'object', 'the problem links to the page of its rule');
        assert.ok(code.target.path.endsWith(`docs/rules/${code.value}.md`), code.target.toString());
        assert.ok(message.length > 40, `what, why and what to do: ${message}`);
      }
    });

  test('every faulty article is among these', async () => {
    const names = (await filesIn(FAULTY)).filter((file) => file.endsWith('.zh-CN.md'));
    assert.deepEqual(
      names.map((file) => file.slice(FAULTY.length + 1, -'.zh-CN.md'.length)),
      Object.keys(FAULTS).sort(),
    );
  });

  test('correct articles have none', async () => {
    const files = (await filesIn('content')).filter((file) => file.endsWith('.md') && !file.startsWith(`${FAULTY}/`));
    // Other suites write articles of their own: theirs are named in small letters.
    const correct = files.filter((file) => /(?:\/index|\/_index|\/\d{8}A0\w+)(?:\.[\w-]+)?\.md$/.test(file));
    assert.ok(correct.length >= 40, `${correct.length}`);
    for (const file of correct) await opened(file);
    await everythingChecked();
    const said = vscode.languages.getDiagnostics().filter(([, diagnostics]) => diagnostics.length > 0);
    const wrong = new Set(said.map(([uri]) => vscode.workspace.asRelativePath(uri)));
    assert.deepEqual(
      correct.filter((file) => wrong.has(file)),
      [],
    );
    assert.ok(wrong.size > 0, 'the last article, at least, has a problem');
  });

  test('a README and the archetypes are left alone, whatever is in them', async () => {
    await writeFile('README.md', article('nowhere'));
    await writeFile('archetypes/odd.md', article('nowhere'));
    const documents = await Promise.all(['README.md', 'archetypes/odd.md', 'archetypes/news.md'].map(opened));
    await everythingChecked();
    for (const document of documents) assert.deepEqual(problemsOf(document), [], document.uri.path);
  });

  test('a problem comes with the edit that makes it and goes with the one that mends it', async () => {
    const editor = await openArticle(`${NEW}/mended.zh-CN.md`, article('left'));
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('left'));
    const replace = (length: number, text: string) =>
      editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, length)), text));
    await everythingChecked();
    assert.deepEqual(problemsOf(document), []);
    await replace(4, 'middle');
    await until('the problem', () => problemsOf(document));
    assert.deepEqual(problemsOf(document), [['unknown-sidebar', 'middle']]);
    await replace(6, 'right');
    await until('no problem', () => problemsOf(document).length === 0);
  });

  test('a word that is being typed is left in peace until it rests', async function () {
    this.retries(2); // a machine that stands still for a second between two letters makes it a rest
    const editor = await openArticle(`${NEW}/typed-${Date.now()}.zh-CN.md`, article(''));
    const { document } = editor;
    const seen: string[] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) seen.push(String(problemsOf(document)));
    });
    try {
      let at = document.lineAt(3).range.end;
      for (const letter of 'midd') {
        await editor.edit((edit) => edit.insert(at, letter));
        at = at.translate(0, 1);
      }
      const typed = Date.now();
      await until('the problem, after a rest', () => problemsOf(document));
      // A slow machine may stretch the rest; it never shortens it.
      assert.ok(Date.now() - typed > 500, `the problem came ${Date.now() - typed} ms after the last letter`);
      assert.deepEqual(problemsOf(document), [['unknown-sidebar', 'midd']]);
      assert.deepEqual(
        seen.filter((text) => text !== '' && text !== 'unknown-sidebar,midd'),
        [],
        'no part of the word was complained of',
      );
    } finally {
      listening.dispose();
    }
  });

  test('a real article has exactly the two bolds that readers see with their stars', async function () {
    process.env['COPYDESK_ROOT'] ??= copydesk().extensionPath; // where the reference articles are looked for
    const { readShared, skipWithoutShared } = await import('../support/paths');
    if (skipWithoutShared !== false) return this.skip();
    const { document } = await openArticle(`${NEW}/seed.zh-CN.md`, readShared('seed/article.md'));
    await until('its problems', () => problemsOf(document));
    const bolds = problemsOf(document).filter(([rule]) => rule === 'literal-emphasis');
    assert.deepEqual(bolds, [
      ['literal-emphasis', '**许主洪是谁？**'],
      ['literal-emphasis', '**产品追求的不是“颠覆”，而是拳拳到肉，解决用户的核心需求。**'],
    ]);
  });
});
