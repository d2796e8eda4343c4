// The language client knows every feature of the protocol; ours leaves out the ones that our server does not have, for a
// smaller bundle and less memory in the extension host. When the server learns one of these, take it from the list.
import { readFile } from 'node:fs/promises';

const UNUSED = [
  ...['callHierarchy', 'codeLens', 'colorProvider', 'declaration', 'diagnostic', 'fileOperations', 'formatting'],
  ...['implementation', 'inlayHint', 'inlineCompletion', 'inlineValue', 'linkedEditingRange', 'notebook'],
  ...['semanticTokens', 'signatureHelp', 'textDocumentContent', 'typeDefinition', 'typeHierarchy'],
];
const FEATURE = new RegExp(`vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](?:${UNUSED.join('|')})\\.js$`);
const IDLE =
  'class Idle { fillClientCapabilities() {} initialize() {} getState() { return { kind: "static" }; } clear() {} }';

/** package.json asks for a newer VS Code than the language client does, so its own look at the version is idle too. */
const VERSION = 'module.exports = () => ({ prerelease: [] });';

/** @type {import('esbuild').Plugin} */
export const leanClient = {
  name: 'lean-client',
  setup(build) {
    build.onLoad({ filter: FEATURE }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const names = new Set([...source.matchAll(/^exports\.(\w+Feature) = /gm)].map(([, name]) => name));
      if (names.size === 0) throw new Error(`${path} exports no feature.`);
      return {
        contents: `${IDLE}\n${[...names].map((name) => `exports.${name} = class extends Idle {};`).join('\n')}`,
      };
    });
    build.onLoad({ filter: /[\\/]semver[\\/]functions[\\/](?:parse|satisfies)\.js$/ }, () => ({ contents: VERSION }));
  },
};
