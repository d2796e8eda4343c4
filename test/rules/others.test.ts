import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../src/catalog/build';
import { createStore } from '../../src/catalog/store';
import { readSite } from '../../src/hugo/readSite';
import { ONLY_PAGES, skipWithoutHugo, withBuild } from '../support/hugo';
import { filesOf } from '../support/siteOf';
import { problemsIn } from './subjectOf';

const page = (fields: string) => `---\ndate: 2024-01-01\n${fields}\n---\n正文。\n`;

/** Everything that two articles can have in common, and near misses. */
const SITE: Readonly<Record<string, string>> = {
  'hugo.toml': `${ONLY_PAGES}defaultContentLanguage = "zh-cn"
[languages.zh-cn]
weight = 1
[[languages.zh-cn.menu.main]]
name = "关于"
url = "/about/"
[[languages.zh-cn.menu.main]]
name = "联系"
identifier = "contact"
url = "/contact/"
[languages.en]
weight = 2
`,
  'layouts/_default/single.html': '[{{ .File.Path }}]',
  'layouts/_default/list.html': 'x',
  'layouts/index.html': '{{ range site.Menus.main }}({{ .URL }}){{ end }}',
  'content/n/a.md': page('title: 同题\nmenu: ""'),
  'content/n/b.md': page('title: 同题\nmenu: ""'),
  'content/n/c.en.md': page('title: 同题\nmenu: ""'),
  'content/n/d.md': page('title: 同题\nmenu: ""\ndraft: true'),
  'content/n/e.md': page('title: 戊\nslug: same'),
  'content/n/f.md': page('title: 己\nurl: n/same'),
  'content/n/g.en.md': page('title: 庚\nslug: same'),
  'content/n/Same.md': page('title: 大写'),
  'content/n/h.md': page('title: 辛\naliases: [/old/, up/, /n/k]'),
  'content/n/i.en.md': page('title: 壬\naliases: [/old, up, /n/l/]'),
  'content/n/j.md': page('title: 癸\naliases: /x.html /Old/'),
  'content/n/k.md': page('title: 子'),
  'content/n/l.md': page('title: 丑'),
  'content/n/m.md': page('title: 寅\nmenu: main'),
  'content/n/o.md': page('title: 卯\nmenu: [main, foot]\nlinkTitle: 寅'),
  'content/n/p.md': page('title: 寅\nmenus: {Main: {name: 辰}}'),
  'content/n/q.md': page('title: 巳\nmenu: {main: {name: 辰, identifier: p}}'),
  'content/n/r.md': page('title: 关于\nmenu: main'),
  'content/n/s.md': page('title: 联系\nmenu: main'),
  'content/n/t.md': page('title: contact\nmenu: main'),
  'content/n/u.md': page('title: 午\nmenu: Main'),
  'content/n/v.en.md': page('title: 寅\nmenu: main'),
};

async function findings(): Promise<Map<string, string[]>> {
  const files = filesOf(SITE);
  const site = await readSite(files);
  const store = createStore(site.taxonomies.values(), site.timeZone, site);
  await readAll(files, site, store);
  const world = { site, catalog: store.view() };
  const found = new Map<string, string[]>();
  for (const [path, text] of Object.entries(SITE)) {
    if (!path.startsWith('content/')) continue;
    const problems = problemsIn(text, { path, world }).filter(({ rule }) => rule.startsWith('duplicate-'));
    const short = ({ rule, severity, related = [] }: (typeof problems)[number]) =>
      `${rule} ${severity} ${related.map((other) => other.path.slice('content/n/'.length)).join()}`.trim();
    if (problems.length > 0) found.set(path.slice('content/n/'.length), problems.map(short).sort());
  }
  return found;
}

test('what two articles have in common is a problem of both', async () => {
  assert.deepEqual(Object.fromEntries(await findings()), {
    'a.md': ['duplicate-menu-entry information b.md', 'duplicate-title information b.md'],
    'b.md': ['duplicate-menu-entry information a.md', 'duplicate-title information a.md'],
    'e.md': ['duplicate-url error Same.md,f.md'],
    'f.md': ['duplicate-url error Same.md,e.md'],
    'Same.md': ['duplicate-url error e.md,f.md'],
    'h.md': ['duplicate-alias warning i.en.md', 'duplicate-alias warning k.md'],
    'i.en.md': ['duplicate-alias error l.md', 'duplicate-alias warning h.md'],
    'l.md': ['duplicate-alias error i.en.md'],
    'm.md': ['duplicate-menu-entry warning o.md', 'duplicate-title information p.md'],
    'o.md': ['duplicate-menu-entry warning m.md'],
    'p.md': ['duplicate-title information m.md'],
    'r.md': ['duplicate-menu-entry warning'],
    't.md': ['duplicate-menu-entry warning'],
  });
});

test('an article is lost, or not in the menu, just where a problem says so', { skip: skipWithoutHugo }, async () => {
  const found = await findings();
  withBuild(SITE, [], ({ status, log, published }) => {
    assert.equal(status, 0, log);
    const warned = [...log.matchAll(/n\/([\w.]+\.md):1:1": duplicate menu entry/g)].map(([, name]) => name);
    for (const name of warned)
      assert.ok(
        found.get(name!)?.some((one) => one.startsWith('duplicate-menu-entry')),
        name,
      );
    assert.deepEqual(warned.sort(), ['b.md', 'o.md', 'r.md', 't.md']);
    const pages: Readonly<Record<string, string>> = {
      'n/same/': 'Same.md,e.md,f.md',
      'n/l/': 'i.en.md',
      'n/k/': 'k.md',
    };
    assert.match(published('n/same/index.html') ?? '', /\[n\/(?:e|f|Same)\.md\]/, pages['n/same/']);
    assert.match(
      published('n/l/index.html') ?? '',
      /url=https?:\/\/[^"]*\/en\/n\/i\/|url=\/en\/n\/i\//,
      'lost to an alias',
    );
    assert.match(published('n/k/index.html') ?? '', /\[n\/k\.md\]/);
    assert.match(published('en/n/same/index.html') ?? '', /\[n\/g\.en\.md\]/);
    assert.match(published('Old/index.html') ?? '', /\/n\/j\//);
    assert.ok(published('en/n/up/index.html') && published('n/up/index.html') && published('x.html'));
  });
});
