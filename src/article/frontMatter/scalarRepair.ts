import type { SyntaxCode } from '../frontMatter';
import { judge } from './goYaml/judge';

/** What is wrong with the text of one value, and the text that would be right. Offsets are those of the value. */
export interface ScalarFault {
  readonly code: SyntaxCode;
  readonly start: number;
  readonly end: number;
  readonly says: string;
  readonly repaired: string | undefined;
  /** The text that makes a list of it. */
  readonly list?: string | undefined;
}

const FIELD = 'k: ';

/** Hugo's verdict on a value that stands alone after a field name. */
export function judgeValue(value: string): ReturnType<typeof judge> {
  const verdict = judge(`${FIELD}${value}\n`);
  return verdict && { ...verdict, at: verdict.at - FIELD.length, from: verdict.from - FIELD.length };
}

/** @param value one line, without white space around it; Hugo refuses it */
export function scalarFault(value: string, says: string): ScalarFault {
  const first = value[0];
  const whole = { start: 0, end: value.length, says };
  if (first === '"' || first === "'") return quotedFault(value, first, says);
  const quotedValue = readable(quote(value));
  const at = Math.max(0, Math.min(value.length - 1, judgeValue(value)?.at ?? 0));
  switch (first) {
    case '[':
    case '{':
      return (
        commaFault(value, says) ?? {
          ...{ ...whole, code: 'bracket-in-value' },
          repaired: closedBracket(value) ?? quotedValue,
        }
      );
    case '*':
      return { ...whole, code: 'undefined-alias', repaired: quotedValue };
    case '-':
    case '?':
    case ',':
    case ']':
    case '}':
    case '&':
    case '!':
    case '|':
    case '>':
    case '%':
    case '@':
    case '`':
      return { ...whole, end: 1, code: 'reserved-character', repaired: quotedValue };
    default: {
      const colon = value.search(/:(?:\s|$)/);
      if (colon >= 0) return { code: 'colon-in-value', start: colon, end: colon + 1, says, repaired: quotedValue };
      return { code: 'other', start: at, end: at + 1, says, repaired: quotedValue };
    }
  }
}

/** In longer ones the marks are not looked for. */
const LONGEST_LIST = 5000;

/** `["a"，"b"]`: the marks between the items, not those in quotes. */
function commaFault(value: string, says: string): ScalarFault | undefined {
  if (value[0] !== '[' || value.length > LONGEST_LIST) return undefined;
  const parts = /("(?:\\.|[^"\\])*"|'(?:''|[^'])*')|[，、][ \t]*/g;
  let first = -1;
  const meant = value.replace(parts, (all: string, quoted: string | undefined, at: number) => {
    if (quoted !== undefined) return all;
    if (first < 0) first = at;
    return ', ';
  });
  const repaired = first < 0 ? undefined : (readable(meant) ?? closedBracket(meant));
  return repaired === undefined
    ? undefined
    : { code: 'full-width-comma', start: first, end: first + 1, says, repaired };
}

const QUOTED = /("(?:\\.|[^"\\])*"|'(?:''|[^'])*')[ \t]*[,，、]?[ \t]*/y;

/** `"a", "b"` and `"a" "b"`, without brackets. */
function listFault(value: string, says: string): ScalarFault | undefined {
  const items: string[] = [];
  let end = 0;
  QUOTED.lastIndex = 0;
  for (let found = QUOTED.exec(value); found; found = QUOTED.exec(value)) {
    items.push(found[1]!);
    end = QUOTED.lastIndex;
  }
  if (items.length < 2 || end < value.length) return undefined;
  const list = readable(`[${items.join(', ')}]`);
  const fault = { start: 0, end: value.length, says } as const;
  return list === undefined ? undefined : { ...fault, code: 'two-values', repaired: readable(quote(value)), list };
}

/** `[a, b` is `[a, b]`; `[a] b` is text. */
function closedBracket(value: string): string | undefined {
  const close = value[0] === '[' ? ']' : '}';
  if (value.includes(close)) return undefined;
  return readable(`${value.trimEnd().replace(/,$/, '')}${close}`);
}

function quotedFault(value: string, mark: '"' | "'", says: string): ScalarFault {
  const listed = listFault(value, says);
  if (listed) return listed;
  const bad = mark === '"' ? badEscape(value) : undefined;
  const body = value.trimEnd();
  const closed = body.length > 1 && body.endsWith(mark) && !endsEscaped(body, mark);
  const end = endOfQuoted(value, mark);
  if (end < 0) {
    const repaired = readable(value.trimEnd() + mark);
    if (bad === undefined || repaired) return { code: 'unclosed-quote', start: 0, end: 1, says, repaired };
  }
  if (bad !== undefined)
    return { code: 'bad-escape', start: bad, end: bad + 2, says, repaired: escapedBackslashes(value) };
  const fault = { code: 'inner-quote', start: Math.max(0, end - 1), end: value.length, says } as const;
  if (!closed) return { ...fault, repaired: readable(quote(value)) };
  const inside = body.slice(1, -1);
  const swapped = mark === '"' && !inside.includes("'") && !inside.includes('\\') ? readable(`'${inside}'`) : undefined;
  const escaped = mark === '"' ? inside.replace(/(?<!\\)"/g, '\\"') : inside.replace(/'/g, "''");
  return { ...fault, repaired: swapped ?? readable(`${mark}${escaped}${mark}`) };
}

/** Offset behind the mark that closes the value, or -1. */
export function endOfQuoted(value: string, mark: string): number {
  for (let i = 1; i < value.length; i++) {
    if (mark === '"' && value[i] === '\\') i++;
    else if (value[i] === mark) {
      if (mark !== "'" || value[i + 1] !== "'") return i + 1;
      i++;
    }
  }
  return -1;
}

function endsEscaped(value: string, mark: string): boolean {
  return mark === '"' && /(?<!\\)(?:\\\\)*\\"$/.test(value);
}

const ESCAPE = /\\(?:[0abt\tnvfre "'\\N_LP]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|$)/y;

function badEscape(value: string, from = 0): number | undefined {
  for (let i = value.indexOf('\\', from); i >= 0; i = value.indexOf('\\', i)) {
    ESCAPE.lastIndex = i;
    const found = ESCAPE.exec(value);
    if (!found) return i;
    i += found[0].length;
  }
  return undefined;
}

function escapedBackslashes(value: string): string | undefined {
  let repaired = '';
  let at = 0;
  for (let bad = badEscape(value); bad !== undefined; bad = badEscape(value, at)) {
    repaired += `${value.slice(at, bad)}\\\\`;
    at = bad + 1;
  }
  return readable(repaired + value.slice(at));
}

/** Text in quotation marks: double ones where nothing needs a backslash, else single ones. */
export function quote(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replace(/'/g, "''")}'`;
}

function readable(value: string): string | undefined {
  return judgeValue(value) === undefined ? value : undefined;
}
