import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readAll } from '../../src/catalog/build';
import type { Catalog } from '../../src/catalog/catalog';
import { createStore } from '../../src/catalog/store';
import { articleKindOf } from '../../src/hugo/articles';
import type { Site } from '../../src/hugo/site';
import { ROOT } from '../support/paths';
import { type FileRecord, filesOf, siteOf } from '../support/siteOf';
import { named, problemsIn } from './subjectOf';

const newsroom = path.join(ROOT, 'examples/newsroom');
const FAULTY = 'content/zh-CN/news/faulty/';

interface Newsroom {
  readonly record: FileRecord;
  readonly site: Site;
  readonly catalog: Catalog;
}

/** The sample site; pictures are there in name only. */
async function readNewsroom(): Promise<Newsroom> {
  const entries = readdirSync(newsroom, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const record = Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const isText = /\.(?:md|toml|ya?ml|json|html)$/.test(entry.name);
      return [path.relative(newsroom, file).split(path.sep).join('/'), isText ? readFileSync(file, 'utf8') : ''];
    }),
  );
  const site = await siteOf(record);
  const store = createStore(site.taxonomies.values(), site.timeZone, site);
  await readAll(filesOf(record), site, store);
  return { record, site, catalog: store.view() };
}

/** Problems of the articles that the path chooses, as `path: problem`. */
function problemsOfArticles({ record, site, catalog }: Newsroom, wanted: (path: string) => boolean): string[] {
  const world = { site, catalog, now: new Date('2026-06-01T00:00:00Z') };
  return Object.entries(record).flatMap(([file, text]) => {
    if (typeof text !== 'string' || !wanted(file) || articleKindOf(site, file) === undefined) return [];
    return named(text, problemsIn(text, { path: file, world })).map((one) => `${file}: ${one}`);
  });
}

test('the correct articles of the sample newsroom have no problem', async () => {
  const sample = await readNewsroom();
  assert.ok(sample.catalog.size > 40);
  assert.deepEqual(
    problemsOfArticles(sample, (file) => !file.startsWith(FAULTY)),
    [],
  );
});

test('each faulty article of the sample newsroom has the one fault that its name says', async () => {
  const sample = await readNewsroom();
  const found = problemsOfArticles(sample, (file) => file.startsWith(FAULTY) && !file.endsWith('_index.md'));
  assert.deepEqual(
    found.map((one) => one.slice(FAULTY.length).replace('.zh-CN.md', '')),
    [
      'boolean-in-quotes: boolean-in-quotes «"false"»',
      'date-in-chinese: unread-date «"2025年2月7日"»',
      'date-in-the-future: future-date «"2099-01-05T09:55:00+08:00"»',
      'literal-bold: literal-emphasis «**先把话说完。**»',
      'literal-bold: literal-emphasis «**“桥心站”**»',
      'missing-date: missing-date «---»',
      'missing-title: missing-title «---»',
      'sidebar-middle: unknown-sidebar «"middle"»',
      'slip-of-a-key: misspelled-key «catagories»',
      'tags-not-a-list: wrong-type «"城市更新"»',
      'unclosed-front-matter: unclosed-front-matter «本稿的错误：文首信息下面少了一行 `---`，Hugo 找不到正文从哪里开始，整个网站都无法生成。»',
      'unclosed-quote: unclosed-quote «"»',
      'unknown-widget: unknown-widget «"calendar"»',
    ],
  );
});
