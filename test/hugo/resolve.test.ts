import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ImageResolution, resolveImage } from '../../src/hugo/resolve';
import { skipWithoutHugo, withBuild } from '../support/hugo';
import { type FileRecord, siteOf } from '../support/siteOf';

const ARTICLE = '---\ntitle: x\ndate: 2020-01-01\n---\n';

/** The file of the record that a reference leads to, or what else it is. */
async function found(files: FileRecord, article: string, reference: string): Promise<string> {
  const resolution = resolveImage(await siteOf({ 'hugo.toml': '', [article]: ARTICLE, ...files }), article, reference);
  return described(resolution, files);
}

function described(resolution: ImageResolution, files: FileRecord): string {
  switch (resolution.kind) {
    case 'remote':
      return resolution.url;
    case 'data':
      return 'data';
    case 'local':
      return resolution.candidates.find((path) => Object.hasOwn(files, path)) ?? 'missing';
    case 'none':
      return resolution.why;
    default:
      return resolution satisfies never;
  }
}

test('addresses of the web stay as they are; one without a protocol gets the site’s', async () => {
  const at = (reference: string, config = '') => found({ 'hugo.toml': config }, 'content/a.md', reference);
  assert.equal(await at('https://x.org/a?b=1'), 'https://x.org/a?b=1');
  assert.equal(await at('//x.org/a.png'), 'https://x.org/a.png');
  assert.equal(await at('//x.org/a.png', 'baseURL = "http://y.org/"'), 'http://x.org/a.png');
  assert.equal(await at('data:image/png;base64,AAAA'), 'data');
});

test('what Hugo or a browser drops is no picture', async () => {
  const at = (reference: string) => found({}, 'content/a.md', reference);
  assert.equal(await at(''), 'empty');
  assert.equal(await at('  '), 'empty');
  assert.equal(await at('#top'), 'empty');
  assert.equal(await at('javascript:alert(1)'), 'scheme');
  assert.equal(await at('file:///etc/passwd'), 'scheme');
  assert.equal(await at('/img/'), 'folder');
});

test('an absolute path is looked for in static folders, mounts and the theme', async () => {
  const png = { 'static/img/猫 1.png': '', 'static/cat.jpg': '' };
  assert.equal(await found(png, 'content/news/a.md', '/cat.jpg'), 'static/cat.jpg');
  assert.equal(await found(png, 'content/news/a.md', '/img/%E7%8C%AB%201.png'), 'static/img/猫 1.png');
  assert.equal(await found(png, 'content/news/a.md', '/img/猫 1.png?x=1#y'), 'static/img/猫 1.png');
  assert.equal(await found(png, 'content/news/a.md', '/img/../../cat.jpg'), 'static/cat.jpg');
  assert.equal(await found(png, 'content/news/a.md', '/Cat.jpg'), 'missing');
  const mounted = {
    'hugo.toml': '[[module.mounts]]\nsource = "pics"\ntarget = "static/img"\n',
    'pics/a.png': '',
    'static/img/a.png': '',
  };
  assert.equal(await found(mounted, 'content/a.md', '/img/a.png'), 'pics/a.png');
  assert.equal(await found({ ...mounted, 'static/b.png': '' }, 'content/a.md', '/b.png'), 'missing');
  const theme = { 'hugo.toml': 'theme = "t"\nstaticDir = ["s1", "s2"]\n', 'themes/t/static/a.png': '', 's2/a.png': '' };
  assert.equal(await found(theme, 'content/a.md', '/a.png'), 's2/a.png');
  const file = {
    'hugo.toml': '[[module.mounts]]\nsource = "pics/x.png"\ntarget = "static/y/z.png"\n',
    'pics/x.png': '',
  };
  assert.equal(await found(file, 'content/a.md', '/y/z.png'), 'pics/x.png');
});

test('a percent sign that begins no escape is a percent sign', async () => {
  assert.equal(await found({ 'static/100%.png': '' }, 'content/a.md', '/100%.png'), 'static/100%.png');
  assert.equal(
    await found({ 'static/100% 猫.png': '' }, 'content/a.md', '/100%%20%E7%8C%AB.png'),
    'static/100% 猫.png',
  );
});

test('the site’s own address is a local picture, with the path of baseURL or without', async () => {
  const files = { 'hugo.toml': 'baseURL = "https://news.example.com/sub/"', 'static/a.png': '' };
  assert.equal(await found(files, 'content/a.md', 'https://news.example.com/sub/a.png'), 'static/a.png');
  assert.equal(await found(files, 'content/a.md', '/sub/a.png'), 'static/a.png');
  assert.equal(await found(files, 'content/a.md', 'https://news.example.com/a.png'), 'https://news.example.com/a.png');
});

