import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../src/catalog/build';
import { pageContextOf } from '../../src/catalog/pageContext';
import { createStore } from '../../src/catalog/store';
import { readSite } from '../../src/hugo/readSite';
import { ONLY_PAGES, realPages, skipWithoutHugo } from '../support/hugo';
import { type FileRecord, filesOf } from '../support/siteOf';

async function worldOf(record: FileRecord) {
  const files = filesOf(record);
  const site = await readSite(files);
  const store = createStore(site.taxonomies.values(), site.timeZone);
  await readAll(files, site, store);
  return { site, catalog: store.view() };
}

const page = (title: string, date: string, more = '') => `---\ntitle: ${title}\ndate: ${date}\n${more}---\n`;
const SITE: Readonly<Record<string, string>> = {
  'hugo.toml':
    `${ONLY_PAGES}timeZone = "Asia/Shanghai"\n[languages.zh-cn]\nweight = 1\n[languages.en]\nweight = 2\n[params]\nmainSections = ["news"]\n[params.widgets]\nrecent_num = 2\n`.replace(
      '[languages',
      'defaultContentLanguage = "zh-cn"\n[languages',
    ),
  'content/news/a.md': page('A', '2024-01-01 10:00:00', 'tags: [AI, 港口]\n'),
  'content/news/b.md': page('B', '2024-01-01T03:00:00Z', 'tags: [ai]\n'),
  'content/news/c.md': page('C', '"nope"', 'tags: [C]\n'),
  'content/news/d.md': page('D', '2023-05-05'),
  'content/news/d2.md': page('D2', '2023-05-05'),
  'content/news/x.en.md': page('X', '2024-01-02', 'tags: [press]\n'),
  'content/news/sub/e.md': page('E', '2024-03-01'),
  'content/news/own/_index.md': page('Own', '2020-01-01'),
  'content/news/own/f.md': page('F', '2024-04-01'),
  'content/news/own/g/index.md': page('G', '2024-04-02'),
  'content/about.md': page('About', '2024-05-01'),
};

test('the neighbours in the section are those of Hugo’s pager', { skip: skipWithoutHugo }, async () => {
  const { site, catalog } = await worldOf(SITE);
  const pages = realPages(SITE).filter(({ path }) => !path.includes('_index'));
  assert.equal(pages.length, 10);
  for (const { path, prev, next, url } of pages) {
    const context = pageContextOf(catalog, site, path);
    const ours = { url: context.url, prev: context.previous?.url ?? '', next: context.next?.url ?? '' };
    assert.deepEqual(ours, { url, prev, next }, path);
  }
});

test('recent articles are the newest of the main sections, in the language of the page', async () => {
  const { site, catalog } = await worldOf(SITE);
  const titles = (path: string) => pageContextOf(catalog, site, path).recent.map(({ title }) => title);
  assert.deepEqual(titles('content/about.md'), ['G', 'F']);
  assert.deepEqual(titles('content/news/x.en.md'), ['X']);
});

test('terms are those of the language, by name; upper and lower case are one page', async () => {
  const { site, catalog } = await worldOf(SITE);
  const terms = (path: string) =>
    pageContextOf(catalog, site, path)
      .terms.get('tags')
      ?.map(({ name, url, count }) => [name, url, count]);
  assert.deepEqual(terms('content/news/a.md'), [
    ['AI', '/tags/ai/', 2],
    ['C', '/tags/c/', 1],
    ['港口', '/tags/%E6%B8%AF%E5%8F%A3/', 1],
  ]);
  assert.deepEqual(terms('content/news/x.en.md'), [['press', '/en/tags/press/', 1]]);
});

test('drafts are nobody’s neighbours; a page that is not in the catalog has no address', async () => {
  const { site, catalog } = await worldOf({
    'hugo.toml': '',
    'content/n/a.md': page('A', '2024-01-01'),
    'content/n/b.md': page('B', '2024-01-02', 'draft: true\n'),
    'content/n/c.md': page('C', '2024-01-03'),
  });
  assert.equal(pageContextOf(catalog, site, 'content/n/a.md').next?.title, 'C');
  assert.equal(pageContextOf(catalog, site, 'content/n/b.md').next?.title, 'C');
  const unknown = pageContextOf(catalog, site, 'content/n/new.md');
  assert.deepEqual([unknown.url, unknown.next, unknown.previous], [undefined, undefined, undefined]);
});

test('without a site there is a context as well', async () => {
  const { site, catalog } = await worldOf({ 'a.md': page('A', '2024-01-01'), 'b.md': page('B', '2024-01-02') });
  const context = pageContextOf(catalog, site, 'a.md');
  assert.equal(context.url, undefined);
  assert.deepEqual(
    context.recent.map(({ title }) => title),
    ['B', 'A'],
  );
});
