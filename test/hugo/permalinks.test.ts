import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permalinkOf, termUrlOf } from '../../src/hugo/permalinks';
import { ONLY_PAGES, realPages, skipWithoutHugo, withBuild } from '../support/hugo';
import { siteOf } from '../support/siteOf';

interface Fields {
  readonly title?: string;
  readonly date?: string;
  readonly slug?: string;
  readonly url?: string;
}

const page = (fields: Fields): string =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('')}---\n`;
const FULL: Fields = { title: 'My Title 中文 A', date: '2024-03-05T23:30:00-08:00' };

/** Compares the address of every page with the real Hugo's; returns how many were compared. */
async function compare(config: string, articles: Readonly<Record<string, Fields>>): Promise<number> {
  const files: Record<string, string> = { 'hugo.toml': ONLY_PAGES + config };
  for (const [path, fields] of Object.entries(articles)) files[path] = page(fields);
  const site = await siteOf(files);
  const pages = realPages(files).filter(({ path }) => articles[path]);
  const ours = pages.map(({ path }) => {
    const { title = '', date = '', slug, url } = articles[path] ?? {};
    return [path, permalinkOf(site, path, { title, date, slug, url })];
  });
  assert.deepEqual(
    ours,
    pages.map(({ path, url }) => [path, url]),
    config,
  );
  return pages.length;
}

const NAMES = [
  '中文 标题',
  'A B  C',
  'Upper',
  'x_y',
  'a.b',
  'a+b',
  'a@b',
  'a#b',
  'a&b',
  "it's",
  'a--b',
  'a - b',
  '-lead',
  'trail-',
  'é',
  'ａｂｃ',
  '100%',
  'a%20b',
  '😀x',
  'a，b',
  '《书》',
  'a~b',
  'a!b',
  'İI',
  'a\u00a0b',
  'a(b)',
  'ß',
  'a=b',
  'ΑΣ',
];

test('names of files become the addresses that Hugo makes of them', { skip: skipWithoutHugo }, async () => {
  const articles = Object.fromEntries(NAMES.map((name) => [`content/News/${name}.md`, FULL]));
  assert.equal(await compare('', articles), NAMES.length);
  assert.equal(await compare('disablePathToLower = true\nremovePathAccents = true\n', articles), NAMES.length);
});

const TREE: Readonly<Record<string, Fields>> = {
  'content/about.md': FULL,
  'content/trip/index.md': { ...FULL, slug: 'bun' },
  'content/news/_index.md': FULL,
  'content/news/Sub Dir/p/index.md': FULL,
  'content/news/q.md': { ...FULL, slug: 'My Slug 中' },
  'content/news/u.md': { ...FULL, url: '/Custom/URL 中/' },
  'content/news/u2.md': { ...FULL, url: 'custom2' },
  'content/news/u3.md': { ...FULL, url: '/c3.html' },
  'content/news/d/_index.md': FULL,
  'content/news/d/x y.md': { ...FULL, title: 'C & A/B: 中' },
  'content/news/e/f/G.md': { title: 'No date' },
  'content/news/t.md': { ...FULL, slug: 't.x/y' },
  'content/news/w.zh-cn.md': FULL,
  'content/news/v.zh-cn.md': { ...FULL, url: '/vv/' },
};
const LANGUAGES = '[languages.en]\nweight = 1\n[languages.zh-cn]\nweight = 2\n';

test('bundles, sections, slugs, urls and languages', { skip: skipWithoutHugo }, async () => {
  const configs = [
    '',
    LANGUAGES,
    `uglyURLs = true\n${LANGUAGES}`,
    `baseURL = "https://x.org/Sub/dir"\n${LANGUAGES}`,
    `baseURL = "/below/"\n${LANGUAGES}`,
    `defaultContentLanguage = "zh-cn"\ndefaultContentLanguageInSubdir = true\n${LANGUAGES}`,
    'defaultContentLanguageInSubdir = true\n',
  ];
  for (const config of configs) assert.ok((await compare(config, TREE)) >= 13, config);
  // Only the articles that name their language are published then.
  assert.equal(await compare(`defaultContentLanguage = "zh-CN"\n${LANGUAGES}`, TREE), 2);
});

test('patterns of [permalinks]', { skip: skipWithoutHugo }, async () => {
  const patterns = [
    '/:year/:month/:day/:slug/',
    ':year/:filename',
    '/:sections/:filename/',
    '/:section/:title',
    '/x/:slugorfilename',
    '/:yearday/:weekday/:weekdayname/:monthname/:filename/',
    '/:sections[1:]/:filename/',
    '/:sections[0]/:sections[:1]/:filename',
    '/:filename.html',
    '/Keep/:filename/',
    '/:year-:month/A B/:filename/',
  ];
  const english = Object.fromEntries(Object.entries(TREE).filter(([path]) => !path.includes('zh-cn')));
  for (const pattern of patterns) {
    await compare(`[permalinks]\nnews = "${pattern}"\n"/" = "/r/:filename/"\n`, english);
    await compare(`uglyURLs = true\n[permalinks]\nnews = "${pattern}"\n`, english);
  }
});

test('days of [permalinks] are those of the date as written, in the site’s time zone without an offset', {
  skip: skipWithoutHugo,
}, async () => {
  const dates = ['2024-03-05 23:30:00', '2024-03-05T23:30:00Z', '2024-03-05T23:30:00-08:00', '2024-12-31', 'nope'];
  const articles = Object.fromEntries(dates.map((date, i) => [`content/n/p${i}.md`, { title: 'x', date }]));
  await compare('timeZone = "Asia/Shanghai"\n[permalinks]\nn = "/:year-:month-:day-:yearday/:filename"\n', articles);
});

test('Hugo never uses a pattern of a section whose folder has capital letters', { skip: skipWithoutHugo }, async () => {
  await compare('[permalinks]\nNews = "/k/:filename"\n', { 'content/News/a.md': FULL, 'content/news2/a.md': FULL });
});

test('terms have the addresses that Hugo gives them', { skip: skipWithoutHugo }, async () => {
  const names = ['AI 技术', 'Ünï', 'a/b', 'A.B', '人工智能（AI）', 'x_Y', 'C#', 'c++'];
  const config = `disableKinds = ["RSS", "sitemap", "404"]\n${LANGUAGES}`;
  const files = {
    'hugo.toml': config,
    'content/a.md': `---\ntitle: x\ntags: ${JSON.stringify(names)}\n---\n`,
    'content/a.zh-cn.md': '---\ntitle: x\ntags: [AI]\n---\n',
    'layouts/_default/list.html': 'x',
    'layouts/_default/single.html':
      '{{ range .GetTerms "tags" }}{{ .LinkTitle }}\t{{ .RelPermalink | safeHTML }}\n{{ end }}',
  };
  const site = await siteOf(files);
  withBuild(files, [], ({ published }) => {
    for (const [language, file] of [['en', 'a/index.html'] as const, ['zh-cn', 'zh-cn/a/index.html'] as const]) {
      const lines = (published(file) ?? '')
        .trim()
        .split('\n')
        .map((line) => line.split('\t'));
      assert.ok(lines.length >= 1);
      for (const [, url] of lines) {
        const all = names.concat('AI').map((name) => termUrlOf(site, language, { taxonomy: 'tags', name }));
        assert.ok(all.includes(url ?? ''), `${url} is none of ${all.join(' ')}`);
      }
    }
  });
});

test('without a date the address is still one', async () => {
  const site = await siteOf({ 'hugo.toml': '[permalinks]\nnews = "/:year/:title/"\n' });
  assert.equal(permalinkOf(site, 'content/news/a.md', { title: '标题', date: '' }), '/1/%E6%A0%87%E9%A2%98/');
  assert.equal(permalinkOf(site, 'elsewhere/a.md', { title: 'x', date: '' }), '/');
});
