import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf } from '../src/article/articleOf';
import { briefOf } from '../src/article/brief';
import { readAll } from '../src/catalog/build';
import { pageContextOf } from '../src/catalog/pageContext';
import { createStore } from '../src/catalog/store';
import { parseSettings } from '../src/project/settings';
import { renderPage } from '../src/render/page';
import { WORLD } from './rules/subjectOf';
import { Pipeline } from './support/pipeline';
import { bodyOf, previewOf } from './support/renderArticle';
import { filesOf, siteOf } from './support/siteOf';

/** Runs everything over a text, and fails when it has run or changed anything. */
function survives(text: string): Pipeline {
  const before = builtIns();
  const pipeline = new Pipeline(text);
  pipeline.actions(pipeline.problems());
  for (let offset = 0; offset <= Math.min(text.length, 400); offset++) {
    pipeline.completeAt(offset);
    pipeline.hoverAt(offset);
  }
  pipeline.preview();
  pipeline.body();
  pipeline.brief();
  assert.deepEqual(builtIns(), before);
  assert.equal((globalThis as { hacked?: unknown }).hacked, undefined, 'something was run');
  return pipeline;
}

/** What every object would have if it were written to the prototype of all. */
function builtIns(): string[] {
  return [Object.prototype, Array.prototype, Function.prototype].flatMap((of) => Object.getOwnPropertyNames(of));
}

const RUN = 'globalThis.hacked = 1';

test('a language after the fence is never run', () => {
  for (const language of ['js', 'javascript', 'coffee', 'cson', 'json', 'toml', 'yaml', '__proto__', 'constructor'])
    for (const line of [`---${language}`, `--- ${language}`, `---\t${language}`, `+++${language}`]) {
      const { article } = survives(`${line}\n${RUN}\n${line.slice(0, 3)}\n\nText.\n`);
      assert.ok(article.frontMatter.problems.length > 0, line);
    }
  survives(`---js\nmodule.exports = (${RUN})\n---\n`);
  survives(';;;\ntitle: a\n;;;\n');
});

test('tags of YAML that make functions or objects elsewhere are only text', () => {
  const values = [
    `!!js/function 'function () { ${RUN} }()'`,
    `!!js/undefined ''`,
    `!!js/regexp /(a+)+$/`,
    `!!python/object/apply:os.system ["touch /tmp/hacked"]`,
    `!!python/object:os.system {}`,
    `!<tag:yaml.org,2002:js/function> "${RUN}"`,
    `!ruby/object:Gem::Installer {i: x}`,
    `!!binary "AAAA"`,
    '!!set {a, b}',
    '!!omap [a: 1]',
    '!!timestamp 2001-12-14t21:59:43.10-05:00',
  ];
  for (const value of values) survives(`---\ntitle: ${value}\ntags: [${value}]\nx:\n  - ${value}\n---\n\nText.\n`);
});

const EVIL = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

test('fields with the names of what every object has are fields like any other', () => {
  for (const key of EVIL) {
    const yaml = survives(
      `---\n${key}: {polluted: 1}\n${key}.polluted: 1\ntags: [${key}]\n---\n\n{{< param ${key} >}}\n`,
    );
    assert.equal(yaml.article.frontMatter.fields[0]?.key, key);
    assert.equal(yaml.brief().terms.get('tags')?.[0], key);
    survives(`---\n? ${key}\n: polluted: 1\n<<: {${key}: {polluted: 1}}\n---\n`);
    survives(`+++\n${key} = {polluted = 1}\n[${key}2.${key}]\npolluted = 1\n+++\n`);
    survives(`{"${key}": {"polluted": 1}, "a": {"${key}": {"polluted": 1}}}\n\nText.\n`);
    survives(`---\ntitle: T\n---\n\n# ${key}\n\n# ${key}\n\n[${key}]\n\n[${key}]: /x\n\na[^${key}]\n\n[^${key}]: b\n`);
    survives(`---\ntitle: T\n---\n\n{{< ${key} >}}\n\n{{< figure ${key}="x" >}}\n\n## A {${key}=x #${key}}\n`);
  }
});

test('a parameter that nobody set is nothing, whatever objects have', async () => {
  for (const key of EVIL) assert.equal((await bodyOf(`a{{< param ${key} >}}b`)).trim(), '<p>ab</p>');
});

test('HTML with attributes that every object has is shown', async () => {
  const files = { 'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true' };
  for (const key of EVIL) {
    const html = `<p ${key}="x" class=y>word</p>\n\na <b ${key}=x>bold</b> <${key}>\n\n## H {${key}=x}`;
    assert.match(await previewOf(html, { files }), /word[\s\S]*bold/);
    assert.match(await bodyOf(html, { files }), /word[\s\S]*bold/);
  }
});

