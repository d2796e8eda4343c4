import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Import, importsIn } from './support/imports';
import { sources } from './support/templates';

/** Which folder of `src` may import which others: the table in docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  goldmark: [],
  article: ['base', 'goldmark'],
  schema: ['base', 'article'],
  project: ['base', 'schema'],
  hugo: ['base', 'article', 'project'],
  catalog: ['base', 'article', 'hugo'],
  rules: ['base', 'article', 'schema', 'project', 'hugo', 'catalog'],
  render: ['base', 'article', 'hugo'],
  features: ['base', 'article', 'schema', 'project', 'hugo', 'catalog', 'rules'],
  protocol: ['base'],
  platform: ['base', 'protocol'],
  server: [
    'base',
    'goldmark',
    'article',
    'schema',
    'project',
    'hugo',
    'catalog',
    'rules',
    'render',
    'features',
    'protocol',
  ],
  client: ['base', 'protocol'],
  webview: ['protocol'],
  cli: ['base', 'article', 'schema', 'project', 'hugo', 'catalog', 'rules', 'render', 'protocol', 'platform'],
};

/** Files that only connect; they may use Node and the platform. */
const ENTRIES = ['src/client/node.ts', 'src/server/node.ts', 'src/client/browser.ts', 'src/server/browser.ts'];

/** The files (or folders) that own a package: to replace one, only these have to change. Packages of types only are free. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  yaml: [
    'src/article/frontMatter/yaml.ts',
    'src/article/frontMatter/comments.ts',
    'src/hugo/configFormats.ts',
    'src/project/yaml.ts',
  ],
  picomatch: ['src/project/globs.ts'],
  'gray-matter': ['src/article/frontMatter/matter.ts'],
  'smol-toml': ['src/article/frontMatter/toml.ts', 'src/hugo/configFormats.ts'],
  remark: ['src/article/body.ts'],
  'decode-named-character-reference': ['src/goldmark/escapes.ts'],
  'mdast-util-to-hast': ['src/render/body/tree.ts'],
  'hast-util-to-html': ['src/render/hast.ts'],
  'hast-util-sanitize': ['src/render/'],
  ignore: ['src/cli/gitignore.ts'],
  diff: ['src/cli/diff.ts'],
  '@cfworker/json-schema': ['src/schema/validator.ts'],
  pangu: ['src/rules/spacing.ts'],
  morphdom: ['src/webview/patch.ts'],
  vscode: ['src/client/'],
  'vscode-languageclient': ['src/client/'],
  'vscode-languageserver': ['src/server/'],
  'vscode-languageserver-textdocument': ['src/server/'],
  'vscode-languageserver-types': ['src/features/', 'src/server/'],
};
const TYPES = new Set(['mdast', 'hast', 'unist', 'unified']);

type Check = (files: ReadonlyMap<string, string>) => string[];

const folderOf = (file: string): string => file.split('/')[1]!;
const show = ({ from, to }: Import): string => `${from} → ${'file' in to ? to.file : to.name}`;

const walls: Check = (files) =>
  importsIn(files)
    .filter((one) => {
      if (!('file' in one.to) || !one.to.file.startsWith('src/')) return false;
      const [from, to] = [folderOf(one.from), folderOf(one.to.file)];
      if (from === to) return false;
      if (from === 'webview') return to !== 'protocol' || !one.typeOnly;
      if (to === 'platform' && ENTRIES.includes(one.from)) return false;
      // The tree's own node types go where the tree goes.
      if (to === 'goldmark' && one.typeOnly && MAY_IMPORT[from]?.includes('article')) return false;
      if (to === 'server' && one.from === 'src/cli/lsp.ts') return false;
      return !MAY_IMPORT[from]?.includes(to);
    })
    .map(show);

const unknownFolders: Check = (files) =>
  [...files.keys()].filter((file) => MAY_IMPORT[folderOf(file)] === undefined && file.split('/').length > 2);

const builtins: Check = (files) =>
  importsIn(files)
    .filter(({ to }) => 'name' in to && to.name.startsWith('node:'))
    .filter(({ from }) => !/^src\/(?:platform\/node|cli)\//.test(from) && !ENTRIES.includes(from))
    .map(show);

const packages: Check = (files) =>
  importsIn(files)
    .filter(({ from, to, typeOnly }) => {
      if (!('name' in to) || to.name.startsWith('node:')) return false;
      const name = to.name
        .split('/')
        .slice(0, to.name.startsWith('@') ? 2 : 1)
        .join('/');
      if (TYPES.has(name)) return !typeOnly;
      return !OWNERS[name]?.some((owner) => from === owner || (owner.endsWith('/') && from.startsWith(owner)));
    })
    .map(show);

/** A rule is a file that `all.ts` lists. */
const rulesApart: Check = (files) => {
  const imports = importsIn(files).filter(({ from }) => from.startsWith('src/rules/'));
  const targets = (from: string) =>
    imports.flatMap((one) => (one.from === from && 'file' in one.to ? [one.to.file] : []));
  const rules = new Set(targets('src/rules/all.ts').filter((file) => file !== 'src/rules/rule.ts'));
  return imports.filter(({ from, to }) => rules.has(from) && 'file' in to && rules.has(to.file)).map(show);
};

