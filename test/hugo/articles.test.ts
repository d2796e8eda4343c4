import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../src/base/message';
import { articleKindOf, contentFolders, languageOf } from '../../src/hugo/articles';
import { cascadedValues } from '../../src/hugo/cascades';
import { DEFAULT_SITE } from '../../src/hugo/readSite';
import { ONLY_PAGES, realPages, skipWithoutHugo } from '../support/hugo';
import { siteOf } from '../support/siteOf';

test('Markdown under a content folder is an article, _index.md a section; nothing else is either', async () => {
  const site = await siteOf({
    'hugo.toml': '[languages.zh-cn]\nweight = 1\ncontentDir = "texts/zh-CN"\n[languages.en]\ncontentDir = "texts/en"\n',
  });
  const kind = (path: string) => articleKindOf(site, path);
  assert.equal(kind('texts/zh-CN/news/a.md'), 'article');
  assert.equal(kind('texts/en/news/a.en.markdown'), 'article');
  assert.equal(kind('texts/en/news/trip/index.md'), 'article');
  assert.equal(kind('texts/en/news/_index.md'), 'section');
  assert.equal(kind('texts/en/_index.zh-cn.md'), 'section');
  const none = [
    'texts/a.md',
    'content/a.md',
    'a.md',
    'texts/en/README.md',
    'texts/en/readme.zh-cn.md',
    'texts/en/a.txt',
    'texts/en/a.MD',
  ];
  const never = [
    'texts/en/node_modules/a.md',
    'texts/en/.hidden/a.md',
    'texts/en/.a.md',
    'texts/en/#a.md',
    'archetypes/news.md',
    'public/a.md',
  ];
  assert.deepEqual([...none, ...never].filter(kind), []);
});

test('without a site an article is Markdown with a title', () => {
  const kind = (path: string, titled?: boolean) => articleKindOf(DEFAULT_SITE, path, titled);
  assert.equal(kind('a.md', true), 'article');
  assert.equal(kind('x/_index.md', true), 'section');
  assert.equal(kind('a.md', false), undefined);
  assert.equal(kind('a.md'), undefined);
  assert.equal(kind('README.md', true), undefined);
  assert.equal(kind('node_modules/x/a.md', true), undefined);
});

test('articles are looked for in the outermost content folders', async () => {
  const folders = async (config: string) => contentFolders(await siteOf({ 'hugo.toml': config }));
  assert.deepEqual(await folders(''), ['content']);
  assert.deepEqual(await folders('theme = "t"'), ['content', 'themes/t/content']);
  assert.deepEqual(
    await folders(
      '[languages.a]\nweight = 1\ncontentDir = "content"\n[languages.b]\nweight = 2\ncontentDir = "content/b"\n',
    ),
    ['content'],
  );
  assert.deepEqual(contentFolders(DEFAULT_SITE), ['']);
});

const ARTICLE = '---\ntitle: x\ndate: 2020-01-01\n---\n';
const both = 'defaultContentLanguage = "zh-cn"\n[languages.zh-cn]\nweight = 1\nZH\n[languages.en]\nweight = 2\nEN\n';
const configured = (zh = '', en = '') => both.replace('ZH', zh).replace('EN', en);

const LANGUAGE_CASES: Readonly<Record<string, readonly string[]>> = {
  '': [
    'content/a.md',
    'content/b.en.md',
    'content/c.zh-CN.md',
    'content/d.zh-cn.md',
    'content/e.v1.2.md',
    'content/s/index.en.md',
  ],
  [configured()]: [
    'content/a.md',
    'content/b.en.md',
    'content/b.zh-cn.md',
    'content/c.zh-CN.md',
    'content/d.EN.md',
    'content/n/e.fr.md',
  ],
  [configured().replace('"zh-cn"', '"en"')]: [
    'content/a.md',
    'content/b.en.md',
    'content/b.zh-cn.md',
    'content/c.ZH-cn.md',
  ],
  [configured('contentDir = "content/zh-CN"', 'contentDir = "content/en"')]: [
    'content/zh-CN/a.md',
    'content/zh-CN/b.zh-cn.md',
    'content/zh-CN/c.en.md',
    'content/zh-CN/d.zh-CN.md',
    'content/en/e.md',
    'content/en/f.zh-cn.md',
  ],
  [configured('', 'contentDir = "english"')]: ['content/a.md', 'content/b.en.md', 'english/c.md'],
  [`${configured()}[[module.mounts]]\nsource = "cn"\ntarget = "content"\nlang = "zh-cn"\n[[module.mounts]]\nsource = "x/en"\ntarget = "content/sub"\nlang = "en"\n`]:
    ['cn/a.md', 'cn/b.en.md', 'x/en/c.md', 'x/en/d.zh-cn.md'],
  'contentDir = "texts"\n': ['texts/a.md', 'texts/b.en.md'],
};

