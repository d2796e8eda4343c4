import type { Edit } from '../../base/edit';
import { type Message, message } from '../../base/message';
import { type Span, span } from '../../base/span';
import type { SyntaxCode, SyntaxProblem } from '../frontMatter';
import { type Entry, keyIn, linesIn, type SourceLine } from './entries';
import { judge, type Verdict } from './goYaml/judge';
import { fieldsOnOneLine, namelessLine } from './lostLines';
import { syntaxMessage } from './messages';
import { judgeValue, scalarFault } from './scalarRepair';

export interface Found {
  readonly code: SyntaxCode;
  /** Offsets of the source. */
  readonly span: Span;
  readonly says: string;
  readonly edits: readonly Edit[];
  /** Whether they are safe to make without looking, where that is known. */
  readonly preferred?: boolean;
  /** Edits that make a list of it. */
  readonly list?: readonly Edit[];
}

export interface Case {
  readonly source: string;
  readonly entry: Entry;
  /** All of them, and which of them this is. */
  readonly entries: readonly Entry[];
  readonly index: number;
  /** On this entry alone, in the words that Hugo uses of the whole. */
  readonly verdict: EntryVerdict;
}

export interface EntryVerdict extends Verdict {
  /** What Hugo would say of the entry alone. */
  readonly own: string;
}

/**
 * Says what is wrong with an entry that Hugo refuses. Each guess is tried: a correction is offered only when Hugo reads the line with it.
 * @param shift added to all offsets
 */
export function diagnose(of: Case, shift: number): SyntaxProblem[] {
  const hidden = invisible(of, shift);
  if (hidden) return [hidden];
  const nameless = isNameless(of) ? namelessLine(of.source, of, of.verdict.says) : undefined;
  const found = tabs(of) ?? lines(of) ?? brokenIndent(of) ?? [nameless ?? unknown(of)];
  return found.map((one) => problemOf(one, shift));
}

export function problemOf({ code, span: where, says, edits, preferred, list }: Found, shift: number): SyntaxProblem {
  const inText = (some: readonly Edit[]) => some.map((edit) => ({ ...edit, span: moved(edit.span, shift) }));
  const fix = edits.length > 0 ? { title: fixTitle(code, edits), edits: inText(edits), preferred } : undefined;
  const found = {
    code,
    severity: 'error',
    span: moved(where, shift),
    message: syntaxMessage(code, says),
    fix,
  } as const;
  return list ? { ...found, asList: inText(list) } : found;
}

function moved(of: Span, shift: number): Span {
  return span(of.start + shift, of.end + shift);
}

