import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import { renderBody } from '../../src/render/body';
import { differences, normalised } from '../support/dom';
import { siteOf } from '../support/siteOf';

const COUNT = Number(process.env['COPYDESK_DOCUMENTS'] ?? 300);
const SEED = Number(process.env['COPYDESK_SEED'] ?? 20260207);

/** Pieces that documents are made of: blocks, and what stands in their lines (for which `I` stands). */
const BLOCKS = [
  '# I┊## I {#k .c}┊I\n===┊I\nI\n---┊> I\n> I┊> - I┊- I\n- I┊- [x] I\n\n- I┊1. I\n2. I┊3) I┊```\nI\n```┊~~~ news\nI\n\n~~~┊    I',
  '| I | I |\n|:-:|--|\n| I | I |\n| I |┊***┊I\n: I┊I\n\n: I\n\n: I┊[^n]: I┊[r]: /u "t"┊<div>\nI\n</div>┊<!-- I -->',
  '<script>\nI\n</script>┊- I\n  - I\n    I┊I  \nI┊I\\\nI┊I┊I┊I┊I\nI┊I I I┊　　I┊- I\n\n  I\n\n      I┊* I\n* * *┊+ ┊1.',
  '{{< figure src="a.png" caption="港口 *夜景*" >}}',
].flatMap((line) => line.split('┊'));
const INLINES = [
  '港口┊夜景┊Harbour ┊ ┊，┊。┊：┊“说”┊**┊*┊_┊__┊~~┊~┊`┊``┊"┊\'┊--┊...┊[r]┊[t](/u)┊[t](<u v> "w")┊![p](a.png)┊![p "q" &amp; *r*][r]',
  "[^n]┊<b>┊</b>┊<br>┊&copy;┊&#39;┊https://a.cn/x┊www.a.cn┊b@a.cn┊<https://a.cn/%zz>┊(┊)┊[┊]┊!┊\\*┊\\┊5┊'90s┊+5℃┊（┊）┊|",
  '[港](javascript:x)┊[港](/港口?a=b&c)┊**粗体**┊**粗体：**┊*斜*┊{{< param title >}}┊10~20┊$x$┊😀┊\u00a0',
].flatMap((line) => line.split('┊'));

const found = spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '';
const skip = /v0\.111\./.test(found) ? false : 'there is no Hugo 0.111 on this machine';

test(`${COUNT} random documents give what Hugo makes of them`, { skip, timeout: 240_000 }, async () => {
  const documents = Array.from({ length: COUNT }, (_, i) => documentOf(random(SEED + i)));
  const expected = withHugo(documents);
  const site = await siteOf({});
  const wrong = documents.flatMap((markdown, i) => {
    const html = renderBody({ article: articleOf(page(markdown)), site, path: `content/p/d${i}.md` });
    const found = differences(normalised(html), normalised(expected[i] ?? ''));
    return found.length === 0 ? [] : [{ i, markdown, found }];
  });
  assert.deepEqual(wrong, []);
});

function page(markdown: string): string {
  return `---\ntitle: T\n---\n${markdown}\n`;
}

/** One site of all documents, built once. */
function withHugo(documents: readonly string[]): string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'copydesk-hugo-'));
  try {
    mkdirSync(path.join(root, 'content/p'), { recursive: true });
    mkdirSync(path.join(root, 'layouts/_default'), { recursive: true });
    const kinds = ['taxonomy', 'term', 'RSS', 'sitemap', 'home', 'section', '404'];
    writeFileSync(path.join(root, 'config.toml'), `baseURL = "/"\ndisableKinds = ${JSON.stringify(kinds)}\n`);
    writeFileSync(path.join(root, 'layouts/_default/single.html'), '<main>{{ .Content }}</main>');
    for (const [i, markdown] of documents.entries())
      writeFileSync(path.join(root, `content/p/d${i}.md`), page(markdown));
    execFileSync('hugo', ['--quiet'], { cwd: root, stdio: 'pipe' });
    return documents.map((_, i) =>
      readFileSync(path.join(root, `public/p/d${i}/index.html`), 'utf8').slice('<main>'.length, -'</main>'.length),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

type Random = (below: number) => number;

/** Numbers that are the same on every run. */
function random(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state ^ (state >>> 13)) % below;
  };
}

function documentOf(next: Random): string {
  const blocks = Array.from({ length: 1 + next(6) }, () => {
    const block = BLOCKS[next(BLOCKS.length)] ?? 'I';
    return block.replace(/I/g, () => inline(next));
  });
  return blocks.join(next(4) === 0 ? '\n' : '\n\n');
}

function inline(next: Random): string {
  return Array.from({ length: 1 + next(7) }, () => INLINES[next(INLINES.length)] ?? '').join('');
}
