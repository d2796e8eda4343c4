import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { CommandLine } from '../support/commandLine';
import { mutations, random } from '../support/mutations';
import { ROOT } from '../support/paths';

let desk: CommandLine;
const CACHE = '.copydesk-cache';

before(() => {
  desk = new CommandLine();
  cpSync(path.join(ROOT, 'examples/newsroom'), desk.at('site'), { recursive: true });
  const texts = readdirSync(desk.at('site/content'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(desk.at(`site/content/${name}`), 'utf8'));
  for (const [i, text] of mutations(texts, 25, 7).entries()) desk.put(`site/content/zh-CN/news/made/${i}.md`, text);
  desk.put('loose/a.md', texts[0]!);
  age();
});
after(() => desk.remove());

/** As if nobody had touched anything for a while: what was just written is not kept. */
function age(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
}

const report = (...args: string[]) => {
  const { out, err } = desk.run(['check', '.', '--format', 'json', ...args]);
  assert.equal(err, '');
  return out;
};
const plain = () => report('--jobs', '1');
const cached = () => report('--jobs', '1', '--cache');
const cacheText = () => desk.read(CACHE);

test('several threads find what one finds, in the same order', () => {
  const one = plain();
  assert.ok(JSON.parse(one).problems.length > 20);
  for (const jobs of ['2', '3', 'auto']) assert.equal(report('--jobs', jobs), one, jobs);
});

test('the parts of a matrix together find what one run finds', () => {
  const { files, problems } = JSON.parse(plain());
  const parts = [1, 2, 3].map((i) => JSON.parse(report('--shard', `${i}/3`)));
  assert.equal(
    parts.reduce((sum, part) => sum + part.files, 0),
    files,
  );
  const byPlace = (list: { file: string }[]) => list.map((problem) => JSON.stringify(problem)).sort();
  assert.deepEqual(byPlace(parts.flatMap((part) => part.problems)), byPlace(problems));
});

test('with the cache the same is found, the first time, the second, and with threads', () => {
  const expected = plain();
  assert.equal(cached(), expected);
  const written = cacheText();
  const kept = written.match(/"kept":/g)?.length ?? 0;
  assert.ok(kept > 0.8 * JSON.parse(expected).files, `${kept} articles are remembered`);
  assert.equal(cached(), expected);
  assert.equal(cacheText(), written, 'nothing new was written');
  assert.equal(report('--jobs', '2', '--cache'), expected);
  rmSync(desk.at(CACHE));
  assert.equal(report('--jobs', '2', '--cache'), expected);
});

test('whatever changes around articles, the cache says what is found without it', () => {
  const first = 'site/content/zh-CN/news/binhai/20251118A0BH10.zh-CN.md';
  const title = /title: .*/.exec(desk.read(first))![0];
  const config = desk.read('site/hugo.toml');
  const changes: readonly (readonly [what: string, change: () => void])[] = [
    [
      'an article comes that has the title of another',
      () => desk.put('site/content/zh-CN/news/made/twin.md', `---\n${title}\ndate: 2026-01-01\n---\n\n文。\n`),
    ],
    [
      'an article is linked to',
      () =>
        desk.put(
          'site/content/zh-CN/news/made/link.md',
          '---\ntitle: 链\ndate: 2026-01-01\n---\n\n[一]({{< ref "later.md" >}})\n',
        ),
    ],
    [
      'the article comes that was missing',
      () => desk.put('site/content/zh-CN/news/made/later.md', '---\ntitle: 后\ndate: 2026-01-01\n---\n\n文。\n'),
    ],
    ['it goes again', () => rmSync(desk.at('site/content/zh-CN/news/made/later.md'))],
    ['an article is changed', () => desk.put(first, desk.read(first).replace(title, 'title: 另\nsidebar: middle'))],
    ['the site has another widget', () => desk.put('site/layouts/partials/widgets/weather.html', 'x')],
    ['the configuration changes', () => desk.put('site/hugo.toml', config.replace(/^theme.*$/m, 'theme = "other"'))],
    ['the house has words', () => desk.put('site/copydesk.words.yaml', 'ban: [文]\n')],
    ['the project chooses', () => desk.put('site/copydesk.yaml', 'rules: {fields: hint}\n')],
    [
      'the project chooses a schema',
      () => {
        desk.put(
          'site/own.schema.json',
          '{"type": "object", "properties": {"title": {"type": "string", "maxLength": 4}}}',
        );
        desk.put('site/copydesk.yaml', 'schemas: [{files: "**/*.md", schema: own.schema.json}]\n');
      },
    ],
    [
      'the schema changes',
      () =>
        desk.put(
          'site/own.schema.json',
          '{"type": "object", "properties": {"title": {"type": "string", "maxLength": 8}}}',
        ),
    ],
    ['the schema goes', () => rmSync(desk.at('site/own.schema.json'))],
    ['the project chooses nothing', () => rmSync(desk.at('site/copydesk.yaml'))],
    ['the house bans a word', () => desk.put('site/copydesk.words.yaml', 'ban: [的]\n')],
    ['the house bans another', () => desk.put('site/copydesk.words.yaml', 'ban: [在]\n')],
    ['the house bans nothing', () => rmSync(desk.at('site/copydesk.words.yaml'))],
    ['the configuration is as it was', () => desk.put('site/hugo.toml', config)],
  ];
  const check = (...args: string[]) => desk.run(['check', '.', '--format', 'json', '--jobs', '1', ...args]).out;
  let before = check();
  let different = 0;
  for (const [what, change] of changes) {
    change();
    age();
    const now = check();
    if (now !== before) different++;
    assert.equal(check('--cache'), now, what);
    assert.equal(check('--cache'), now, `${what}, again`);
    before = now;
  }
  assert.ok(different >= 8, 'the changes matter');
});

test('random changes of articles, each with the cache of the ones before', () => {
  const next = random(11);
  const folder = 'site/content/zh-CN/news/made';
  const names = readdirSync(desk.at(folder));
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 5; i++) {
      const name = `${folder}/${names[Math.floor(next() * names.length)]}`;
      const [text = ''] = mutations([desk.read(name)], 1, Math.floor(next() * 1e9));
      if (next() < 0.2) rmSync(desk.at(name), { force: true });
      else desk.put(name, text);
      if (next() < 0.2) desk.put(name, desk.read(`${folder}/${names[0]}`));
      if (!readdirSync(desk.at(folder)).includes(path.basename(name))) desk.put(name, text);
    }
    const now = plain();
    assert.equal(cached(), now, `round ${round}, at once`);
    age();
    assert.equal(cached(), now, `round ${round}, later`);
  }
});

