// Parts of packages that Copydesk replaces and so never calls; bundles leave them out.
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
    // The same code as modules, from which what is not used falls away.
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: path.join(root, 'node_modules/yaml/browser/dist/index.js') }));
  },
};
