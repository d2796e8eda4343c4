import { applyEdits, type Edit } from '../../base/edit';
import { type Span, span } from '../../base/span';
import type { SyntaxCode } from '../frontMatter';
import { type Entry, keyIn, linesIn, type SourceLine } from './entries';
import { judge } from './goYaml/judge';
import { lineBreakOf } from './lineBreak';
import { quote } from './scalarRepair';

interface Lost {
  readonly code: SyntaxCode;
  readonly span: Span;
  readonly edits: readonly Edit[];
  readonly preferred?: boolean;
}

/** A value in quotation marks or brackets, and what follows it. */
const VALUE = /^[ \t]*(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|\[[^[\]]*\])/;

/** `title: "a" date: "b"`: line breaks that are missing. */
export function fieldsOnOneLine(source: string, line: SourceLine, entry: Entry): Lost | undefined {
  const edits: Edit[] = [];
  let at = 0;
  let second: Span | undefined;
  const first = keyIn(line.text);
  for (let key = first; key; ) {
    at += key[0].length;
    const value = VALUE.exec(line.text.slice(at));
    if (!value) break;
    at += value[0].length;
    const gap = /^[ \t]*[,，;；]?[ \t]*/.exec(line.text.slice(at))![0];
    key = gap === '' ? null : keyIn(line.text.slice(at + gap.length));
    if (!key) break;
    const start = line.start + at + gap.length;
    edits.push({ span: span(line.start + at, start), text: `${lineBreakOf(source)}${first![1]}` });
    second ??= span(start, start + key[2]!.length);
    at += gap.length;
  }
  if (!second || judge(edited(source, entry, edits)) !== undefined) return undefined;
  return { code: 'two-fields', span: second, edits };
}

function edited(source: string, { start, end }: Span, edits: readonly Edit[]): string {
  return applyEdits(
    source.slice(start, end),
    edits.map(({ span: at, text }) => ({ text, span: span(at.start - start, at.end - start) })),
  );
}

interface Place {
  readonly entries: readonly Entry[];
  readonly index: number;
}

/** A line at the margin without a name and a colon. */
export function namelessLine(
  source: string,
  { entries, index }: Place,
  says: string,
): (Lost & { says: string }) | undefined {
  const line = textAlone(source, entries[index]);
  if (!line) return undefined;
  const found = wrongSign(line) ?? (index > 0 ? continued(source, { entries, index }, line) : undefined);
  return found && { ...found, says };
}

/** What a name is parted from its value with instead. */
const SIGN = /^([A-Za-z][\w-]*)([ \t]*[=＝;；][ \t]*)(?=(.*)$)/;

/** `title = "a"`, `title；"a"`. */
function wrongSign({ start, text }: SourceLine): Lost | undefined {
  const found = SIGN.exec(text);
  if (!found) return undefined;
  const [, name = '', sign = '', value = ''] = found;
  const at = start + name.length;
  const edits = [{ span: span(at, at + sign.length), text: value === '' ? ':' : ': ' }];
  if (judge(`${name}: ${value}\n`) !== undefined) return undefined;
  const where = at + sign.search(/\S/);
  // What has no quotes may be text that goes on, in which such a mark stands.
  return { code: 'wrong-sign', span: span(where, where + 1), edits, preferred: /^(?:$|["'[])/.test(value) };
}

function continued(source: string, { entries, index }: Place, line: SourceLine): Lost {
  const found = { code: 'nameless-line', span: span(line.start, line.start + line.text.length) } as const;
  const above = entries[index - 1];
  const head = above && valueAbove(source, above);
  if (!head) return { ...found, edits: [] };
  let text = head.text;
  let end = line.start;
  let last = index;
  for (
    let next: SourceLine | undefined = line;
    next && last < index + MOST;
    next = textAlone(source, entries[++last])
  ) {
    // A blank line or a comment between the two would go too.
    if (
      !/^[ \t]*(?:\r\n|\r|\n)$/.test(
        source.slice(end === line.start && last === index ? head.lineEnd : end, next.start),
      )
    )
      break;
    text += `${isSpaced(text, next.text) ? ' ' : ''}${next.text}`;
    end = next.start + next.text.length;
  }
  if (last === index) return { ...found, edits: [] };
  const edits = [{ span: span(head.start, end), text: `${head.text === '' && head.isBare ? ' ' : ''}${quote(text)}` }];
  const whole = span(above.start, entries[last - 1]!.end);
  return { ...found, edits: judge(edited(source, whole, edits)) === undefined ? edits : [], preferred: false };
}

/** So many lines are joined at most. */
const MOST = 20;

/** The text of an entry that is one line and no field; marks that mean something else at its start are not looked into. */
function textAlone(source: string, entry: Entry | undefined): SourceLine | undefined {
  if (!entry) return undefined;
  const [first, ...rest] = linesIn(source, entry.start, entry.end);
  if (!first || keyIn(first.text) || rest.some(({ text }) => !/^\s*(?:#|$)/.test(text))) return undefined;
  return /^[^\s\-?:,[\]{}&*!|>%@`#"']/.test(first.text) && !/\s#|:(?:\s|$)/.test(first.text)
    ? { start: first.start, text: first.text.trimEnd() }
    : undefined;
}

interface Above {
  /** Where the value begins, its quotes included. */
  readonly start: number;
  readonly text: string;
  readonly lineEnd: number;
  /** Nothing stands behind the colon, not even a space. */
  readonly isBare: boolean;
}

/** The text that a field has on its own line. */
function valueAbove(source: string, entry: Entry): Above | undefined {
  const [first, ...rest] = linesIn(source, entry.start, entry.end);
  const key = first && keyIn(first.text);
  if (!key || rest.some(({ text }) => !/^\s*$/.test(text))) return undefined;
  const written = first.text.slice(key[0].length);
  const lineEnd = first.start + first.text.trimEnd().length;
  const start = first.start + key[0].length + /^[ \t]*/.exec(written)![0].length;
  const value = written.trim();
  const isBare = written === '';
  if (value === '') return { start, text: '', lineEnd: first.start + first.text.length, isBare };
  const quoted = /^"([^"\\]*)"$|^'([^']*)'$/.exec(value);
  if (quoted) return { start, text: quoted[1] ?? quoted[2]!, lineEnd, isBare };
  return /^["'[\]{}&*!|>%@`#]|\s#/.test(value) ? undefined : { start, text: value, lineEnd, isBare };
}

/** Between 汉字 stands no space. */
function isSpaced(before: string, after: string): boolean {
  return (
    before !== '' &&
    !/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(before) &&
    !/^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(after)
  );
}