function fixTitle(code: SyntaxCode, edits: readonly Edit[]): Message {
  switch (code) {
    case 'unclosed-quote':
      return message('Close the quotation mark');
    case 'inner-quote':
      return message('Mend the quotation marks');
    case 'bad-escape':
      return message('Double the backslash');
    case 'full-width-colon':
      return message('Replace with a half-width colon and a space');
    case 'no-space-after-colon':
    case 'no-space-after-dash':
      return message('Insert a space');
    case 'two-fields':
      return message('Begin a new line for each field');
    case 'full-width-comma':
      return message('Write half-width commas');
    case 'nameless-line':
      return message('Put it on the line above, in quotation marks');
    case 'wrong-sign':
      return message('Write a colon');
    case 'tab':
      return message('Replace tabs with spaces');
    case 'indent':
      return message('Line up with the others');
    case 'bracket-in-value':
      if (/^[[{]/.test(edits[0]!.text)) return message('Close the bracket');
      return message('Put the value in quotation marks');
    default:
      return message('Put the value in quotation marks');
  }
}

const INVISIBLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\u2060\ufeff\ufffe\uffff]/g;

/** Control characters, and the line separators that come with pasted text and end a line to Hugo. */
function invisible({ source, entry, verdict }: Case, shift: number): SyntaxProblem | undefined {
  const edits = [...source.slice(entry.start, entry.end).matchAll(INVISIBLE)].map((match) => {
    const at = entry.start + match.index;
    return { span: span(at, at + 1), text: /[\u2028\u2029\x85]/.test(match[0]) ? ' ' : '' };
  });
  const first = edits[0];
  if (!first || judge(edited(source, entry, edits)) !== undefined) return undefined;
  const code = source.charCodeAt(first.span.start).toString(16).toUpperCase().padStart(4, '0');
  const said = message(
    'There is an invisible character (U+{0}) here, probably from pasted text. Hugo stops with “{1}”. Delete it.',
    code,
    verdict.says,
  );
  const fix = {
    title: message('Delete invisible characters'),
    edits: edits.map((edit) => ({ ...edit, span: moved(edit.span, shift) })),
  };
  return { code: 'other', severity: 'error', span: moved(first.span, shift), message: said, fix };
}

/** Tabs at the start of lines. */
function tabs({ source, entry, verdict }: Case): Found[] | undefined {
  const edits: Edit[] = [];
  for (const { start, text } of linesIn(source, entry.start, entry.end)) {
    const indent = /^[ \t]*/.exec(text)![0];
    const tab = indent.indexOf('\t');
    if (tab >= 0 && indent.length < text.length)
      edits.push({ span: span(start, start + indent.length), text: indent.replace(/\t/g, '  ') });
  }
  const first = edits[0];
  if (!first) return undefined;
  const where = first.span;
  const at = where.start + source.slice(where.start, where.end).indexOf('\t');
  const works = judge(edited(source, entry, edits)) === undefined;
  if (!works && !verdict.own.includes('tab') && verdict.own !== 'found character that cannot start any token')
    return undefined;
  return [{ code: 'tab', span: span(at, where.end), says: verdict.says, edits: works ? edits : [] }];
}

function edited(source: string, entry: Entry, edits: readonly Edit[]): string {
  let result = '';
  let at = entry.start;
  for (const edit of edits) {
    result += source.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + source.slice(at, entry.end);
}

/** Of one entry no more are told. */
const MOST = 20;

/** Each line by itself: its field name, its colon, its value. */
function lines(of: Case): Found[] | undefined {
  const found: Found[] = [];
  const all = linesIn(of.source, of.entry.start, of.entry.end);
  for (let i = 0; i < all.length; i++) {
    const line = all[i]!;
    if (/^\s*(?:#|$)/.test(line.text)) continue;
    const fault = colonFault(of, line, i === 0) ?? valueFault(of, line);
    if (fault === 'complete') break;
    if (fault) found.push(fault);
    if (found.length >= MOST) break;
    else if (/(?:^|\s)[|>][+\-\d]*\s*(?:#.*)?$/.test(line.text)) break;
  }
  return found.length > 0 ? found : undefined;
}

function colonFault({ verdict }: Case, line: SourceLine, first: boolean): Found | undefined {
  const key = keyIn(line.text);
  if (!key) return undefined;
  const colon = line.start + key[0].length - 1;
  const after = line.text[key[0].length];
  const full = key[3]!.endsWith('：');
  if (!full && (after === undefined || after === ' ' || after === '\t')) return undefined;
  if (!first || !/^[\w\p{L}-]+$/u.test(key[2]!)) return undefined;
  const says = verdict.says;
  const spaced = after === undefined || after === ' ';
  const text = full ? (spaced ? ':' : ': ') : ' ';
  const at = full ? span(colon, colon + 1) : span(colon + 1, colon + 1);
  const works = judge(
    `${key[2]}:${text.trimStart() === '' ? ' ' : ''}${text.slice(1)}${line.text.slice(key[0].length)}\n`,
  );
  const edits = works === undefined ? [{ span: at, text }] : [];
  return { code: full ? 'full-width-colon' : 'no-space-after-colon', span: span(colon, colon + 1), says, edits };
}

const LEAD = /^[ \t]*(?:-[ \t]+)*(?:-$)?/;

/** `complete` when the rest of the entry, taken together, is a value that Hugo reads. */
function valueFault({ source, entry, verdict }: Case, line: SourceLine): Found | 'complete' | undefined {
  const lead = LEAD.exec(line.text)![0];
  const rest = line.text.slice(lead.length);
  const key = keyIn(rest);
  const from = lead.length + (key ? /^\s*/.exec(rest.slice(key[0].length))![0].length + key[0].length : 0);
  const value = line.text.slice(from).trimEnd();
  if (value === '' || /^[|>][+\-\d]*\s*(?:#.*)?$/.test(value)) return undefined;
  const own = judgeValue(value);
  if (!own) return undefined;
  const start = line.start + from;
  if (/^["'[{]/.test(value) && judgeValue(source.slice(start, entry.end)) === undefined) return 'complete';
  const parted = fieldsOnOneLine(source, line, entry);
  if (parted) return { ...parted, says: verdict.says };
  const { code, list, ...fault } = scalarFault(value, verdict.says);
  // A line at the margin that has no name of a field is not one in quotes either.
  const nameless = from === 0;
  const edits =
    fault.repaired === undefined || nameless ? [] : [{ span: span(start, start + value.length), text: fault.repaired }];
  const found = { code, span: span(start + fault.start, start + fault.end), says: fault.says, edits };
  return list === undefined || nameless
    ? found
    : { ...found, list: [{ span: span(start, start + value.length), text: list }] };
}

function isNameless({ source, entry, verdict }: Case): boolean {
  return verdict.own.startsWith('unmarshal errors') && keyIn(source.slice(entry.start, entry.end)) === null;
}

/** Every line is right by itself: one stands in the wrong column. */
function brokenIndent({ source, entry, verdict }: Case): Found[] | undefined {
  const all = linesIn(source, entry.start, entry.end).filter(({ text }) => !/^\s*(?:#|$)/.test(text));
  const stopped = all.findLastIndex(({ start }) => start <= entry.start + verdict.at);
  const rest = all.slice(1).filter((_, i) => i + 1 !== stopped);
  for (const line of (stopped > 0 ? [all[stopped]!, ...rest] : rest).slice(0, MOST)) {
    const indent = /^[ \t]*/.exec(line.text)![0];
    for (const wanted of candidates(all, line)) {
      if (wanted === indent) continue;
      const edits = [{ span: span(line.start, line.start + indent.length), text: wanted }];
      if (judge(edited(source, entry, edits)) !== undefined) continue;
      const end = line.start + Math.max(indent.length, 1);
      return [{ code: 'indent', span: span(line.start, end), says: verdict.says, edits }];
    }
  }
  return undefined;
}

/** Indentations of the lines above, nearest first, and none. */
function candidates(all: readonly SourceLine[], line: SourceLine): string[] {
  const above = all.filter(({ start }) => start < line.start).map(({ text }) => /^[ \t]*/.exec(text)![0]);
  return [...new Set([...above.reverse(), ''])].slice(0, 8);
}

function unknown({ source, entry, verdict }: Case): Found {
  const last = source.slice(0, entry.end).trimEnd().length;
  const at = Math.max(entry.start, Math.min(entry.start + verdict.at, last - 1));
  const says = verdict.says;
  const first = linesIn(source, entry.start, entry.end)[0]?.text ?? '';
  if (verdict.own.startsWith('unmarshal errors')) {
    return { code: 'not-a-map', span: span(entry.start, entry.start + first.trimEnd().length), says, edits: [] };
  }
  return { code: 'other', span: span(at, Math.min(at + 1, source.length)), says, edits: [] };
}