test('options and names count', () => {
  const severity = (...args: string[]) => JSON.parse(report('--cache', ...args)).problems[0].severity;
  assert.notEqual(severity(), undefined);
  const all = 'front-matter-syntax fields body links images text newsroom house'.split(' ');
  assert.equal(severity(...all.flatMap((group) => ['--rule', `${group}=hint`])), 'hint');
  desk.put('site/README.md', '# 无\n');
  age();
  const files = (...args: string[]) => desk.json(...args, '--cache').files;
  const inFolder = files('site');
  assert.equal(files('site/README.md'), 1);
  assert.equal(files('site'), inFolder);
  assert.equal(files('site/README.md'), 1);
});

test('an article of the same size and time as before, but with other words, is seen', () => {
  const name = 'site/content/zh-CN/news/made/twin.md';
  cached();
  const { atime, mtime } = statSync(desk.at(name));
  const text = desk.read(name);
  writeFileSync(desk.at(name), text.replace('date:', 'dote:'));
  utimesSync(desk.at(name), atime, mtime);
  assert.equal(cached(), plain());
  desk.put(name, text);
});

test('a cache that is cut off, foreign or of another build is as good as none', () => {
  age();
  // Written in one go, as it is when nothing is known.
  rmSync(desk.at(CACHE));
  const expected = plain();
  cached();
  const whole = cacheText();
  truncateSync(desk.at(CACHE), Math.floor(whole.length / 2));
  assert.equal(cached(), expected);
  for (const text of [
    '',
    'x',
    '{}',
    '\n{}',
    whole.replace('"packed":"[', '"packed":"'),
    whole.replace(/ [\w-]{27} /, ` ${'a'.repeat(27)} `),
  ]) {
    assert.ok(text !== whole);
    desk.put(CACHE, text);
    assert.equal(cached(), expected);
    assert.equal(cacheText(), whole, 'and is written again');
  }
});

test('a cache that cannot be written is told, and costs nothing else', { skip: process.platform === 'win32' }, () => {
  const { code, err, out } = desk.check('loose', '--format', 'json', '--cache-location', 'loose/a.md/cache');
  assert.equal(code, desk.check('loose').code);
  assert.match(err, /^copydesk: loose\/a\.md\/cache cannot be written: E/);
  assert.equal(JSON.parse(out).files, 1);
});
