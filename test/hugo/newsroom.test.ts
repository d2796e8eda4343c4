import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readAll } from '../../src/catalog/build';
import { pageContextOf } from '../../src/catalog/pageContext';
import { createStore } from '../../src/catalog/store';
import { languageOf } from '../../src/hugo/articles';
import { readSite } from '../../src/hugo/readSite';
import { nodeFiles } from '../../src/platform/node/files';
import { realPages, skipWithoutHugo } from '../support/hugo';
import { ROOT } from '../support/paths';

test('the site and the catalog of the sample newsroom are Hugo’s', { skip: skipWithoutHugo }, async () => {
  const root = path.join(ROOT, 'examples/newsroom');
  const files = nodeFiles(root);
  const site = await readSite(files);
  assert.deepEqual(site.problems, []);
  const store = createStore(site.taxonomies.values(), site.timeZone);
  await readAll(files, site, store);
  const catalog = store.view();
  const copy: Record<string, string> = {};
  // Some articles are faulty on purpose, so that Hugo would build nothing.
  const articles = [...catalog.all()].filter(({ path: at }) => !/\/faulty\//.test(at));
  for (const at of [...articles.map((article) => article.path), 'hugo.toml']) {
    copy[at] = readFileSync(path.join(root, at), 'utf8');
  }
  const real = realPages({ ...copy, 'hugo.toml': copy['hugo.toml']?.replace(/^theme.*$/m, '') ?? '' });
  assert.equal(real.length, articles.length);
  assert.ok(articles.length >= 30);
  for (const { path: at, url, language, date } of real) {
    assert.equal(pageContextOf(catalog, site, at).url, url, at);
    assert.equal(languageOf(site, at).code, language, at);
    assert.equal((catalog.timeOf(at) ?? Number.NaN) / 1000, date, at);
  }
});