/** Each circle of files that need one another to run, as `a → b → a`. Types may refer to each other: they are gone when the program runs. */
const cycles: Check = (files) => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of importsIn(files))
    if (!typeOnly && 'file' in to && files.has(to.file)) next.set(from, [...(next.get(from) ?? []), to.file]);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...way, file]);
    done.add(file);
  };
  for (const file of files.keys()) walk(file, []);
  return found;
};

const real = sources();

interface Wall {
  readonly name: string;
  readonly check: Check;
  /** Files that must not be: their text by path. */
  readonly planted: Readonly<Record<string, string>>;
}

const WALLS: readonly Wall[] = [
  {
    name: 'a folder imports only what the table allows',
    check: walls,
    planted: { 'src/base/planted.ts': "import { all } from '../rules/all';" },
  },
  {
    name: 'the client knows nothing of the server',
    check: walls,
    planted: { 'src/client/planted.ts': "import type { Article } from '../article/article';" },
  },
  {
    name: 'the webview takes only types',
    check: walls,
    planted: { 'src/webview/planted.ts': "import { parsePreview } from '../protocol/preview';" },
  },
  {
    name: 'the command line loads the server in one place',
    check: walls,
    planted: { 'src/cli/planted.ts': "const a = await import('../server/main');" },
  },
  { name: 'every folder has its place in the table', check: unknownFolders, planted: { 'src/misc/planted.ts': '' } },
  {
    name: 'Node is used in the platform, the command line and the entry files only',
    check: builtins,
    planted: { 'src/hugo/planted.ts': "import { readFileSync } from 'node:fs';" },
  },
  {
    name: 'a package is imported by the files that own it',
    check: packages,
    planted: { 'src/rules/planted.ts': "import { parse } from 'yaml';" },
  },
  {
    name: 'a package of types gives types only',
    check: packages,
    planted: { 'src/rules/planted.ts': "import { visit } from 'mdast';" },
  },
  {
    name: 'no rule imports another rule',
    check: rulesApart,
    planted: { 'src/rules/draft.ts': "import { expired } from './expired';" },
  },
  {
    name: 'no files import one another in a circle',
    check: cycles,
    planted: { 'src/base/a.ts': "import { b } from './b';", 'src/base/b.ts': "import { a } from './a';" },
  },
];

for (const { name, check, planted } of WALLS) {
  test(name, () => {
    assert.deepEqual(check(real), []);
  });
  test(`${name}: a violation is found`, () => {
    const found = check(new Map([...real, ...Object.entries(planted)]));
    const file = Object.keys(planted)[0]!;
    assert.ok(
      found.some((fault) => fault.includes(file)),
      `found ${found.join(', ') || 'nothing'}`,
    );
  });
}

test('imports are found in every form', () => {
  const files = new Map([
    [
      'src/a/a.ts',
      "import './b';\nimport {\n  c,\n} from '../c/c';\nexport { d } from '../d';\nimport type { E } from 'e';\nconst f = await import('f');\n// import g from 'g';\n",
    ],
    ['src/a/b.ts', ''],
  ]);
  assert.deepEqual(importsIn(files).map(show), [
    'src/a/a.ts → src/a/b.ts',
    'src/a/a.ts → src/c/c',
    'src/a/a.ts → src/d',
    'src/a/a.ts → e',
    'src/a/a.ts → f',
  ]);
});
