import path from 'node:path';

/** One import of a file: of another file of the project (by its path) or of a package (by its name). */
export interface Import {
  readonly from: string;
  readonly to: { readonly file: string } | { readonly name: string };
  readonly typeOnly: boolean;
}

const IMPORT =
  /^[ \t]*(?:import|export)\s+(type\s+)?(?:([\w$*{][^;'"]*?)\s+from\s+)?(['"])([^'"]+)\3|\bimport\(\s*(['"])([^'"]+)\5\s*\)/gm;

/** @param sources every file by its path: `src/rules/run.ts` */
export function importsIn(sources: ReadonlyMap<string, string>): Import[] {
  return [...sources].flatMap(([from, source]) =>
    [...withoutComments(source).matchAll(IMPORT)].map(([, type, names, , still, , later]) => ({
      from,
      to: targetOf(from, still ?? later!, sources),
      typeOnly:
        type !== undefined || (names !== undefined && /^\{(?:\s*type\s+\w+(?:\s+as\s+\w+)?\s*,?)+\s*\}$/.test(names)),
    })),
  );
}

function targetOf(from: string, name: string, sources: ReadonlyMap<string, string>): Import['to'] {
  if (!name.startsWith('.')) return { name };
  const file = path.posix.join(path.posix.dirname(from), name);
  return { file: sources.has(`${file}.ts`) ? `${file}.ts` : file };
}

function withoutComments(source: string): string {
  return source.replace(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)$/gm, '');
}
