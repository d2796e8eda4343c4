import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf } from '../../src/article/articleOf';
import type { PageContext, PageLink } from '../../src/hugo/pageContext';
import { renderPage } from '../../src/render/page';
import { attributeOf, differences, documentElementsOf, type Element, normalisedDocument, textOf } from '../support/dom';
import { NO_CONTEXT } from '../support/noContext';
import { readShared, skipWithoutShared } from '../support/paths';
import { type FileRecord, siteOf } from '../support/siteOf';

const CONFIG = `title = "The Harbour"
[params]
  post_meta = ["date", "categories"]
[params.sidebar]
  single = "right"
  widgets = ["search"]
[author]
  name = "Lin"
  bio = "Writes *often*."
`;

async function page(
  frontMatter: string,
  files: FileRecord = {},
  context: PageContext = NO_CONTEXT,
): Promise<Element[]> {
  const site = await siteOf({ 'hugo.toml': CONFIG, ...files });
  const article = articleOf(`---\n${frontMatter}\n---\nBody.\n\n## Part one\n\n### Detail\n`);
  return documentElementsOf(renderPage({ article, site, path: 'content/news/a.md', context }));
}

function byClass(elements: readonly Element[], name: string): Element[] {
  return elements.filter((element) => attributeOf(element, 'class')?.split(' ').includes(name));
}

function textsOf(elements: readonly Element[], name: string): string[] {
  return byClass(elements, name).map((element) => textOf(element).trim());
}

/** What the page says of its neighbours, so that the rest of it can be compared. */
function contextFrom(html: string): PageContext {
  const elements = documentElementsOf(html);
  const link = (element: Element): PageLink => ({
    title: textOf(element).trim(),
    url: attributeOf(element, 'href') ?? '',
  });
  const neighbour = (rel: string): PageLink | undefined => {
    const [item] = byClass(elements, `pager__item--${rel}`);
    if (!item) return undefined;
    const [anchor] = item.childNodes.filter((node): node is Element => node.nodeName === 'a');
    const [title] = (anchor?.childNodes ?? []).filter((node): node is Element => node.nodeName === 'p');
    return anchor && title && { title: textOf(title), url: attributeOf(anchor, 'href') ?? '' };
  };
  const recent = byClass(elements, 'widget__link').filter((element) => !byClass([element], 'btn').length);
  const tags = byClass(elements, 'widget-taglist__link').map(link);
  const meta = elements.find((element) => attributeOf(element, 'property') === 'og:url');
  return {
    url: meta && attributeOf(meta, 'content'),
    previous: neighbour('prev'),
    next: neighbour('next'),
    recent: recent.map(link),
    terms: new Map([['tags', tags.map(({ title, url }) => ({ name: title, url, count: 1 }))]]),
  };
}

const PAGES = [
  ['35673991470', 'corpus/articles/35673991470.md'],
  ['35923668108', 'corpus/articles/35923668108.md'],
  ['seed', 'seed/article.md'],
] as const;

for (const [name, file] of PAGES) {
  test(`the page of ${name} is Hugo's to the last node`, { skip: skipWithoutShared }, async () => {
    const expected = readShared(`corpus/pages/${name}.html`);
    const site = await siteOf({ 'config.toml': readShared('corpus/pages/config.toml') });
    const path = `content/zh-cn/post/${name}.md`;
    const context = contextFrom(expected);
    const html = renderPage({ article: articleOf(readShared(file)), site, path, context, now: new Date('2026-05-05') });
    assert.deepEqual(differences(normalisedDocument(html), normalisedDocument(expected)), []);
  });
}

interface FrontMatterCase {
  readonly name: string;
  readonly text: string;
  readonly hugo: {
    readonly builds: boolean;
    readonly page: boolean;
    readonly title: string | null;
    readonly lead: string | null;
    readonly time: string | null;
    readonly cats: readonly string[];
    readonly thumb: string | null;
    readonly toc: boolean;
    readonly tags: readonly (readonly [string, string])[];
    readonly authorbox: boolean;
    readonly mathjax: boolean;
    readonly sidebar: string | null;
    readonly widgets: readonly string[];
  };
}

