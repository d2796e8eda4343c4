import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { IGrammar, IOnigLib, IRawGrammar, IToken } from 'vscode-textmate';
import { ROOT } from '../support/paths';

// Both packages are scripts for the browser too, whose exports Node cannot see from an ES module.
const require = createRequire(import.meta.url);
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');

const OURS = ['shortcode-block', 'shortcode-inline', 'front-matter'].map((name) => `syntaxes/${name}.tmLanguage.json`);

/** Our grammars as raw JSON, by scope name. */
export function ourGrammars(): Map<string, IRawGrammar> {
  return new Map(OURS.map((file) => readGrammar(path.join(ROOT, file))).map((raw) => [raw.scopeName, raw]));
}

function readGrammar(file: string): IRawGrammar {
  return textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
}

/** Finds the grammar file of a scope that is not ours: Markdown, YAML, JSON … */
export type Host = (scopeName: string) => string | undefined;

/** The stand-in for VS Code's Markdown, with no language but a little JSON. */
export const standIn: Host = (scopeName) => {
  const file = { 'text.html.markdown': 'host', 'source.json': 'host-json' }[scopeName];
  return file && path.join(ROOT, `test/syntaxes/${file}.tmLanguage.json`);
};

/** The grammars of every prepared VS Code below `.vscode-host`, newest last. */
export function preparedHosts(): { readonly name: string; readonly host: Host }[] {
  const dir = path.join(ROOT, '.vscode-host');
  const names = existsSync(dir) ? readdirSync(dir).sort() : [];
  return names.flatMap((name) => {
    const extensions = path.join(dir, name, 'package/lib/vscode/extensions');
    const markdown = path.join(extensions, 'markdown-basics/syntaxes/markdown.tmLanguage.json');
    return existsSync(markdown) ? [{ name, host: hostOf(extensions) }] : [];
  });
}

function hostOf(extensions: string): Host {
  const files = new Map<string, string>();
  for (const name of readdirSync(extensions)) {
    const manifest = path.join(extensions, name, 'package.json');
    if (!existsSync(manifest)) continue;
    const { contributes } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      contributes?: { grammars?: { scopeName: string; path: string }[] };
    };
    for (const grammar of contributes?.grammars ?? [])
      files.set(grammar.scopeName, path.join(extensions, name, grammar.path));
  }
  return (scopeName) => files.get(scopeName);
}

/** Loads Oniguruma; a process can do it once. */
export async function loadOniguruma(): Promise<IOnigLib> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  return {
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  };
}

/** Markdown of `host` with the grammars `ours` injected, as VS Code does it for `injectTo: ["text.html.markdown"]`. */
export async function markdownGrammar(
  onigLib: IOnigLib,
  host: Host,
  ours: ReadonlyMap<string, IRawGrammar> = ourGrammars(),
): Promise<IGrammar> {
  const registry = new textmate.Registry({
    onigLib: Promise.resolve(onigLib),
    loadGrammar: async (scopeName) => {
      const file = host(scopeName);
      return ours.get(scopeName) ?? (file ? readGrammar(file) : null);
    },
    getInjections: (scopeName) => (scopeName === 'text.html.markdown' ? [...ours.keys()] : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('The host has no Markdown grammar.');
  return grammar;
}

/** A piece of text and its scopes, outermost first, without the root. */
export type Token = readonly [text: string, scopes: string];

/** The tokens of each line; neighbours with the same scopes are one. */
export function tokenize(grammar: IGrammar, text: string): Token[][] {
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return merge(tokens.map((token: IToken) => tokenOf(line, token)));
  });
}

function tokenOf(line: string, token: IToken): Token {
  return [line.slice(token.startIndex, token.endIndex), token.scopes.slice(1).join(' ')];
}

function merge(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const [text, scopes] of tokens) {
    const last = merged.at(-1);
    if (last && last[1] === scopes) merged[merged.length - 1] = [last[0] + text, scopes];
    else if (text !== '') merged.push([text, scopes]);
  }
  return merged;
}

/** The same tokens with only the scopes that every Markdown grammar must give alike: ours, and bold. */
export function essence(lines: readonly Token[][]): Token[][] {
  const kept = /\.(?:hugo|toml)$|^meta\.(?:frontmatter|embedded\.block\.frontmatter)|^markup\.bold/;
  return lines.map((line) =>
    merge(
      line.map(
        ([text, scopes]): Token => [
          text,
          scopes
            .split(' ')
            .filter((s) => kept.test(s))
            .join(' '),
        ],
      ),
    ),
  );
}
