import { type Span, span } from '../../base/span';
import type { Field, Value } from '../frontMatter';
import { linesIn } from './entries';

/** `#+TITLE: Text` and `#+TAGS[]: a b`, as Hugo reads Org files. */
export function readOrg(text: string, content: Span): Field[] {
  const fields: Field[] = [];
  for (const line of linesIn(text, content.start, content.end)) {
    const match = /^#\+([^\s:[\]]+)(\[\])?:[ \t]*/.exec(line.text);
    if (!match) continue;
    const key = match[1]!;
    const keySpan = span(line.start + 2, line.start + 2 + key.length);
    const start = line.start + match[0].length;
    const written = line.text.slice(match[0].length).trimEnd();
    const where = span(start, start + written.length);
    const value = match[2] ? words(written, where) : plain(written, where);
    fields.push({ key, name: key.toLowerCase(), keySpan, span: span(keySpan.start, where.end), value });
  }
  return fields;
}

function plain(value: string, where: Span): Value {
  return { kind: 'string', span: where, value, style: 'plain' };
}

function words(written: string, where: Span): Value {
  const items = [...written.matchAll(/\S+/g)].map((match) => {
    const start = where.start + match.index;
    return plain(match[0], span(start, start + match[0].length));
  });
  return { kind: 'list', span: where, items, style: 'flow' };
}
