import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edit';
import type { Catalog } from '../../src/catalog/catalog';
import { EMPTY_CATALOG } from '../../src/catalog/catalog';
import { brokenRef } from '../../src/rules/broken-ref';
import { deadLink } from '../../src/rules/dead-link';
import type { Rule } from '../../src/rules/rule';
import { trackingParameters } from '../../src/rules/tracking-parameters';
import { undefinedReference } from '../../src/rules/undefined-reference';
import { unlinkedUrl } from '../../src/rules/unlinked-url';
import { unsafeLink } from '../../src/rules/unsafe-link';
import { attributeOf, elementsOf } from '../support/dom';
import { skipWithoutHugo, withBuild } from '../support/hugo';
import { siteOf } from '../support/siteOf';
import { named, problemsIn } from './subjectOf';

const FRONT = '---\ntitle: "a"\ndate: 2025-02-07\n---\n\n';

/** The body after the preferred fixes of a rule. */
function fixed(rule: Rule, body: string): string {
  const text = FRONT + body;
  const edits = problemsIn(text, { rules: [rule] }).flatMap(
    ({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? [],
  );
  return applyEdits(text, edits).slice(FRONT.length);
}

const found = (rule: Rule, body: string): string[] => {
  const text = FRONT + body;
  return named(text, problemsIn(text, { rules: [rule] })).map((name) => name.slice(rule.id.length + 1));
};

const TRACKED: readonly [body: string, fixed: string][] = [
  ['[a](https://a.cn/?utm_source=x)', '[a](https://a.cn/)'],
  ['[a](https://a.cn/?id=1&utm_source=x&b=2)', '[a](https://a.cn/?id=1&b=2)'],
  ['[a](https://a.cn/?id=1&utm_source=x&utm_medium=y#top)', '[a](https://a.cn/?id=1#top)'],
  ['[a](https://a.cn/?fbclid=x&id=1&gclid=y)', '[a](https://a.cn/?id=1)'],
  ['[a](https://a.cn/?id=1&amp;utm_source=x)', '[a](https://a.cn/?id=1)'],
  ['[a](https://a.cn/?spm=a2c6h.12873639.article-detail.1)', '[a](https://a.cn/)'],
  ['[a](https://mp.weixin.qq.com/s?__biz=1&from=timeline)', '[a](https://mp.weixin.qq.com/s?__biz=1)'],
  ['<https://a.cn/?utm_source=x>', '<https://a.cn/>'],
  ['https://a.cn/x?utm_source=x', 'https://a.cn/x'],
  ['[a][b]\n\n[b]: https://a.cn/?utm_source=x', '[a][b]\n\n[b]: https://a.cn/'],
];
for (const [body, good] of TRACKED)
  test(`only what follows readers about is taken out: ${body.split('\n')[0]}`, () => {
    assert.equal(fixed(trackingParameters, body), good);
    assert.deepEqual(found(trackingParameters, good), []);
  });

for (const body of [
  '[a](https://a.cn/?from=beijing&to=shanghai)',
  '[a](https://a.cn/?spm=1)',
  '[a](https://a.cn/utm_source)',
  '`https://a.cn/?utm_source=x`',
])
  test(`an honest parameter stays: ${body}`, () => assert.deepEqual(found(trackingParameters, body), []));

/** What stands before an address, behind it, and the address. */
const UNLINKED = [
  '见https://a.cn/x。',
  '：https://a.cn/x',
  '（https://a.cn/x）',
  '[1]https://a.cn/x',
  '见www.a.cn/x，',
  'HTTPS://A.CN/x',
  'https://a.CN/x',
  'http://1.2.3.4/x',
  '“https://a.cn/x_y”',
  '说"https://a.cn/x"',
  '见https://a.cn/x\\_y。',
  '见https://a.cn/x_(y)。',
  '**甲**见https://a.cn/x?a=1&amp;b=2',
];

test('each address that is not linked is linked by Hugo after the fix', { skip: skipWithoutHugo }, () => {
  const files: Record<string, string> = {
    'hugo.toml': 'baseURL = "/"\ndisableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "404", "section"]\n',
    'layouts/_default/single.html': '{{ .Content }}',
  };
  UNLINKED.forEach((body, i) => {
    files[`content/n/before${i}.md`] = FRONT + body;
    files[`content/n/after${i}.md`] = FRONT + fixed(unlinkedUrl, body);
  });
  withBuild(files, [], ({ published }) => {
    UNLINKED.forEach((body, i) => {
      const links = (name: string) =>
        elementsOf(published(`n/${name}${i}/index.html`) ?? '')
          .filter(({ tagName }) => tagName === 'a')
          .map((a) => attributeOf(a, 'href') ?? '');
      const address = /(?:https?:\/\/|www\.)[\w./?=&;\\()]*[\w)]/i
        .exec(body)![0]
        .replaceAll('\\', '')
        .replace('&amp;', '&');
      const wanted = address.startsWith('www') ? `https://${address}` : address;
      assert.ok(!links('before').includes(wanted), `${body} was linked`);
      assert.deepEqual(links('after'), [wanted], body);
    });
  });
});

for (const body of [
  '见 https://a.cn/x。',
  '<https://a.cn/x>',
  '`https://a.cn/x`',
  '{{< figure src="https://a.cn/x.png" >}}',
  '[见https://a.cn/x](https://a.cn/x)',
  '网址以https://开头',
])
  test(`nothing is said of an address that is linked, or is none: ${body}`, () =>
    assert.deepEqual(found(unlinkedUrl, body), []));

test('a reference without its line is told, and numbers in brackets are not', () => {
  assert.deepEqual(found(undefinedReference, '[甲][乙] 和 ![丙][丁]，[1][2]，[甲]，\\[甲][乙]'), [
    '«[甲][乙]»',
    '«![丙][丁]»',
  ]);
  assert.deepEqual(found(undefinedReference, '[甲][乙]\n\n[乙]: https://a.cn/'), []);
});

test('what Hugo empties loses its link and keeps its words', () => {
  assert.equal(
    fixed(unsafeLink, '[**关注**我](javascript:;)，[图](data:image/png;base64,x)'),
    '**关注**我，[图](data:image/png;base64,x)',
  );
});

const catalogOf = (...paths: readonly string[]): Catalog => {
  const all = paths.map((path) => ({
    path: path.replace(/\?$/, ''),
    title: 't',
    date: '',
    draft: path.endsWith('?'),
    thumbnail: '',
    terms: new Map(),
  }));
  return { ...EMPTY_CATALOG, size: all.length, all: () => all, get: (path) => all.find((one) => one.path === path) };
};

const PAGES = [
  'news/a.md',
  'news/a.en.md',
  'news/sub/b.md',
  'news/bundle/index.md',
  'news/_index.md',
  'other/a.md',
  'other/_index.md',
  'news/B2.md',
  'news/c.zh-cn.md',
  'news/d.en.md',
  'news/e f.md',
  'news/中文.md',
  'news/sub/x.y.md',
  'news/deep/er/q.md',
  'news/draft.md?',
];
const REFS =
  'a|a.md|news/a|news/a.md|/news/a|/news/a.md|news/a.en.md|a.en.md|/news/a.en.md|b|b.md|sub/b|sub/b.md|/sub/b.md|news/sub/b|./sub/b|./sub/b.md|../other/a|../other/a.md|bundle|news/bundle|bundle/index.md|/news/bundle/index.md|news/bundle/index|news/bundle/|news|/news|news/|/news/|news/_index.md|_index.md|B2|b2|b2.md|B2.md|news/b2.md|c|c.md|c.zh-cn.md|news/c|d|d.md|d.en.md|e f|e f.md|中文|中文.md|/|#head|a.md#head|a#nope|./|.|..|sub|news/sub|x.y|x.y.md|x|news/sub/x.y.md|tags|/tags|news/a/|news/a.html|https://x.com/|content/news/a.md|/content/news/a.md|news//a.md|other/a.md|mailto:x@y.z|NEWS/A.md|a.MD|nope/../a.md|sub/../a.md|index.md|bundle.md|q|er/q|news/deep/er/q.md|er|index|./a|../news/a|nope|draft|draft.md|/a.md|/b.md|/news/draft.md'.split(
    '|',
  );

test('a ref is broken where Hugo fails on it, seen from three folders', { skip: skipWithoutHugo }, async () => {
  const files: Record<string, string> = {
    'hugo.toml': 'baseURL = "/"\ndefaultContentLanguage = "zh-cn"\n[languages.zh-cn]\n[languages.en]\n',
    'layouts/_default/single.html': '{{ .Content }}',
    'layouts/_default/list.html': 'x',
  };
  for (const path of PAGES)
    files[`content/${path.replace(/\?$/, '')}`] = `---\ntitle: t\ndraft: ${path.endsWith('?')}\ntags: [zz]\n---\n`;
  const uses = ['news', 'third', 'news/sub'].flatMap((folder, f) =>
    REFS.map((ref, i) => ({ ref, path: `content/${folder}/use-${f}-${i}.md` })),
  );
  for (const { ref, path } of uses) files[path] = `${FRONT}[l]({{< relref "${ref}" >}})\n`;
  const failed = withBuild(
    files,
    [],
    ({ log }) =>
      new Set([...log.matchAll(/REF_NOT_FOUND.*?\/content\/([^:"]+):/g)].map(([, path]) => `content/${path}`)),
  );
  const site = await siteOf(files);
  const catalog = catalogOf(...PAGES.map((path) => `content/${path}`), ...uses.map(({ path }) => path));
  const wrong = uses.flatMap(({ ref, path }) => {
    const told = problemsIn(files[path]!, { rules: [brokenRef], path, world: { site, catalog } }).length > 0;
    return told === failed.has(path) ? [] : [`${path} ${ref}: Hugo ${failed.has(path) ? 'fails' : 'finds it'}`];
  });
  assert.ok(failed.size > 50);
  assert.deepEqual(wrong, []);
});

test('a path of the site that leads nowhere is told once the site is known', async () => {
  const files = { 'hugo.toml': 'baseURL = "https://a.cn/"\n', 'content/news/a.md': FRONT, 'content/news/b.md': FRONT };
  const world = { site: await siteOf(files), catalog: catalogOf('content/news/a.md', 'content/news/b.md') };
  const links = (body: string) => {
    const text = FRONT + body;
    return named(text, problemsIn(text, { rules: [deadLink], path: 'content/news/a.md', world }));
  };
  for (const good of [
    '/news/b/',
    '/news/b',
    '../b/',
    '/news/',
    '/',
    '/files/x.pdf',
    '#a',
    '?a',
    'https://b.cn/',
    'mailto:a@b.cn',
    '//b.cn/x',
    'x.pdf',
    'tel:110',
  ])
    assert.deepEqual(links(`[l](${good})`), [], good);
  for (const bad of [
    '/news/c/',
    'b/',
    '../c/',
    '/topic',
    'b.md',
    'x.php?id=1',
    'http://localhost:1313/news/b/',
    'http://192.168.1.4/',
  ])
    assert.equal(links(`[l](${bad})`).length, 1, bad);
});
