import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../src/base/message';
import { DEFAULT_SITE, findSiteRoots, readSite } from '../../src/hugo/readSite';
import { ONLY_PAGES, skipWithoutHugo, withBuild } from '../support/hugo';
import { type FileRecord, filesOf, siteOf } from '../support/siteOf';

const NAMES = [
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'config.toml',
  'config.yaml',
  'config.yml',
  'config.json',
];
const titled = (name: string): string =>
  name.endsWith('toml') ? `title = "${name}"\n` : name.endsWith('json') ? `{"Title": "${name}"}` : `TITLE: ${name}\n`;

test('without a configuration the site has Hugo’s defaults', async () => {
  const site = await siteOf({ 'a.md': '' });
  assert.deepEqual(site, { ...DEFAULT_SITE, postMeta: site.postMeta });
  assert.equal(site.found, false);
  assert.equal(site.defaultLanguage, 'en');
  assert.deepEqual(
    [...site.taxonomies],
    [
      ['tag', 'tags'],
      ['category', 'categories'],
    ],
  );
  assert.deepEqual(site.dateOrder, ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified']);
  assert.ok(site.widgets.has('taglist'));
});

test('of several configurations the one counts that Hugo takes', { skip: skipWithoutHugo }, async () => {
  for (let from = 0; from < NAMES.length; from++) {
    const files: Record<string, string> = { 'layouts/index.html': '{{ site.Title }}' };
    for (const name of NAMES.slice(from)) files[name] = titled(name);
    const site = await siteOf(files);
    assert.equal(site.configPath, NAMES[from]);
    withBuild(files, [], ({ published }) => assert.equal(published('index.html'), site.title));
  }
});

test('config/_default is merged by the names of its files, over the root and under production', {
  skip: skipWithoutHugo,
}, async () => {
  const files = {
    'hugo.toml': `${ONLY_PAGES}title = "root"\n[params]\nonly = "root"\n`,
    'config/_default/config.yaml': 'title: config\n',
    'config/_default/hugo.toml': 'title = "default"\n[params]\na = 1\nB = 2\n',
    'config/_default/params.toml': 'b = 3\nCc = 4\n[sub]\nD = 1\n',
    'config/_default/params.yaml': 'cC: 5\n',
    'config/_default/more/params.json': '{"b": 7}',
    'config/_default/menus.toml': '[[main]]\nname = "News"\nurl = "/news/"\n',
    'config/_default/languages.zh-cn.toml': 'title = "中"\nweight = 2\n',
    'config/_default/languages.toml': '[en]\nweight = 1\n',
    'config/_default/params.zh-CN.toml': 'b = "zh"\n',
    'config/production/hugo.yaml': 'title: production\n',
    'layouts/index.html':
      '{{ dict "title" site.Title "params" site.Params "language" site.Language.Params "main" (index site.Menus.main 0).Name | jsonify }}',
  };
  const site = await siteOf(files);
  withBuild(files, [], ({ log, published }) => {
    const real = JSON.parse(published('index.html') ?? log);
    assert.equal(site.title, real.title);
    assert.deepEqual({ ...site.params, weight: 1 }, { ...real.params });
    assert.equal(site.menus.get('main')?.[0]?.name, real.main);
    const chinese = published('zh-cn/index.html') ?? '';
    assert.match(chinese, /"b":"zh"/);
  });
  assert.deepEqual(site.languages.find(({ code }) => code === 'zh-cn')?.params, { b: 'zh' });
  assert.equal(site.languages.find(({ code }) => code === 'zh-cn')?.title, '中');
});

test('a broken configuration is named, with the line, and the rest counts', async () => {
  const broken: [string, string, RegExp][] = [
    ['hugo.toml', 'title = "x\nfoo', /hugo\.toml and builds nothing: line 1,/],
    ['hugo.yaml', 'title: "x\nfoo: - ', /hugo\.yaml and .*line \d/],
    ['hugo.json', '{title', /hugo\.json/],
    ['hugo.yaml', '- a\n- b\n', /holds no settings/],
    ['hugo.toml', '\uFEFFtimeZone = "UTC"', /byte order mark/],
    ['config/_default/params.toml', 'x = =', /params\.toml and .*line 1,/],
  ];
  for (const [name, text, says] of broken) {
    const files: FileRecord = { 'config/_default/languages.toml': '[en]\n', [name]: text };
    const site = await siteOf(files);
    assert.equal(site.problems.length, 1, name);
    assert.equal(site.problems[0]?.path, name);
    assert.match(english(site.problems[0]!.message), says);
    assert.equal(site.found, true);
    assert.equal(site.timeZone, 'UTC');
  }
});

test('what Hugo refuses to build is a problem: a broken file, no such language, no such time zone', {
  skip: skipWithoutHugo,
}, async () => {
  const lost = 'defaultContentLanguage = "zh-CN"\n[languages.zh-CN]\nweight = 1\n';
  assert.match(
    english((await siteOf({ 'hugo.toml': lost })).problems[0]!.message),
    /are not published\. Write "zh-cn"/,
  );
  assert.deepEqual((await siteOf({ 'hugo.toml': `${lost}contentDir = "content/zh"\n` })).problems, []);
  const fine = ['', 'timeZone = "Asia/Shanghai"\n', 'defaultContentLanguage = "zh-cn"\n[languages.zh-CN]\n'];
  const refused = [
    'defaultContentLanguage = "zh-CN"\n',
    'timeZone = "Foo/Bar"\n',
    'defaultContentLanguage = "fr"\n[languages.en]\n',
    'x = =\n',
    '\uFEFFtitle = "x"\n',
  ];
  for (const text of [...fine, ...refused]) {
    const files = { 'hugo.toml': text, 'layouts/index.html': 'x' };
    const { problems } = await siteOf(files);
    const status = withBuild(files, [], (build) => build.status);
    assert.equal(status === 0, refused.indexOf(text) < 0, text);
    assert.equal(problems.length === 0, status === 0, text);
  }
});

test('any text as configuration gives a site', async () => {
  const texts = [
    '',
    '\0',
    '{',
    '[',
    '---',
    'a = 1\na = 2',
    '[languages]\nen = 5',
    'languages: [a]',
    'module: 5',
    'menu: {main: 5}',
  ];
  const odd = [
    'params: [1]',
    'taxonomies: x',
    'permalinks: {a: 5}',
    'cascade: 7',
    'theme: {a: 1}',
    'staticDir: 5',
    '? a\n: b',
  ];
  for (const name of NAMES) {
    for (const text of [...texts, ...odd]) {
      const site = await siteOf({ [name]: text });
      assert.equal(site.languages.length >= 1, true, `${name}: ${text}`);
    }
  }
});

test('languages are in the order of their weights, else of their codes', { skip: skipWithoutHugo }, async () => {
  const weights = { 'zh-CN': [2, 0], En: [9, 0], ja: [5, 0], ko: [3, 0] };
  for (const n of [0, 1]) {
    const languages = Object.entries(weights).map(([code, weight]) => `[languages.${code}]\nweight = ${weight[n]}\n`);
    const off = 'disableLanguages = ["fr"]\n[languages.fr]\n[languages.de]\ndisabled = true\n';
    const files = {
      'hugo.toml': `${ONLY_PAGES}defaultContentLanguage = "zh-cn"\n${off}${languages.join('')}`,
      'layouts/index.html': '{{ range site.Languages }}{{ .Lang }} {{ end }}',
    };
    const site = await siteOf(files);
    const codes = site.languages.map(({ code }) => code);
    withBuild(files, [], ({ published }) => assert.equal(published('index.html')?.trim(), codes.join(' ')));
    assert.deepEqual(site.disabledLanguages, ['fr', 'de']);
    assert.equal(site.defaultLanguage, 'zh-cn');
  }
});

test('a configured mount replaces the default folder of its kind only', async () => {
  const site = await siteOf({
    'hugo.toml':
      '[[module.mounts]]\nsource = "./pictures/"\ntarget = "static/img"\n[[module.mounts]]\nsource = "cn"\ntarget = "content"\nlang = "zh-CN"\n',
  });
  const of = (target: string) => site.mounts.filter((mount) => mount.target.split('/')[0] === target);
  assert.deepEqual(of('static'), [{ source: 'pictures', target: 'static/img', language: undefined }]);
  assert.deepEqual(of('content'), [{ source: 'cn', target: 'content', language: 'zh-cn' }]);
  assert.deepEqual(of('layouts'), [{ source: 'layouts', target: 'layouts', language: undefined }]);
});

test('content folders of languages, static folders and the theme’s folders are mounts too', async () => {
  const site = await siteOf({
    'hugo.toml':
      'staticDir = ["s1", "s2"]\ntheme = "t"\n[languages.zh-cn]\nweight = 1\ncontentDir = "content/zh"\n[languages.en]\nweight = 2\n',
  });
  const sources = (target: string) => site.mounts.filter((m) => m.target === target).map((m) => [m.source, m.language]);
  assert.deepEqual(sources('static'), [
    ['s1', undefined],
    ['s2', undefined],
    ['themes/t/static', undefined],
  ]);
  assert.deepEqual(sources('content'), [
    ['content/zh', 'zh-cn'],
    ['content', 'en'],
    ['themes/t/content', undefined],
  ]);
});

test('[frontmatter] names the fields of the date; :default stands for Hugo’s own', async () => {
  const order = async (text: string) => (await siteOf({ 'hugo.toml': `[frontmatter]\n${text}\n` })).dateOrder;
  assert.deepEqual(await order('date = ["myDate", ":filename", ":default"]'), [
    'mydate',
    ':filename',
    'date',
    'publishdate',
    'pubdate',
    'published',
    'lastmod',
    'modified',
  ]);
  assert.deepEqual(await order('date = [":fileModTime"]'), [':filemodtime']);
});

test('markup.goldmark decides how Markdown is read', async () => {
  const site = await siteOf({
    'hugo.yaml':
      'markup:\n  goldmark:\n    renderer: {unsafe: true, hardWraps: yes}\n    extensions:\n      typographer: false\n      definitionList: false\n      taskList: false\n    parser: {attribute: {title: false}}\n',
  });
  const { goldmark } = site.dialect;
  assert.deepEqual([site.unsafe, site.hardWraps], [true, true]);
  assert.deepEqual(
    [goldmark.typographer, goldmark.definitionList, goldmark.taskList, goldmark.headingAttributes],
    [false, false, false, false],
  );
  assert.deepEqual([goldmark.linkify, goldmark.table], [true, true]);
  const newer = await siteOf({ 'hugo.toml': '[markup.goldmark.extensions.typographer]\ndisable = true\n' });
  assert.equal(newer.dialect.goldmark.typographer, false);
});

test('widgets are those of the site and its theme; Mainroad’s are known without its folder, another theme’s are not', async () => {
  const widgets = async (files: FileRecord) => [...(await siteOf(files)).widgets].sort();
  const own = { 'layouts/partials/widgets/weather.html': '' };
  assert.deepEqual(
    await widgets({ 'hugo.toml': 'theme = "t"', ...own, 'themes/t/layouts/partials/widgets/a.html': '' }),
    ['a', 'weather'],
  );
  assert.deepEqual(await widgets({ 'hugo.toml': 'theme = "papermod"', ...own }), []);
  const mainroad = await widgets({ 'hugo.toml': '[[module.imports]]\npath = "github.com/vimux/mainroad"', ...own });
  assert.ok(mainroad.includes('weather') && mainroad.includes('taglist'));
});

test('shortcodes of the site and its theme', async () => {
  const site = await siteOf({
    'hugo.toml': 'theme = "t"',
    'layouts/shortcodes/card.html': '',
    'layouts/shortcodes/map.en.html': '',
    'layouts/shortcodes/media/video.html': '',
    'themes/t/layouts/shortcodes/note.html': '',
  });
  assert.deepEqual([...site.shortcodes].sort(), ['card', 'map', 'media/video', 'note']);
});

test('a theme’s own parameters and menus count where the site says nothing', { skip: skipWithoutHugo }, async () => {
  const files = {
    'hugo.toml': `${ONLY_PAGES}theme = "t"\n[params]\na = 1\n[params.s]\nx = 1\n`,
    'themes/t/hugo.toml':
      'title = "T"\n[params]\na = 2\nb = 3\n[params.s]\nx = 2\ny = 2\n[[menu.main]]\nname = "m"\nurl = "/"\n',
    'layouts/index.html': '{{ dict "params" site.Params "title" site.Title "menu" (len site.Menus.main) | jsonify }}',
  };
  const site = await siteOf(files);
  withBuild(files, [], ({ published }) => {
    const ours = { params: site.params, title: site.title, menu: site.menus.get('main')?.length };
    assert.deepEqual(ours, JSON.parse(published('index.html') ?? ''));
  });
});

test('sites are found at the root or up to three folders below it', async () => {
  const roots = (record: FileRecord) => findSiteRoots(filesOf(record));
  assert.deepEqual(await roots({ 'hugo.toml': '', 'exampleSite/hugo.toml': '' }), ['']);
  assert.deepEqual(await roots({ 'a/hugo.yaml': '', 'b/c/config/_default/params.toml': '', 'd/e/f/config.toml': '' }), [
    'a',
    'b/c',
    'd/e/f',
  ]);
  assert.deepEqual(await roots({ 'a/b/c/d/hugo.toml': '' }), []);
  assert.deepEqual(
    await roots({
      'node_modules/x/hugo.toml': '',
      'themes/t/hugo.toml': '',
      'public/hugo.toml': '',
      '.git/hugo.toml': '',
    }),
    [],
  );
  assert.deepEqual(await roots({ 'app/config.json': '{}' }), []);
  assert.deepEqual(await roots({ 'app/config.json': '{}', 'app/content/a.md': '' }), ['app']);
  assert.deepEqual(await roots({}), []);
});

test('reading a site never throws on files that cannot be read', async () => {
  const files = filesOf({ 'hugo.toml': 'theme = "t"', 'content/_index.md': '' });
  const site = await readSite({ ...files, read: async () => undefined, readEach: async () => {} });
  assert.equal(site.found, true);
});
