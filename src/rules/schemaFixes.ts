import type { Article } from '../article/article';
import { inQuotes } from '../article/edits';
import type { Value } from '../article/frontMatter';
import { message } from '../base/message';
import { nearest } from '../base/near';
import type { Fault } from '../schema/faults';
import type { Fix } from './rule';

/** Of many allowed values, so many are offered. */
const OFFERED = 8;

/** What may be written in place of a value that does not fit, best first. */
export function valueFixes(fault: Fault, value: Value, { text }: Article): readonly Fix[] {
  const written = text.slice(value.span.start, value.span.end);
  switch (fault.keyword) {
    case 'enum':
    case 'const':
      return choices(fault.values, value);
    case 'type':
      return otherKind(fault, value, written);
    default:
      return [];
  }
}

/** The allowed values; the one that was probably meant comes first, and is safe to write when it is a slip away. */
function choices(values: readonly unknown[], value: Value): readonly Fix[] {
  if (value.kind === 'list' || value.kind === 'map') return [];
  const typed = value.kind === 'null' ? '' : String(value.value);
  const scalars = values.filter(
    (one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean',
  );
  const texts = scalars.map(String);
  const meant = texts.find((one) => one.toLowerCase() === typed.trim().toLowerCase()) ?? nearest(typed.trim(), texts);
  const ordered = [...scalars].sort((a, b) => Number(String(b) === meant) - Number(String(a) === meant));
  return ordered.slice(0, OFFERED).map((one) => ({
    title: message('Write {0}', String(one)),
    edits: [{ span: value.span, text: writtenAs(one, value) }],
    ...(String(one) === meant ? { preferred: true } : {}),
  }));
}

/** Text keeps the quotes that stand there; without any, it gets some where it would not stay text. */
function writtenAs(one: string | number | boolean, value: Value): string {
  if (typeof one !== 'string') return String(one);
  if (value.kind === 'string' && value.style === 'single') return inQuotes(one, "'");
  const isPlain = /^[\p{L}][\p{L}\p{N} _-]*$/u.test(one) && !/^(?:y|n|yes|no|on|off|true|false|null)$|\s$/i.test(one);
  return value.kind === 'string' && value.style === 'plain' && isPlain ? one : inQuotes(one, '"');
}

/** The same value as another kind: in quotes, without them, or as a list of one. */
function otherKind({ types }: Fault, value: Value, written: string): readonly Fix[] {
  const edit = (meant: string): Fix['edits'] => [{ span: value.span, text: meant }];
  if (types.includes('string') && (value.kind === 'number' || value.kind === 'boolean'))
    return [{ title: message('Write {0}', inQuotes(written, '"')), edits: edit(inQuotes(written, '"')) }];
  if (value.kind !== 'string' || /[\r\n]/.test(written)) return [];
  const bare = bareForm(value.value, types);
  if (bare !== undefined) return [{ title: message('Write {0}', bare), edits: edit(bare) }];
  if (!types.includes('array')) return [];
  const list = `[${value.style === 'plain' ? inQuotes(value.value, '"') : written}]`;
  return [{ title: message('Make it a list: {0}', list), edits: edit(list) }];
}

/** `"5"` and `"true"` without their quotes, where that is what is asked for. */
function bareForm(text: string, types: Fault['types']): string | undefined {
  if (types.includes('boolean') && /^(?:true|false)$/i.test(text)) return text.toLowerCase();
  if (!/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text)) return undefined;
  return types.some((type) => type === 'number' || (type === 'integer' && !text.includes('.'))) ? text : undefined;
}
