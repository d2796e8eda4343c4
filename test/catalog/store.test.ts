import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArticleBrief } from '../../src/article/brief';
import type { Catalog } from '../../src/catalog/catalog';
import type { Mark } from '../../src/catalog/marks';
import { type CatalogStore, createStore } from '../../src/catalog/store';
import { DEFAULT_SITE } from '../../src/hugo/readSite';
import type { Site } from '../../src/hugo/site';

interface Facts extends Pick<ArticleBrief, 'slug' | 'url' | 'aliases' | 'menus' | 'translationKey' | 'hidden'> {
  readonly date?: string;
  readonly tags?: readonly string[];
  readonly categories?: readonly string[];
  readonly title?: string;
}

function brief(
  path: string,
  { date = '', tags = [], categories = [], title = path, ...more }: Facts = {},
): ArticleBrief {
  const terms = new Map([
    ['tags', tags],
    ['categories', categories],
  ]);
  return { path, title, date, draft: false, thumbnail: '', terms, ...more };
}

const FIELDS = ['tags', 'categories'];
const counts = (catalog: Catalog, taxonomy = 'tags') =>
  catalog.terms(taxonomy).map(({ name, count }) => `${name} ${count}`);

test('terms are counted, most used first, then by name', () => {
  const store = createStore(FIELDS);
  store.put(brief('a.md', { tags: ['press', 'ai'] }));
  store.put(brief('b.md', { tags: ['ai', 'zoo', 'ai', ''] }));
  assert.deepEqual(counts(store.view()), ['ai 2', 'press 1', 'zoo 1']);
  assert.deepEqual(counts(store.view(), 'categories'), []);
  assert.deepEqual(store.view().terms('unheard'), []);
  assert.equal(store.view().term('tags', 'zoo')?.count, 1);
  assert.equal(store.view().term('tags', 'nope'), undefined);
});

test('the newest use of a term is known, and found again when it is gone', () => {
  const store = createStore(FIELDS, 'Asia/Shanghai');
  const last = () => store.view().term('tags', 'ai')?.last;
  store.put(brief('old.md', { tags: ['ai'], date: '2020-01-01' }));
  store.put(brief('new.md', { tags: ['ai'], date: '2024-01-01' }));
  store.put(brief('none.md', { tags: ['ai'], date: 'someday' }));
  assert.equal(last(), Date.parse('2024-01-01T00:00:00+08:00'));
  store.remove('new.md');
  assert.equal(last(), Date.parse('2020-01-01T00:00:00+08:00'));
  store.remove('old.md');
  assert.equal(last(), undefined);
  assert.equal(store.view().timeOf('none.md'), undefined);
});

test('an editor’s version lies over the disk until it is closed', () => {
  const store = createStore(FIELDS);
  store.put(brief('a.md', { tags: ['saved'] }));
  store.override('a.md', brief('a.md', { tags: ['typed'], title: 'Typed' }));
  assert.deepEqual([counts(store.view()), store.view().get('a.md')?.title], [['typed 1'], 'Typed']);
  store.put(brief('a.md', { tags: ['saved again'] }));
  assert.deepEqual(counts(store.view()), ['typed 1']);
  store.remove('a.md');
  assert.deepEqual([counts(store.view()), store.view().size], [['typed 1'], 1]);
  assert.deepEqual(
    [...store.overrides()].map(([path]) => path),
    ['a.md'],
  );
  store.override('a.md', undefined);
  assert.deepEqual([counts(store.view()), store.view().size], [[], 0]);
});

test('an article that is only in an editor is there too', () => {
  const store = createStore(FIELDS);
  store.override('new.md', brief('new.md', { tags: ['x'] }));
  const view = store.view();
  assert.deepEqual([view.size, [...view.all()].map(({ path }) => path), counts(view)], [1, ['new.md'], ['x 1']]);
});

test('a generation ends with a change, and not without one', () => {
  const store = createStore(FIELDS);
  store.put(brief('a.md', { tags: ['x'] }));
  const first = store.view();
  const terms = first.terms('tags');
  store.put(brief('a.md', { tags: ['x'] }));
  store.override('a.md', brief('a.md', { tags: ['x'] }));
  store.override('a.md', undefined);
  store.remove('nowhere.md');
  assert.equal(store.view(), first);
  store.put(brief('a.md', { tags: ['x'], title: 'Other' }));
  assert.notEqual(store.view().generation, first.generation);
  assert.equal(store.view().terms('tags'), terms, 'terms that did not change are not sorted again');
});

