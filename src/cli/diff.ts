import path from 'node:path';
import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';

/** A unified diff that `git apply` and `patch -p1` take, in the folder that the command runs in. */
export function diffOf(file: string, before: string, after: string): string {
  const name = path.relative('.', file).split(path.sep).join('/');
  const patch = structuredPatch(name, name, before, after, undefined, undefined, { context: 3 });
  return `--- ${nameOf(`a/${name}`)}\n+++ ${nameOf(`b/${name}`)}\n${formatPatch(patch, OMIT_HEADERS)}`;
}

/** As git writes names: in quotes where a character would end the line or the quotes; behind white space a tab says where the name ends. */
function nameOf(name: string): string {
  if (/[\x00-\x1f\x7f"\\]/.test(name))
    return `"${name.replace(/["\\]/g, '\\$&').replace(/[\x00-\x1f\x7f]/g, (c) => `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`)}"`;
  return name.includes(' ') ? `${name}\t` : name;
}
