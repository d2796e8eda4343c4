import { span } from '../../base/span';
import type { Field, Value } from '../frontMatter';
import { keyIn, linesIn, type SourceLine } from './entries';
import { judge } from './goYaml/judge';
import { readYaml } from './yaml';

/**
 * What can still be made of an entry that Hugo refuses: its key, and its text or the items of its list. Spans are exact; text is as written, without the
 * quotation marks at its ends.
 * @param shift offset of the entry in the text
 */
export function salvage(entry: string, shift: number): Field[] {
  const fields: Field[] = [];
  let open: { key: SourceLine; below: SourceLine[] } | undefined;
  const base = entry.search(/[^ \t]/);
  const close = () => {
    const field = open && salvageField(open.key, open.below, shift);
    if (field) fields.push(field);
  };
  for (const line of linesIn(entry)) {
    const indent = line.text.search(/\S/);
    if (indent < 0 || line.text[indent] === '#') continue;
    const key = keyIn(line.text);
    // A field that stands too far in, below one that has its value on its own line, is a field all the same.
    const misplaced = open !== undefined && key && indent > base && hasValue(open.key) && open.below.length === 0;
    if (key && (open === undefined || indent <= base || misplaced)) {
      close();
      open = { key: line, below: [] };
    } else open?.below.push(line);
  }
  close();
  return fields;
}

function hasValue(line: SourceLine): boolean {
  const key = keyIn(line.text);
  return key !== null && !/^\s*(?:$|#|[|>])/.test(line.text.slice(key[0].length));
}

function salvageField(line: SourceLine, below: readonly SourceLine[], shift: number): Field | undefined {
  const key = keyIn(line.text);
  if (!key) return undefined;
  const start = shift + line.start + key[1]!.length;
  const keySpan = span(start, start + key[2]!.length);
  const written = key[2]!.replace(/^(["'])([\s\S]*)\1$/, '$2');
  const after = key[0].length;
  const value = hasValue(line) ? valueAt(line, after, shift) : itemsOf(below, shift, shift + line.start + after);
  const field = { key: written, name: written.toLowerCase(), keySpan };
  return { ...field, span: span(start, Math.max(value.span.end, shift + line.start + after)), value };
}

/** The value on a line from a column on. */
function valueAt({ start, text }: SourceLine, column: number, shift: number): Value {
  const from = column + /^\s*/.exec(text.slice(column))![0].length;
  const raw = text.slice(from).trimEnd();
  const at = shift + start + from;
  // `k: ` in front makes a field of it; both are three characters long, so that offsets stay.
  const source = `k: ${raw}\n`;
  const readable = judge(source) === undefined;
  const read = readable ? readYaml(source, at - 3).fields?.[0]?.value : undefined;
  if (read) return read;
  const mark = raw[0];
  const where = span(at, at + raw.length);
  // Hugo makes a list or a map of it that is not known here.
  if (readable && (mark === '[' || mark === '{')) return { kind: 'null', span: where };
  if (mark !== '"' && mark !== "'") return { kind: 'string', span: where, value: raw, style: 'plain' };
  const closed = raw.length > 1 && raw.endsWith(mark);
  const value = raw.slice(1, closed ? -1 : undefined);
  return { kind: 'string', span: where, value, style: mark === '"' ? 'double' : 'single' };
}

/** The items of a list below a key, each read by itself; lines that are no items are passed over. */
function itemsOf(below: readonly SourceLine[], shift: number, after: number): Value {
  const items: Value[] = [];
  let first = after;
  for (const line of below) {
    const dash = /^[ \t]*-/.exec(line.text);
    if (!dash) continue;
    if (items.length === 0) first = shift + line.start + dash[0].length - 1;
    items.push(valueAt(line, dash[0].length, shift));
  }
  const end = items.at(-1)?.span.end;
  if (end === undefined) return { kind: 'null', span: span(after, after) };
  return { kind: 'list', span: span(first, end), items, style: 'block' };
}
