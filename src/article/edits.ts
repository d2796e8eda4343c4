import type { Edit } from '../base/edit';
import { span } from '../base/span';
import type { Article } from './article';
import type { Field, FrontMatter } from './frontMatter';
import { lineBreakOf } from './frontMatter/lineBreak';

// The smallest changes to YAML front matter. For other formats, and for what cannot be changed in place, there is none: undefined.

/** Text as it stands between these marks, or between double ones where it cannot. */
export function inQuotes(text: string, mark: '"' | "'"): string {
  if (mark === "'" && !/[\r\n]/.test(text)) return `'${text.replace(/'/g, "''")}'`;
  return `"${text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\r?\n|\r/g, '\\n')
    .replace(/\t/g, '\\t')}"`;
}

/**
 * Adds a field.
 * @param yaml what stands behind `key:`, its own lines included: `"x"`, or `\n  - "a"`
 * @param before the field to put it above; without it, it becomes the last one
 */
export function insertField(article: Article, key: string, yaml: string, before?: Field): Edit | undefined {
  const { frontMatter, text } = article;
  if (frontMatter.format !== 'yaml' || !frontMatter.open) return undefined;
  const brk = lineBreakOf(text);
  const indent = indentOf(text, before ?? frontMatter.fields[0]);
  const value = yaml === '' || /^[\r\n]/.test(yaml) ? yaml : ` ${yaml}`;
  const line = `${indent}${key}:${value}`.replace(/\r\n|\r|\n/g, brk);
  const at = before ? lineStart(text, before.keySpan.start) : endOfFields(text, frontMatter);
  const fresh = at > 0 && !/[\r\n]/.test(text[at - 1]!);
  return { span: span(at, at), text: fresh ? `${brk}${line}` : `${line}${brk}` };
}

/** Behind the last line that is not blank. */
function endOfFields(text: string, { content, open }: FrontMatter): number {
  const inside = text.slice(content.start, content.end).trimEnd();
  if (inside === '') return content.start === open!.end ? content.end : content.start;
  const last = content.start + inside.length;
  const brk = /^[ \t]*(\r\n|\r|\n)/.exec(text.slice(last, content.end));
  return brk ? last + brk[0].length : last;
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function indentOf(text: string, field: Field | undefined): string {
  if (!field) return '';
  const indent = text.slice(lineStart(text, field.keySpan.start), field.keySpan.start);
  return /^ *$/.test(indent) ? indent : '';
}

/** Gives a field another name. */
export function renameKey(article: Article, field: Field, key: string): Edit | undefined {
  if (article.frontMatter.format !== 'yaml') return undefined;
  const old = article.text.slice(field.keySpan.start, field.keySpan.end);
  const mark = old[0] === '"' || old[0] === "'" ? old[0] : '';
  return { span: field.keySpan, text: `${mark}${key}${mark}` };
}
