import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from './support/paths';

const NEWSROOM = path.join(ROOT, 'examples/newsroom');
const LAYOUTS = path.join(ROOT, 'test/sites/newsroom-layouts');
/** Where the deliberately faulty articles are, below the newsroom. */
const FAULTY = 'content/zh-CN/news/faulty';
const KEYS =
  'title date summary categories lang translations tags menu thumbnail lead comments authorbox pager toc mathjax sidebar widgets';
const noHugo = spawnSync('hugo', ['version']).status === 0 ? false : 'hugo is not on PATH';

/** What Hugo says when one of these is added to the site; the build fails. */
const BREAKING: Record<string, RegExp> = {
  'tags-not-a-list': /range can't iterate over 城市更新/,
  'unclosed-front-matter': /EOF looking for end YAML front matter delimiter/,
  'unclosed-quote': /failed to unmarshal YAML/,
  'unknown-widget': /widgets\/calendar\.html/,
};

/** What readers see of the ones that publish: `shows` is in the page and `lacks` is not; undefined when there is no page. */
const PUBLISHING: Record<string, { shows: RegExp; lacks?: RegExp } | undefined> = {
  'boolean-in-quotes': { shows: /<div class="authorbox">/ },
  'date-in-chinese': { shows: /<h1>日期写成了中文<\/h1>/, lacks: /<time/ },
  'date-in-the-future': undefined,
  'literal-bold': { shows: /<p>\*\*先把话说完。\*\*再[\s\S]*澜港\*\*“桥心站”\*\*附近/ },
  'missing-date': { shows: /<h1>没有日期<\/h1>/, lacks: /<time/ },
  'missing-title': { shows: /<h1><\/h1>/ },
  'sidebar-middle': { shows: /class="sidebar sidebar-right"/ },
  'slip-of-a-key': { shows: /<time/, lacks: /rel="category"/ },
};

/** A theme that somebody put there, or what a build left behind, is not part of the newsroom. */
const isForeign = (file: string): boolean => /^(public|resources|themes|\.hugo_build\.lock)(\/|$)/.test(file);
const files = readdirSync(NEWSROOM, { recursive: true })
  .map((name) => String(name).split(path.sep).join('/'))
  .filter((name) => !isForeign(name) && statSync(path.join(NEWSROOM, name)).isFile())
  .sort();
/** Paths of the correct articles below the newsroom. */
const articles = files.filter(
  (f) => /^content\/.*\.md$/.test(f) && !f.endsWith('/_index.md') && !f.startsWith(`${FAULTY}/`),
);
const readArticle = (file: string): string => readFileSync(path.join(NEWSROOM, file), 'utf8');

/** Splits at the closing fence: front matter (with its opening fence) and body. */
function partsOf(text: string): { readonly head: string; readonly body: string } {
  const [, head = '', body = ''] = /^((?:---|\+\+\+)\n[\s\S]*?\n(?:---|\+\+\+)\n)([\s\S]*)$/.exec(text) ?? [];
  return { head, body };
}

