import type { Edit } from '../base/edit';
import { span } from '../base/span';
import type { Given, GivenMap } from './given';
import type { ProjectFile } from './readProject';
import { readGiven } from './yaml';

/** The smallest change of a project's file that allows a front matter key; undefined when it is allowed, or the file cannot be read. */
export function allowingKey({ path, text, options }: ProjectFile, key: string): Edit | undefined {
  if (path === undefined || options.allowedKeys.has(key.toLowerCase())) return undefined;
  const { value, problems } = readGiven(text);
  if (problems.length > 0) return undefined;
  const file: File = { text, brk: /\r\n|\r|\n/.exec(text)?.[0] ?? '\n', json: path.endsWith('.json') };
  if (!value) return file.json ? undefined : atEndOfLine(file, text.length, `allowedKeys: [${written(file, key)}]`);
  if (value.kind !== 'map') return undefined;
  const list = value.entries.findLast((entry) => entry.key === 'allowedKeys');
  if (!list) return intoMap(file, value, key);
  if (list.value.kind === 'scalar') {
    const colon = text.indexOf(':', list.keySpan.end) + 1;
    return list.value.value === null && list.value.span.end === list.value.span.start
      ? { span: span(colon, colon), text: ` [${written(file, key)}]` }
      : undefined;
  }
  return list.value.kind === 'list' ? intoList(file, list.value, key) : undefined;
}

interface File {
  readonly text: string;
  readonly brk: string;
  readonly json: boolean;
}

/** Words that YAML takes for something else than their text. */
const NOT_PLAIN = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function written({ json }: File, key: string): string {
  return !json && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key) && !NOT_PLAIN.test(key) ? key : JSON.stringify(key);
}

function intoList(file: File, list: Given & { kind: 'list' }, key: string): Edit {
  const { text } = file;
  const last = list.items.at(-1);
  const name = written(file, key);
  if (text[list.span.start] !== '[') {
    const dash = text.lastIndexOf('-', last?.span.start ?? list.span.start);
    return atEndOfLine(file, last?.span.end ?? list.span.end, `${indentOf(text, dash)}- ${name}`);
  }
  if (!last) return { span: span(list.span.start + 1, list.span.start + 1), text: name };
  // One to a line stays one to a line.
  const indent = /^[ \t]*$/.test(indentOf(text, last.span.start)) ? indentOf(text, last.span.start) : undefined;
  return {
    span: span(last.span.end, last.span.end),
    text: indent === undefined ? `, ${name}` : `,${file.brk}${indent}${name}`,
  };
}

function intoMap(file: File, map: GivenMap, key: string): Edit {
  const { text } = file;
  const last = map.entries.at(-1);
  const name = written(file, key);
  if (text[map.span.start] !== '{')
    return atEndOfLine(file, last?.value.span.end ?? map.span.end, `allowedKeys: [${name}]`);
  const entry = `${file.json ? '"allowedKeys"' : 'allowedKeys'}: [${name}]`;
  if (!last) return { span: span(map.span.start + 1, map.span.start + 1), text: entry };
  const indent = indentOf(text, last.keySpan.start);
  const at = last.value.span.end;
  return { span: span(at, at), text: /^[ \t]*$/.test(indent) ? `,${file.brk}${indent}${entry}` : `, ${entry}` };
}

/** What stands on the line before an offset. */
function indentOf(text: string, at: number): string {
  return /[^\r\n]*$/.exec(text.slice(0, at))?.[0] ?? '';
}

/** A line below that of an offset. */
function atEndOfLine({ text, brk }: File, offset: number, line: string): Edit {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  const end = at + (text.startsWith('\r\n', at) ? 2 : at < text.length ? 1 : 0);
  if (end > at) return { span: span(end, end), text: `${line}${brk}` };
  const fresh = at > 0 && !/[\r\n]/.test(text[at - 1] ?? '');
  return { span: span(at, at), text: `${fresh ? brk : ''}${line}${brk}` };
}