test('a site configuration does not change what all objects have', async () => {
  const before = builtIns();
  for (const key of EVIL) {
    const maps: Record<string, string> = {
      'hugo.json': `{"${key}": {"polluted": 1}, "params": {"${key}": {"polluted": 1}}, "languages": {"${key}": {"weight": 1}}, "taxonomies": {"${key}": "${key}"}, "permalinks": {"${key}": "/:title/"}}`,
      'hugo.yaml': `${key}: {polluted: 1}\nparams:\n  ${key}: {polluted: 1}\nlanguages:\n  ${key}: {weight: 1}\ntaxonomies:\n  ${key}: ${key}\n`,
      'hugo.toml': `${key} = {polluted = 1}\n[params.${key}]\npolluted = 1\n[languages.${key}]\nweight = 1\n[taxonomies]\n${key} = "${key}"\n`,
    };
    for (const [name, text] of Object.entries(maps)) {
      const files = {
        [name]: text,
        [`config/_default/params.${name.slice(5)}`]: name === 'hugo.json' ? `{"${key}": {"polluted": 2}}` : '',
        'content/a.md': `---\ntitle: T\n${key}: [${key}]\ncascade:\n  ${key}: x\n---\n{{< param ${key} >}}`,
      };
      const site = await siteOf(files);
      const store = createStore([...site.taxonomies.values()]);
      await readAll(filesOf(files), site, store, {});
      const article = articleOf(files['content/a.md']!, site.dialect);
      const context = pageContextOf(store.view(), site, 'content/a.md');
      assert.ok(renderPage({ article, site, path: 'content/a.md', context }).length > 100);
    }
  }
  assert.deepEqual(builtIns(), before);
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
});

test('settings do not change what all objects have', () => {
  const before = builtIns();
  for (const key of EVIL) {
    const raw: unknown = JSON.parse(
      `{"${key}": {"polluted": 1}, "rules": {"${key}": "off", "a": {"${key}": 1}}, "images": {"${key}": []}}`,
    );
    const { project } = parseSettings(raw);
    assert.equal(project.severities.get(key), 'off');
    assert.equal(project.images.remote, parseSettings({}).project.images.remote);
  }
  assert.deepEqual(builtIns(), before);
});

test('numbers without end, and dates beyond all calendars, are read', () => {
  const numbers = [
    '9'.repeat(10_000),
    '1e999',
    '-1e-999',
    `0x${'f'.repeat(5000)}`,
    '.inf',
    '-.INF',
    '.nan',
    '1_'.repeat(1000),
    `0b${'1'.repeat(5000)}`,
    '-0',
    '1e308',
    '9007199254740993',
  ];
  for (const number of numbers) {
    survives(
      `---\ntitle: ${number}\ndate: ${number}\nweight: ${number}\ntags: [${number}]\nexpiryDate: ${number}\n---\n\n${number}. a\n`,
    );
    survives(`{"title": "T", "date": ${number}, "weight": ${number}}\n\nText.\n`);
    survives(`+++\ntitle = "T"\ndate = ${number}\nweight = ${number}\n+++\n`);
  }
  for (const date of [
    '275760-09-14',
    '0000-00-00',
    '-000001-01-01',
    '9999-12-31T23:59:60Z',
    '2025-02-07T19:11:57+99:99',
  ])
    survives(`---\ntitle: T\ndate: "${date}"\n---\n`);
});

test('a date that is far too large in one article does not keep others from their tags', async () => {
  const files = { 'content/a.md': '---\ntitle: a\ndate: 20250207191157\ntags: [urban]\n---\n' };
  const site = await siteOf(files);
  const store = createStore([...site.taxonomies.values()]);
  await readAll(filesOf(files), site, store, {});
  const text = '---\ntitle: b\ntags: ["urban", "u"]\n---\n';
  const pipeline = new Pipeline(text, { ...WORLD, site, catalog: store.view() });
  assert.match(JSON.stringify(pipeline.hoverAt(text.indexOf('urban') + 1)), /1 article/);
  const alone = '---\ntitle: b\ntags: ["u"]\n---\n';
  const { items } = new Pipeline(alone, { ...WORLD, site, catalog: store.view() }).completeAt(alone.indexOf('u"]') + 1);
  assert.deepEqual(
    items.map(({ label }) => label),
    ['urban'],
  );
});

test('bytes and characters that are no text are survived', () => {
  const odd = [
    '\0',
    '\ud800',
    '\udfff',
    '\ufffe',
    '\uffff',
    '\u2028',
    '\u2029',
    '\x85',
    '\x7f',
    '\x1b[31m',
    '\u202e',
    '\ufeff',
    '\u{10ffff}',
  ];
  for (const c of odd) {
    survives(
      `---\ntitle: "a${c}b"\nurl: "/x${c}/"\nslug: "${c}"\ntags: ["${c}", "%${c}"]\n${c}key: x\nthumbnail: "/i${c}.png"\n---\n\na${c}b ![${c}](${c}.png) [a](<x${c}>)\n\n# ${c}\n\n{{< youtube "${c}" >}} {{< vimeo "${c}" >}} {{< gist "${c}" "${c}" >}} {{< tweet "${c}" >}} {{< ref "${c}.md" >}}\n`,
    );
    survives(`${c}---\ntitle: a\n---${c}\nText.`);
    survives(`---${c}\ntitle: a\n---\nText.`);
  }
  const bytes = new Uint8Array([
    0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x80, 0xc3, 0x28, 0x3a, 0x20, 0xed, 0xa0, 0x80, 0x0a, 0x2d, 0x2d, 0x2d, 0x0a,
  ]);
  assert.equal(briefOf('a.md', bytes, new Set()).title, '');
  survives(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  survives(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from({ length: 4096 }, (_, i) => (i * 197) & 255)),
  );
});
