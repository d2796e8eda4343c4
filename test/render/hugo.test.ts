import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import { renderBody } from '../../src/render/body';
import { normalised } from '../support/dom';
import { corpusArticle, corpusHtml, corpusNames, readShared, skipWithoutShared } from '../support/paths';
import { siteOf } from '../support/siteOf';

interface Case {
  readonly id: string;
  readonly markdown: string;
  readonly hugo: string;
}

/** Hugo colours code of languages that it knows; we write it plain. */
const COLOURED = ['s142', 's143', 'x-code'];

test('the bodies of all reference articles are those that Hugo made', { skip: skipWithoutShared }, async () => {
  const site = await siteOf({});
  const different = corpusNames().filter((name) => {
    const html = renderBody({ article: articleOf(corpusArticle(name)), site, path: `content/${name}.md` });
    return normalised(html) !== normalised(corpusHtml(name));
  });
  assert.deepEqual(different, []);
});

test('every Markdown example gives what Hugo gives, but for the colours of code', {
  skip: skipWithoutShared,
}, async () => {
  const site = await siteOf({});
  const cases: readonly Case[] = JSON.parse(readShared('corpus/commonmark.json'));
  const different = cases.filter(({ markdown, hugo }) => {
    const article = articleOf(`---\ntitle: x\n---\n${markdown}`);
    return normalised(renderBody({ article, site, path: 'content/a.md' })) !== normalised(hugo);
  });
  assert.deepEqual(
    different.map(({ id }) => id),
    COLOURED,
  );
});