test('front matter shows on the page as Hugo showed it', { skip: skipWithoutShared }, async () => {
  const cases: readonly FrontMatterCase[] = JSON.parse(readShared('corpus/front-matter.json'));
  const config = readShared('corpus/pages/config.toml').replace(/\[languages[\s\S]*/, ''); // measured with one language
  const site = await siteOf({ 'config.toml': config });
  const wrong: Record<string, unknown> = {};
  for (const { name, text, hugo } of cases) {
    if (!hugo.builds || !hugo.page || hugo.title === null) continue;
    const seen = shown(
      documentElementsOf(renderPage({ article: articleOf(text), site, path: PATH, context: around(hugo) })),
    );
    for (const [key, value] of Object.entries(seen)) {
      const meant = decoded(hugo[key as keyof typeof seen]);
      if (JSON.stringify(value) !== JSON.stringify(meant)) wrong[`${name}: ${key}`] = [value, meant];
    }
  }
  assert.deepEqual(wrong, {});
});

const PATH = 'content/post/a.md';

/** The rest of the site, of which the measured page alone had the terms. */
function around({ tags, cats, widgets }: FrontMatterCase['hugo']): PageContext {
  const terms = (names: readonly string[]) => names.map((name) => ({ name, url: '/x/', count: 1 }));
  const own = widgets.includes('widget-taglist') ? tags.map(([, name]) => name) : [];
  const recent = widgets.includes('widget-recent') ? [{ title: 'x', url: '/x/' }] : [];
  return {
    ...NO_CONTEXT,
    recent,
    terms: new Map([
      ['tags', terms(own)],
      ['categories', terms(cats)],
    ]),
  };
}

/** The measurements were cut out of HTML as they stood there. */
function decoded<T>(value: T): T {
  const text = JSON.stringify(value).replace(/&(lt|gt|amp|#43|#34|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  return JSON.parse(text) as T;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', '#43': '+', '#34': '\\"', '#39': "'" };

function shown(elements: readonly Element[]) {
  const only = (name: string) => textsOf(elements, name)[0];
  const time = elements.find(({ tagName }) => tagName === 'time');
  const [thumb] = byClass(elements, 'thumbnail__image');
  const [sidebar] = byClass(elements, 'sidebar');
  return {
    title: only('post__title') ?? '',
    lead: only('post__lead') ?? null,
    time: (time && attributeOf(time, 'datetime')) ?? null,
    cats: textsOf(elements, 'meta__link'),
    thumb: (thumb && attributeOf(thumb, 'src')) ?? null,
    toc: byClass(elements, 'toc').length > 0,
    tags: byClass(elements, 'tags__link').map((tag) => [attributeOf(tag, 'href'), textOf(tag)]),
    authorbox: byClass(elements, 'authorbox').length > 0,
    mathjax: elements.some((element) => /mathjax/i.test(attributeOf(element, 'src') ?? '')),
    sidebar: (sidebar && attributeOf(sidebar, 'class')) ?? null,
    widgets: byClass(elements, 'widget').map((widget) => attributeOf(widget, 'class')?.split(' ')[0]),
  };
}

test('title and lead are text, whatever they hold', async () => {
  const elements = await page('title: "<b>A</b> & B"\nlead: "*not* emphasis"');
  assert.deepEqual(textsOf(elements, 'post__title'), ['<b>A</b> & B']);
  assert.deepEqual(textsOf(elements, 'post__lead'), ['*not* emphasis']);
});

test('the date is written as the theme writes it, with a second one when the article was changed later', async () => {
  const elements = await page('title: T\ndate: 2024-03-05T09:00:00+08:00\nlastmod: 2024-03-07T10:00:00+08:00');
  assert.deepEqual(textsOf(elements, 'meta__text'), ['March 05, 2024', '(Last Modified: March 07, 2024)']);
});

test('a date that Hugo cannot read is not shown', async () => {
  assert.deepEqual(byClass(await page('title: T\ndate: 2024/03/05'), 'meta__item-datetime'), []);
});

test('the contents list second and third level headings when the article asks for them', async () => {
  const elements = await page('title: T\ntoc: true');
  const [menu] = byClass(elements, 'toc__menu');
  assert.equal(menu && textOf(menu), 'Part oneDetail');
  assert.deepEqual(byClass(await page('title: T\ntoc: false'), 'toc'), []);
});

test('the author box speaks of the author of the site', async () => {
  const elements = await page('title: T\nauthorbox: true');
  assert.deepEqual(textsOf(elements, 'authorbox__name'), ['About Lin']);
  assert.deepEqual(textsOf(elements, 'authorbox__description'), ['Writes often.']);
});

test('what a section gives its articles counts as if the article said it', async () => {
  const files = { 'content/news/_index.md': '---\ncascade:\n  lead: From above\n---\n' };
  assert.deepEqual(textsOf(await page('title: T', files), 'post__lead'), ['From above']);
  assert.deepEqual(textsOf(await page('title: T\nlead: Own', files), 'post__lead'), ['Own']);
});

test('an unknown widget is named in a comment and does not stop the page', async () => {
  const elements = await page('title: T\nwidgets: [nonsense, search]');
  assert.equal(byClass(elements, 'widget').length, 1);
});