test('what articles have in common is known, and when one of several changes', () => {
  const store = createStore(FIELDS, 'UTC', SITE);
  const met = () => store.view().encounters;
  store.put(brief('content/a.md', { title: '同题' }));
  store.put(brief('content/b.md', { title: '乙', slug: 'c', aliases: ['/a', 'd'] }));
  assert.equal(met(), 0);
  store.override('content/c.md', brief('content/c.md', { title: ' 同题 ' }));
  const first = met();
  assert.ok(first > 0);
  assert.deepEqual(store.view().sharing('title', '同题'), ['content/a.md', 'content/c.md']);
  assert.deepEqual(store.view().sharing('url', '/c/'), ['content/b.md', 'content/c.md']);
  assert.deepEqual(store.view().sharing('alias', '/a/'), ['content/b.md']);
  assert.deepEqual(store.view().sharing('alias', '/d/'), ['content/b.md']);
  store.put(brief('content/z.md', { title: '丙' }));
  assert.equal(met(), first, 'an article by itself concerns no other');
  store.override('content/c.md', undefined);
  assert.ok(met() > first);
  assert.deepEqual(store.view().sharing('title', '同题'), ['content/a.md']);
  store.put(brief('content/a.md', { title: '同题', date: '2024-01-01' }));
  assert.deepEqual(store.view().sharing('title', '同题'), ['content/a.md']);
  store.remove('content/a.md');
  assert.deepEqual(store.view().sharing('title', '同题'), []);
});

test('a catalog is complete once the first reading is over', () => {
  const store = createStore(FIELDS);
  assert.equal(store.view().complete, false);
  store.complete();
  assert.equal(store.view().complete, true);
  store.put(brief('a.md'));
  assert.equal(store.view().complete, true);
});

/** Small numbers that repeat for a seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A site of two languages in one folder. */
const SITE: Site = {
  ...DEFAULT_SITE,
  languages: ['zh-cn', 'en'].map((code) => ({ ...DEFAULT_SITE.languages[0]!, code })),
  defaultLanguage: 'zh-cn',
};
const MARKS: readonly Mark[] = ['title', 'url', 'alias', 'entry', 'version'];
const KEYS = [
  ...['0', '1', '2', 'x', 'p0', 'p1', 'p2', 'p3'],
  ...['/p0/', '/p1/', '/p2/', '/p3/', '/en/p1/', '/s/', '/u/', '/old/', '/en/old/'],
];

function everything(catalog: Catalog): unknown {
  return {
    size: catalog.size,
    articles: [...catalog.all()]
      .map((article) => [article, catalog.timeOf(article.path)])
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    terms: FIELDS.map((field) => catalog.terms(field)),
    marks: MARKS.map((mark) => KEYS.map((key) => catalog.sharing(mark, key))),
    each: FIELDS.map((field) => catalog.terms(field).map(({ name }) => catalog.term(field, name))),
  };
}

test('after any changes the catalog equals one built afresh', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const next = random(seed);
    const some = (names: readonly string[]) => names.filter(() => next(3) === 0);
    const any = (path: string) =>
      brief(path, {
        date: ['', '2020-01-01', '2021-02-03 04:05:06', '2022-01-01', 'nope'][next(5)],
        tags: some(['a', 'b', 'c', 'd', 'a']),
        categories: some(['x', 'y']),
        title: [`${next(3)}`, ` ${next(3)}\n`][next(2)],
        ...(next(3) === 0 && { slug: 's' }),
        ...(next(6) === 0 && { url: '/u/' }),
        ...(next(3) === 0 && { aliases: some(['/old/', 'old', '/p1/']) }),
        ...(next(3) === 0 && { menus: [{ menu: '' }, { menu: 'main', entry: ['x', '1'][next(2)] }] }),
        ...(next(4) === 0 && { translationKey: ['x', 'p1'][next(2)] }),
        ...(next(6) === 0 && { hidden: true as const }),
      });
    const store = createStore(FIELDS, 'UTC', SITE);
    const disk = new Map<string, ArticleBrief>();
    const editors = new Map<string, ArticleBrief>();
    for (let step = 0; step < 120; step++) {
      const path = `content/p${next(4)}${['', '.en', '.zh-CN'][next(3)]}.md`;
      change({ store, disk, editors, path, what: next(4), fresh: any(path) });
      if (next(4) === 0) store.view().terms('tags');
      if (step % 10 !== 0) continue;
      const afresh = createStore(FIELDS, 'UTC', SITE);
      for (const article of disk.values()) afresh.put(article);
      for (const [at, article] of editors) afresh.override(at, article);
      assert.deepEqual(everything(store.view()), everything(afresh.view()), `seed ${seed}, step ${step}`);
    }
  }
});

interface Step {
  readonly store: CatalogStore;
  readonly disk: Map<string, ArticleBrief>;
  readonly editors: Map<string, ArticleBrief>;
  readonly path: string;
  readonly what: number;
  readonly fresh: ArticleBrief;
}

function change({ store, disk, editors, path, what, fresh }: Step): void {
  if (what === 0) {
    store.put(fresh);
    disk.set(path, fresh);
  } else if (what === 1) {
    store.remove(path);
    disk.delete(path);
  } else if (what === 2) {
    store.override(path, fresh);
    editors.set(path, fresh);
  } else {
    store.override(path, undefined);
    editors.delete(path);
  }
}
