// Parts of packages that Copydesk replaces and so never calls; bundles leave them out.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const NOTHING = 'left-out';
const AT_FIRST_CALL = 'at-first-call';
const PANGU = JSON.stringify('./node_modules/pangu/dist/shared/index.js');

/** What stands in for each. */
const STAND_INS = {
  // gray-matter gets its engines from us; its own evaluate JavaScript and bring a second YAML reader.
  engines: 'module.exports = {};',
  // Copydesk never hands gray-matter a file to read.
  fs: 'module.exports = {};',
  // remark's reader is replaced by src/goldmark, and nothing is written back as Markdown.
  'remark-parse': 'export default function () {}',
  'remark-stringify': 'export default function () {}',
};

/** Features of the protocol that our server does not offer. When it learns one of these, take it from the list. */
const UNUSED = [
  ...['callHierarchy', 'diagnostic', 'fileOperations', 'foldingRange', 'inlayHint', 'inlineCompletion', 'inlineValue'],
  ...['linkedEditingRange', 'moniker', 'notebook', 'semanticTokens', 'textDocumentContent', 'typeHierarchy'],
];
const FEATURE = new RegExp(`vscode-languageserver[\\\\/]lib[\\\\/]common[\\\\/](?:${UNUSED.join('|')})\\.js$`);

/** @type {import('esbuild').Plugin} */
export const leaveOut = {
  name: 'leave-out',
  setup(build) {
    build.onResolve({ filter: /^remark-(parse|stringify)$/ }, ({ path: name }) => ({ path: name, namespace: NOTHING }));
    build.onResolve({ filter: /^(\.\/(lib\/)?engines|fs)$/ }, ({ path: name, importer }) =>
      /[\\/]gray-matter[\\/]/.test(importer) ? { path: path.basename(name), namespace: NOTHING } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: NOTHING }, ({ path: name }) => ({ contents: STAND_INS[name] }));
    // What only an optional rule needs is run when that rule first asks; and only the part that needs neither files nor a page.
    build.onResolve({ filter: /^pangu$/ }, ({ path: name }) => ({ path: name, namespace: AT_FIRST_CALL }));
    build.onLoad({ filter: /^pangu$/, namespace: AT_FIRST_CALL }, () => ({
      contents: `let pangu; export default { spacingText: (text) => (pangu ??= require(${PANGU}).pangu).spacingText(text) };`,
      resolveDir: root,
    }));
    build.onLoad({ filter: FEATURE }, async ({ path: file }) => {
      const names = [...(await readFile(file, 'utf8')).matchAll(/^const (\w+Feature) = /gm)].map(([, name]) => name);
      if (names.length === 0) throw new Error(`${file} has no feature.`);
      return { contents: names.map((name) => `exports.${name} = (Base) => Base;`).join('\n') };
    });
    // One copy, whichever patch release the packages that use it ask for.
    build.onResolve({ filter: /^vscode-languageserver-types$/ }, () => ({
      path: path.join(root, 'node_modules/vscode-languageserver-types/lib/esm/main.js'),
    }));
    // The same code as modules, from which what is not used falls away.
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: path.join(root, 'node_modules/yaml/browser/dist/index.js') }));
  },
};