test('the language and the base name are those that Hugo finds', { skip: skipWithoutHugo }, async () => {
  for (const [config, paths] of Object.entries(LANGUAGE_CASES)) {
    const files = { 'hugo.toml': ONLY_PAGES + config, ...Object.fromEntries(paths.map((path) => [path, ARTICLE])) };
    const site = await siteOf(files);
    const real = realPages(files);
    const ours = real.map(({ path }) => ({
      path,
      code: languageOf(site, path).code,
      base: languageOf(site, path).base,
    }));
    assert.deepEqual(
      ours,
      real.map(({ path, language, base }) => ({ path, code: language, base })),
      config,
    );
    assert.equal(real.length, paths.length, `${config}: every file is published`);
  }
});

test('a mount whose lang is not written as Hugo writes it publishes nothing, and is a problem', {
  skip: skipWithoutHugo,
}, async () => {
  const config = `${configured()}[[module.mounts]]\nsource = "cn"\ntarget = "content"\nlang = "zh-CN"\n`;
  const files = { 'hugo.toml': ONLY_PAGES + config, 'cn/a.md': ARTICLE, 'cn/b.en.md': ARTICLE };
  assert.deepEqual(
    realPages(files).map(({ path }) => path),
    ['cn/b.en.md'],
  );
  const { problems } = await siteOf(files);
  assert.match(english(problems[0]!.message), /"zh-CN".*zh-cn, en/);
});

test('a content folder inside another is its own language’s, though Hugo publishes it in the outer one too', {
  skip: skipWithoutHugo,
}, async () => {
  const config = configured('contentDir = "content"', 'contentDir = "content/en"');
  const files = { 'hugo.toml': ONLY_PAGES + config, 'content/a.md': ARTICLE, 'content/en/b.md': ARTICLE };
  assert.equal(languageOf(await siteOf(files), 'content/en/b.md').code, 'en');
  const real = realPages(files).map(({ language, url }) => `${language} ${url}`);
  assert.deepEqual(real.sort(), ['en /en/b/', 'zh-cn /a/', 'zh-cn /en/b/']);
});

test('a suffix that looks like a language and is none is told, with the one that is meant', async () => {
  const site = await siteOf({ 'hugo.toml': `disableLanguages = ["ja"]\n${configured()}[languages.ja]\n` });
  const suspect = (path: string) => languageOf(site, `content/${path}`).suspect;
  assert.deepEqual(suspect('a.zh-CN.md'), { suffix: 'zh-CN', meant: 'zh-cn', why: 'case' });
  assert.deepEqual(suspect('a.ja.md'), { suffix: 'ja', meant: 'ja', why: 'disabled' });
  assert.deepEqual(suspect('a.fr.md'), { suffix: 'fr', meant: undefined, why: 'unknown' });
  assert.deepEqual(suspect('a.zh-Hant-TW.md'), { suffix: 'zh-Hant-TW', meant: undefined, why: 'unknown' });
  for (const fine of ['a.md', 'a.en.md', 'a.zh-cn.md', 'v1.2.md', 'a.final.md', '.en.md'])
    assert.equal(suspect(fine), undefined, fine);
});

test('what a cascade gives an article is what Hugo gives it', { skip: skipWithoutHugo }, async () => {
  const files = {
    'hugo.toml': `${ONLY_PAGES}${configured()}[[cascade]]\nfrom = "site"\nsite = 1\n[[cascade]]\nglob = "yes"\n[cascade._target]\npath = "/news/q*/**"\n[[cascade]]\npages = "only"\n[cascade._target]\nkind = "page"\n`,
    'content/news/_index.md': '---\ntitle: n\ncascade:\n  from: news\n  Deep:\n    Key: 1\n---\n',
    'content/news/qq/_index.md': '+++\ntitle = "q"\n[cascade]\nfrom = "qq"\ndraft = true\n+++\n',
    'content/news/_index.en.md': '---\ntitle: n\ncascade:\n  - from: english\n---\n',
    'content/top.md': ARTICLE,
    'content/news/a.md': ARTICLE,
    'content/news/a.en.md': ARTICLE,
    'content/news/qq/b.md': ARTICLE,
    'content/news/qq/in/c.md': ARTICLE,
    'content/news/qq/own.md': '---\ntitle: x\nfrom: own\ndraft: false\n---\n',
    'content/other/d.md': ARTICLE,
    'content/other/e/index.md': ARTICLE,
  };
  const site = await siteOf(files);
  const keys = ['from', 'site', 'glob', 'pages', 'deep'];
  const pages = realPages(files).filter(({ path }) => !path.includes('_index') && !path.endsWith('own.md'));
  assert.equal(pages.length, 7);
  for (const { path, params, draft } of pages) {
    const ours = cascadedValues(site, path);
    const real = Object.fromEntries(keys.filter((key) => key in params).map((key) => [key, params[key]]));
    assert.deepEqual(Object.fromEntries(keys.filter((key) => key in ours).map((key) => [key, ours[key]])), real, path);
    assert.equal(ours['draft'] === true, draft, path);
  }
});
