import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { png } from '../e2e/pictures';
import { hoversAt, hoverWith, openAt } from './caret';
import { closeAll, newsroom, writeFile } from './support';

const FOLDER = 'content/zh-CN/news/lanwang';
const DATA = 'data:image/png;base64,';
let count = 0;
const at = (front: string, body: string) =>
  openAt(`${FOLDER}/hovered-${++count}.zh-CN.md`, `---\ntitle: "题"\ndate: 2026-01-05\n${front}---\n\n${body}\n`);

async function writeBytes(name: string, bytes: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(newsroom(), name), bytes);
}

suite('hover', () => {
  suiteSetup(async () => {
    await writeBytes('static/img/red.png', png(120, 80, [220, 30, 40]));
    await writeFile(`${FOLDER}/bundle/index.md`, '---\ntitle: "束"\n---\n');
    await writeBytes(`${FOLDER}/bundle/near.png`, png(64, 48, [20, 90, 200]));
  });
  teardown(closeAll);

  const ADDRESS = 'https://inews.gtimg.com/om_bt/O1VBpdlOo_rp7zmNA-X5Vfmxz0tQLk3e_mwJVaLTL9tHAAA/641';
  const uses: Readonly<Record<string, readonly [string, string]>> = {
    'an image link': ['', `文字![图片](${ADDRESS.slice(0, 20)}|${ADDRESS.slice(20)})文字`],
    'the alt text of an image': ['', `![图|片](${ADDRESS} "题")`],
    'an <img>': ['', `<img src="${ADDRESS.slice(0, 30)}|${ADDRESS.slice(30)}" alt="图片">`],
    'a thumbnail': [`thumbnail: "${ADDRESS.slice(0, 30)}|${ADDRESS.slice(30)}"\n`, ''],
    'a shortcode': ['', `{{< figure src="${ADDRESS.slice(0, 30)}|${ADDRESS.slice(30)}" alt="图片" >}}`],
  };
  for (const [what, [front, body]] of Object.entries(uses))
    test(`on ${what} shows the remote picture, which has no extension, and where it is from`, async () => {
      const markdown = await hoverWith(await at(front, body), `](${ADDRESS}`);
      assert.match(markdown, /From inews\\\.gtimg\\\.com/);
      if (what !== 'a thumbnail') assert.match(markdown, /Alt text: 图片/);
    });

  test('shows a picture of the static folder, with its size', async () => {
    const markdown = await hoverWith(await at('', '![港口](/img/r|ed.png)'), DATA);
    assert.match(markdown, /Alt text: 港口/);
    assert.match(markdown, /static\\\/img\\\/red\\\.png/);
    assert.match(markdown, /120 × 80/);
  });

  test('shows the thumbnail from the static folder', async () => {
    await hoverWith(await at('thumbnail: "/img/re|d.png"\n', ''), DATA);
  });

  test('shows a picture that lies beside the article of a bundle', async () => {
    const place = await openAt(`${FOLDER}/bundle/index.md`, '---\ntitle: "束"\n---\n\n![近](ne|ar.png)\n');
    const markdown = await hoverWith(place, DATA);
    assert.match(markdown, /64 × 48/);
  });

  test('says where it looked for a picture that is not there', async () => {
    const markdown = await hoverWith(await at('', '![港口](/img/no|ne.png)'), 'Not found');
    assert.match(markdown, /static\\\/img\\\/none\\\.png/);
    assert.doesNotMatch(markdown, /(?<!\[)!\[/); // VS Code itself adds `[![](…)](…)`
  });

  test('stays below what the editor shows, even for a large picture', async () => {
    const noise = Buffer.from(Array.from({ length: 400_000 }, (_, n) => (n * 2654435761) >>> 24));
    await writeBytes('static/img/large.png', Buffer.concat([png(2000, 1500, [1, 2, 3]), noise]));
    const markdown = await hoverWith(await at('', '![大](/img/la|rge.png)'), '2000 × 1500');
    assert.ok(markdown.length < 100_000, `${markdown.length} characters`);
    const small = await hoverWith(await at('', '![小](/img/r|ed.png)'), DATA);
    assert.ok(small.length < 100_000, `${small.length} characters`);
  });

  test('tells what a key is for and what Mainroad does with it', async () => {
    const markdown = await hoverWith(await at('authorb|ox: true\n', ''), 'authorbox');
    assert.match(markdown, /Mainroad/);
    assert.match(await hoverWith(await at('side|bar: "left"\n', ''), 'sidebar'), /`right`, `left`, `false`/);
  });

  test('tells how many articles use a tag', async () => {
    const markdown = await hoverWith(await at('tags:\n  - "公共|交通"\n', ''), '公共交通');
    assert.match(markdown, /\d+ articles use it\. The newest is dated \d{4}-\d\d-\d\d\./);
  });

  test('tells that no article uses a tag yet', async () => {
    const place = await at('tags: [从未|用过]\n', '');
    assert.match(await hoverWith(place, '从未用过'), /No article uses it yet|1 article uses it/);
  });

  test('says nothing on plain words', async () => {
    const place = await at('', '普通|的字\n\n![图片](https://a.cn/b)');
    await hoverWith({ ...place, at: place.document.positionAt(place.document.getText().indexOf('a.cn')) }, 'a\\.cn');
    assert.equal(await hoversAt(place), '');
  });

  const HOSTILE =
    '[x](command:workbench.action.quit) <img src=https://e.vil/p> `c` **b** $(alert) ![p](https://e.vil/q)';
  const hostile: Readonly<Record<string, readonly [string, string]>> = {
    'an alt text': ['', `<img alt="${HOSTILE.replaceAll('<', '&lt;')}" src="https://a.cn/|b">`],
    'a tag': [`tags:\n  - '${HOSTILE.slice(0, 9)}|${HOSTILE.slice(9)}'\n`, ''],
    'the name of a file': ['', '<img alt="a" src="/img/|[x](command:quit)![p](https:e).png">'],
  };
  for (const [what, [front, body]] of Object.entries(hostile))
    test(`shows ${what} as text, whatever it looks like`, async () => {
      const markdown = await hoverWith(await at(front, body), 'command');
      assert.match(markdown, /\\\[x\\\]\\\(command\\:/);
      assert.doesNotMatch(markdown, /[^\\]\]\(command|[^\\]<img|[^\\]\$\(|[^\\]\]\(https:\/\/e|[^\\]`/);
    });

  test('has no commands and no HTML in it that the editor would trust', async () => {
    const { document, at: place } = await at('tags: [公共|交通]\n', '');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place,
    );
    for (const content of hovers.flatMap((hover) => hover.contents)) {
      assert.ok(content instanceof vscode.MarkdownString);
      assert.ok(!content.isTrusted && !content.supportHtml);
    }
  });
});