test('a page bundle has its files beside it; any other article has not', async () => {
  const files = {
    'content/news/trip/a.png': '',
    'content/news/trip/img/b.png': '',
    'content/news/c.png': '',
    'static/news/flat/d.png': '',
  };
  assert.equal(await found(files, 'content/news/trip/index.md', 'a.png'), 'content/news/trip/a.png');
  assert.equal(await found(files, 'content/news/trip/index.md', './img/b.png'), 'content/news/trip/img/b.png');
  assert.equal(await found(files, 'content/news/_index.md', 'c.png'), 'content/news/c.png');
  assert.equal(await found(files, 'content/news/trip/index.md', '/news/trip/a.png'), 'content/news/trip/a.png');
  assert.equal(await found(files, 'content/news/flat.md', '../trip/a.png'), 'content/news/trip/a.png');
  assert.equal(await found(files, 'content/news/flat.md', 'd.png'), 'static/news/flat/d.png');
  assert.equal(await found(files, 'content/news/flat.md', 'c.png'), 'missing');
});

test('the first candidate that exists is the file that Hugo publishes', { skip: skipWithoutHugo }, async () => {
  const files: Record<string, string> = {
    'hugo.toml': `baseURL = "https://x.org/sub/"\ntheme = "t"\nstaticDir = ["static", "more"]\n[languages.zh-cn]\nweight = 1\ncontentDir = "content/zh"\n[languages.en]\nweight = 2\ncontentDir = "content/en"\n`,
    'layouts/_default/single.html': 'x',
    'layouts/_default/list.html': 'x',
  };
  const articles = [
    'content/zh/news/trip/index.md',
    'content/zh/news/flat.md',
    'content/en/news/trip/index.md',
    'content/en/news/_index.md',
  ];
  for (const article of articles) files[article] = ARTICLE;
  const pictures = [
    'static/a.txt',
    'static/both.txt',
    'more/both.txt',
    'more/m.txt',
    'themes/t/static/both.txt',
    'themes/t/static/t.txt',
  ];
  const beside = [
    'content/zh/news/trip/in.txt',
    'content/zh/news/trip/d/图.txt',
    'content/en/news/trip/en.txt',
    'content/en/news/s.txt',
  ];
  for (const path of [...pictures, ...beside, 'static/news/flat/f.txt']) files[path] = path;
  const references = [
    'a.txt',
    'both.txt',
    'm.txt',
    't.txt',
    'in.txt',
    'd/图.txt',
    'd/%E5%9B%BE.txt',
    'en.txt',
    's.txt',
    'f.txt',
  ];
  const urls: Readonly<Record<string, string>> = {
    'content/zh/news/trip/index.md': '/sub/zh-cn/news/trip/',
    'content/zh/news/flat.md': '/sub/zh-cn/news/flat/',
    'content/en/news/trip/index.md': '/sub/news/trip/',
    'content/en/news/_index.md': '/sub/news/',
  };
  files['hugo.toml'] = `defaultContentLanguage = "en"\n${files['hugo.toml']}`;
  const site = await siteOf(files);
  let matched = 0;
  withBuild(files, [], ({ log, published }) => {
    assert.ok(published('index.html') !== undefined, log);
    for (const article of articles) {
      for (const name of references) {
        for (const reference of [
          name,
          `/${name}`,
          `/sub/${name}`,
          `../${name}`,
          `/sub/zh-cn/news/trip/${name}`,
          `/sub/news/trip/${name}`,
        ]) {
          const url = new URL(reference, `https://x.org${urls[article]}`);
          const below = decodeURIComponent(url.pathname).replace(/^\/sub\//, '/');
          const real = url.pathname.startsWith('/sub/') ? published(below.slice(1)) : undefined;
          const ours = described(resolveImage(site, article, reference), files);
          if (real !== undefined) matched++;
          // A path that leaves out the path of baseURL is looked for all the same: `canonifyURLs` and servers at the root make it work.
          if (real === undefined && !url.pathname.startsWith('/sub/')) continue;
          // Whether the other language has the same bundle cannot be seen from the reference: its files count as candidates.
          if (real === undefined && !article.startsWith(ours.split('/').slice(0, 2).join('/'))) continue;
          assert.equal(ours, real ?? 'missing', `${article}: ${reference}`);
        }
      }
    }
  });
  assert.ok(matched > 30, `${matched} pictures`);
});