/** `/img/a.png` in `![A](/img/a.png)`, `{{< figure src="/img/a.png" … >}}` and `thumbnail: "/img/a.png"`. */
function imagesOf(text: string): string[] {
  const { head, body } = partsOf(text);
  const thumbnail = [...head.matchAll(/^thumbnail\s*[:=]\s*"(.+)"$/gm)];
  const inBody = [...body.matchAll(/!\[[^\]]*\]\(([^\s)]+)/g), ...body.matchAll(/\{\{< figure src="([^"]+)"/g)];
  return [...thumbnail, ...inBody].map((match) => match[1] ?? '');
}

/** Where Hugo publishes an article: `content/zh-CN/news/a/B.zh-CN.md` → `/news/a/b.zh-cn/`, see the newsroom's README. */
function urlOf(file: string): string {
  const [, language = '', rest = ''] = /^content\/([^/]+)\/(.*)\.md$/.exec(file) ?? [];
  const name = rest.replace(/\/index$/, '');
  if (language === 'zh-CN') return `/${name.toLowerCase()}/`;
  return `/${language}/${name.slice(0, -`.${language}`.length).toLowerCase()}/`;
}

interface Build {
  readonly status: number | null;
  readonly output: string;
  /** The published page at an URL, or undefined. */
  page(url: string): string | undefined;
}

/**
 * Builds a copy of the newsroom in its own folder below `scratch`, without the faulty folder but with the faulty articles
 * of these names. `config` is what a user gives to `--config`.
 */
function build(scratch: string, faults: readonly string[], config = 'hugo.toml'): Build {
  const site = mkdtempSync(path.join(scratch, 'site-'));
  for (const file of files)
    if (!file.startsWith(`${FAULTY}/`)) cpSync(path.join(NEWSROOM, file), path.join(site, file));
  cpSync(LAYOUTS, path.join(site, 'themes/mainroad'), { recursive: true });
  for (const fault of faults)
    cpSync(path.join(NEWSROOM, FAULTY, `${fault}.zh-CN.md`), path.join(site, FAULTY, `${fault}.zh-CN.md`));
  const run = spawnSync('hugo', ['--quiet', '--config', config], { cwd: site, encoding: 'utf8', timeout: 120_000 });
  return {
    status: run.status,
    output: run.stdout + run.stderr,
    page(url) {
      const file = path.join(site, 'public', url, 'index.html');
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
  };
}

describe('the sample newsroom', () => {
  test('has at least forty correct articles in three languages', () => {
    assert.ok(articles.length >= 40, `${articles.length} articles`);
    const languages = new Set(articles.map((f) => f.split('/')[1]));
    assert.deepEqual([...languages].sort(), ['en', 'ja', 'zh-CN']);
  });

  test('uses every front matter key of a real article in each of its own', () => {
    for (const file of articles) {
      const { head } = partsOf(readArticle(file));
      const missing = KEYS.split(' ').filter((key) => !new RegExp(`^${key}\\s*[:=]`, 'm').test(head));
      assert.deepEqual(missing, [], file);
    }
  });

  test('has every local image that its articles show, and a text for each', () => {
    let local = 0;
    for (const file of articles) {
      assert.doesNotMatch(readArticle(file), /!\[\s*\]/, file);
      for (const image of imagesOf(readArticle(file)).filter((url) => !url.startsWith('https://'))) {
        local += 1;
        const name = decodeURIComponent(image);
        const found = name.startsWith('/') ? `static${name}` : path.posix.join(path.posix.dirname(file), name);
        assert.ok(files.includes(found), `${file}: ${image}`);
      }
    }
    assert.ok(local > 20, `${local} local images`);
  });

  test('has headings in order and none at the level of the title', () => {
    for (const file of articles) {
      let level = 1;
      for (const [, marks = ''] of partsOf(readArticle(file)).body.matchAll(/^(#+) /gm)) {
        assert.ok(marks.length > 1 && marks.length <= level + 1, `${file}: ${marks}`);
        level = marks.length;
      }
    }
  });

  test('stays small', () => {
    const sizes = files.map((f) => ({ f, size: statSync(path.join(NEWSROOM, f)).size }));
    assert.deepEqual(
      sizes.filter(({ size }) => size > 60_000),
      [],
    );
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    assert.ok(total < 600_000, `${total} bytes`);
  });

  test('names what is wrong in the first sentence of every faulty article', () => {
    const names = files.filter((f) => f.startsWith(`${FAULTY}/`) && f.endsWith('.zh-CN.md'));
    assert.deepEqual(
      names.map((f) => path.posix.basename(f, '.zh-CN.md')),
      [...Object.keys(BREAKING), ...Object.keys(PUBLISHING)].sort(),
    );
    for (const file of names) assert.match(readArticle(file), /\n\n本稿的错误：.+。/, file);
  });
});

describe('Hugo on the sample newsroom', { skip: noHugo }, () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'copydesk-newsroom-'));
  let correct: Build;
  before(() => {
    correct = build(scratch, []);
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  test('builds it', () => {
    assert.equal(correct.status, 0, correct.output);
  });

  test('publishes every correct article at its address, with its title', () => {
    for (const file of articles) {
      const title = /^title\s*[:=]\s*["']?(.+?)["']?$/m.exec(readArticle(file))?.[1] ?? 'no title';
      assert.ok(correct.page(urlOf(file))?.includes(`<h1>${title}</h1>`), `${file} → ${urlOf(file)}`);
    }
  });

  test('leaves no asterisks of a bold in any correct article', () => {
    let bolds = 0;
    for (const file of articles) {
      const page = correct.page(urlOf(file)) ?? '';
      bolds += page.split('<strong>').length - 1;
      assert.doesNotMatch(page, /\*\*/, file);
    }
    assert.ok(bolds >= articles.length, `${bolds} bolds`);
  });

  test('finds the page behind every link from one article to another', () => {
    let links = 0;
    for (const file of articles)
      for (const [, url = ''] of (correct.page(urlOf(file)) ?? '').matchAll(
        /href="(?:https:\/\/news\.example\.com)?(\/[^"]*)"/g,
      )) {
        links += 1;
        assert.notEqual(correct.page(decodeURIComponent(url)), undefined, `${file}: ${url}`);
      }
    assert.ok(links > articles.length);
  });

  test('links the translations of an article and keeps Beijing time', () => {
    const page = correct.page('/news/binhai/20260302a0bh01.zh-cn/') ?? '';
    assert.match(page, /hreflang="en" href="\/en\/news\/harborwire\/20260302a0bh01\/"/);
    assert.match(page, /hreflang="ja" href="\/ja\/news\/kitahama\/20260302a0bh01\/"/);
    assert.match(
      correct.page('/news/binhai/20251226a0bh07.zh-cn/') ?? '',
      /datetime="2025-12-26T13:05:20(\+|&#43;)08:00"/,
    );
  });

  for (const [fault, says] of Object.entries(BREAKING))
    test(`fails on ${fault}`, () => {
      const { status, output } = build(scratch, [fault]);
      assert.match(output, says);
      assert.notEqual(status, 0);
    });

  test('leaves the faulty articles out when publish.toml says so', () => {
    const all = [...Object.keys(BREAKING), ...Object.keys(PUBLISHING)];
    const { status, output, page } = build(scratch, all, 'hugo.toml,publish.toml');
    assert.equal(status, 0, output);
    assert.equal(page('/news/faulty/literal-bold.zh-cn/'), undefined);
  });

  test('publishes the other faulty articles, wrong in the way each says', () => {
    const { status, output, page } = build(scratch, Object.keys(PUBLISHING));
    assert.equal(status, 0, output);
    for (const [fault, seen] of Object.entries(PUBLISHING)) {
      const html = page(`/news/faulty/${fault}.zh-cn/`);
      if (!seen) {
        assert.equal(html, undefined, fault);
        continue;
      }
      assert.match(html ?? '', seen.shows, fault);
      if (seen.lacks) assert.doesNotMatch(html ?? '', seen.lacks, fault);
    }
  });
});
