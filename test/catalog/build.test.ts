import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefOf } from '../../src/article/brief';
import type { Entry } from '../../src/base/files';
import { readAll } from '../../src/catalog/build';
import { createStore } from '../../src/catalog/store';
import { readSite } from '../../src/hugo/readSite';
import { type FileRecord, filesOf } from '../support/siteOf';

const article = (title: string, tags = '[]') => `---\ntitle: ${title}\ndate: 2024-01-01\ntags: ${tags}\n---\n正文\n`;

async function indexed(record: FileRecord): Promise<string[]> {
  const files = filesOf(record);
  const site = await readSite(files);
  const store = createStore(site.taxonomies.values());
  assert.equal(await readAll(files, site, store), true);
  assert.equal(store.view().complete, true);
  return [...store.view().all()].map((brief) => brief.path).sort();
}

test('every article under the content folders is read; sections and other files are not', async () => {
  const record = {
    'hugo.toml':
      '[languages.zh-cn]\nweight = 1\ncontentDir = "content/zh-CN"\n[languages.en]\nweight = 2\ncontentDir = "content/en"\n',
    'content/zh-CN/news/a.zh-cn.md': article('一'),
    'content/en/news/trip/index.md': article('Trip'),
    'content/en/news/_index.md': article('News'),
    'content/en/README.md': article('Read me'),
    'content/en/.draft.md': article('Hidden'),
    'content/en/b.md': 'no front matter',
    'content/loose.md': article('Nobody’s'),
    'archetypes/default.md': article('x'),
    'node_modules/x/content/c.md': article('x'),
  };
  assert.deepEqual(await indexed(record), [
    'content/en/b.md',
    'content/en/news/trip/index.md',
    'content/zh-CN/news/a.zh-cn.md',
  ]);
});

test('without a site every Markdown file with a title is an article', async () => {
  const record = {
    'a.md': article('A'),
    'x/b.md': article('B'),
    'notes.md': '# Notes\n',
    'README.md': article('x'),
    'public/c.md': article('x'),
  };
  assert.deepEqual(await indexed(record), ['a.md', 'x/b.md']);
});

test('a second reading forgets what is gone and keeps what an editor holds', async () => {
  const record: Record<string, string> = {
    'hugo.toml': '',
    'content/a.md': article('A'),
    'content/b.md': article('B', '[x]'),
  };
  const files = filesOf(record);
  const site = await readSite(files);
  const store = createStore(site.taxonomies.values());
  await readAll(files, site, store);
  store.override('content/a.md', briefOf('content/a.md', article('Typed', '[yy]'), store.fields));
  delete record['content/b.md'];
  delete record['content/a.md'];
  await readAll(files, site, store);
  assert.deepEqual(
    [...store.view().all()].map(({ title }) => title),
    ['Typed'],
  );
  assert.deepEqual(store.view().terms('tags'), [{ name: 'yy', count: 1, last: Date.parse('2024-01-01') }]);
});

test('progress is told, other work goes on between batches, and cancelling stops it', async () => {
  const record: Record<string, string> = { 'hugo.toml': '' };
  for (let i = 0; i < 1000; i++) record[`content/${i}.md`] = article(`${i}`);
  const files = filesOf(record);
  const site = await readSite(files);
  const told: string[] = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const store = createStore(site.taxonomies.values());
  await readAll(files, site, store, { onProgress: (done, total) => told.push(`${done}/${total}`) });
  clearInterval(timer);
  assert.deepEqual(told, ['200/1000', '400/1000', '600/1000', '800/1000', '1000/1000']);
  assert.ok(turns >= 3, `${turns} turns`);
  const other = createStore(site.taxonomies.values());
  let batches = 0;
  assert.equal(
    await readAll(files, site, other, { onProgress: () => batches++, cancelled: () => batches === 2 }),
    false,
  );
  assert.deepEqual([other.view().size, other.view().complete], [400, false]);
});

test('10,000 articles are indexed in under a second of work', async (t) => {
  const record: Record<string, Uint8Array> = { 'hugo.toml': new TextEncoder().encode('timeZone = "Asia/Shanghai"\n') };
  for (let i = 0; i < 10_000; i++) record[`content/news/s${i % 50}/${i}.md`] = new TextEncoder().encode(newsOf(i));
  const files = filesOf(record);
  const site = await readSite(files);
  const byFolder = new Map<string, readonly Entry[] | undefined>();
  const list = async (folder: string) => {
    if (!byFolder.has(folder)) byFolder.set(folder, await files.list(folder));
    return byFolder.get(folder);
  };
  const times: number[] = [];
  for (let run = 0; run < 4; run++) {
    const store = createStore(site.taxonomies.values(), site.timeZone);
    const before = process.cpuUsage();
    await readAll({ ...files, list }, site, store);
    const { user, system } = process.cpuUsage(before);
    times.push(Math.round((user + system) / 1000));
    assert.equal(store.view().size, 10_000);
    assert.deepEqual(store.view().term('categories', 'qq')?.count, 10_000);
    assert.equal(store.view().terms('tags').length, 731);
  }
  t.diagnostic(`milliseconds of work: ${times.join(', ')}`);
  assert.ok(Math.min(...times) < 1000, `${times} ms`);
});

function newsOf(i: number): string {
  const date = `2025-0${1 + (i % 9)}-${String(1 + (i % 28)).padStart(2, '0')} 19:11:57`;
  return `---\ntitle: "第${i}篇报道"\ndate: "${date}"\nsummary: "……"\ncategories:\n  - "qq"\ntags:\n  - "t${i % 700}"\n  - "u${i % 31}"\nthumbnail: "https://example.org/${i}.jpg"\n---\n\n${'正文。'.repeat(400)}\n`;
}
