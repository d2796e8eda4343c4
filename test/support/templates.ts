import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths';

/** Where a text for editors is written in the source: `message('…', …)` or `l10n.t('…', …)`. */
export interface Template {
  readonly file: string;
  /** Undefined when the first argument is neither a literal nor a constant of the same file. */
  readonly text: string | undefined;
  readonly argument: string;
}

/** Every TypeScript file below `src`, with its text, by its path below the root. */
export function sources(): Map<string, string> {
  const names = readdirSync(path.join(ROOT, 'src'), { recursive: true }).map((name) =>
    String(name).replaceAll('\\', '/'),
  );
  const files = names.filter((name) => name.endsWith('.ts')).sort();
  return new Map(files.map((name) => [`src/${name}`, readFileSync(path.join(ROOT, 'src', name), 'utf8')]));
}

export function templatesIn(file: string, source: string): Template[] {
  return [...source.matchAll(/(?<![\w.]|function )message\(|\bl10n\.t\(/g)].flatMap(({ 0: call, index }) => {
    const from = index + call.length;
    const text = literalAt(source, from);
    const argument = source.slice(from, from + 60).trim();
    const texts: readonly (string | undefined)[] = text === undefined ? constantAt(source, from) : [text];
    return (texts.length === 0 ? [undefined] : texts).map((one) => ({ file, text: one, argument }));
  });
}

/** `'a'`, `"a"`, `` `a` `` without `${}`, or several joined by `+`. */
function literalAt(source: string, from: number): string | undefined {
  const literal = /\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`)\s*(\+?)/y;
  let text = '';
  for (literal.lastIndex = from; ; ) {
    const found = literal.exec(source);
    if (!found) return undefined;
    text += unescaped(found[1]!);
    if (found[2] === '') return text;
  }
}

function unescaped(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|(.))/gi, (_, braced?: string, four?: string, one?: string) => {
      if (one === undefined) return String.fromCodePoint(Number.parseInt(braced ?? four!, 16));
      return { n: '\n', t: '\t', r: '\r' }[one] ?? one;
    });
}

/** The literals of `const text = a ? 'one' : 'two';` for `message(text)`. */
function constantAt(source: string, from: number): string[] {
  const name = /\s*([A-Za-z_$][\w$]*)\s*[,)]/y;
  name.lastIndex = from;
  const found = name.exec(source);
  const declared = found && new RegExp(`\\bconst ${found[1]!.replace('$', '\\$')}(?:: string)? =`).exec(source);
  if (!declared) return [];
  const texts: string[] = [];
  const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`|;/g;
  for (literal.lastIndex = declared.index + declared[0].length; ; ) {
    const one = literal.exec(source);
    if (!one || one[0] === ';') return texts;
    texts.push(unescaped(one[0]));
  }
}
