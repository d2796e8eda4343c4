import { type Span, span } from '../base/span';

/** What is to be completed at a caret in a project's file of YAML, which may be half typed: so lines are looked at, and no parser is asked. */
export interface OptionCaret {
  /** `key`: a name that has no colon yet. */
  readonly kind: 'key' | 'value';
  /** The keys that it stands below: `['overrides', 'rules']`. For a value, its own key is the last. */
  readonly path: readonly string[];
  /** Names that stand beside it on its line; those on other lines are not known. */
  readonly typed: Span;
  /** A colon follows: only the name is to be replaced. */
  readonly hasColon: boolean;
  /** No space parts a value from its colon or dash. */
  readonly glued: boolean;
}

/** `indent - - key: rest` of a line. */
const KEY_LINE = /^(\s*(?:-\s+)*)(["']?)([\w$-]+)\2\s*:(?:\s+(.*))?$/;

/** Undefined where nothing can be completed: in a comment, or in a value of several lines. */
export function optionCaretAt(text: string, offset: number): OptionCaret | undefined {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const prefix = text.slice(start, offset);
  if (/^\s*#|\s#/.test(prefix)) return undefined;
  const lead = /^\s*(?:-\s+)*/.exec(prefix)?.[0] ?? '';
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const above = parents(text.slice(0, start), lead.length);
  return inLine(prefix.slice(lead.length), {
    at: start + lead.length,
    path: above,
    isItem: /-\s+$/.test(lead),
    hasColon: /^[\w-]*["']?\s*:/.test(rest),
  });
}

/** The keys of the lines above that a line with this indentation stands below, the outermost first. */
function parents(before: string, indent: number): string[] {
  const path: string[] = [];
  let column = indent;
  for (const line of before.split(/\r\n|\r|\n/).reverse()) {
    if (column === 0) break;
    if (/^\s*(?:#|$)/.test(line)) continue;
    const match = KEY_LINE.exec(line);
    const own = match?.[1]?.length ?? line.search(/\S/);
    if (own >= column) continue;
    column = own;
    if (match?.[3] !== undefined && /^(?:#.*)?$/.test(match[4] ?? '')) path.unshift(match[3]);
    else if (match) return ['?']; // a line of a text, or of what begins in brackets
  }
  return path;
}

interface Line {
  readonly at: number;
  readonly path: readonly string[];
  readonly isItem: boolean;
  readonly hasColon: boolean;
}

/** Goes through what stands on the line before the caret, brackets included. */
function inLine(source: string, { at, path, isItem, hasColon }: Line): OptionCaret | undefined {
  const keys = [...path];
  const open: string[] = [];
  let from = 0;
  let key: string | undefined;
  const popTo = (bracket: string): void => {
    if (key !== undefined) keys.pop();
    key = undefined;
    if (open.pop() === bracket && keys.length > path.length) keys.pop();
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === '"' || c === "'") {
      const end = source.indexOf(c, i + 1);
      if (end < 0) break;
      i = end;
    } else if (c === ':' && key === undefined && (i + 1 === source.length || /\s/.test(source[i + 1]!))) {
      key = source.slice(from, i).trim().replace(/["']/g, '');
      keys.push(key);
      from = i + 1;
    } else if (c === '{' || c === '[') {
      open.push(c);
      // The key stays on the path: what is inside stands below it.
      if (key === undefined) keys.push('');
      key = undefined;
      from = i + 1;
    } else if (c === '}' || c === ']') {
      popTo(c === '}' ? '{' : '[');
      from = i + 1;
    } else if (c === ',') {
      if (key !== undefined) keys.pop();
      key = undefined;
      from = i + 1;
    }
  }
  const blank = /^\s*/.exec(source.slice(from))?.[0].length ?? 0;
  const isValue = key !== undefined || open.at(-1) === '[' || (open.length === 0 && isItem && !/^[\w-]*$/.test(source));
  return {
    kind: isValue ? 'value' : 'key',
    path: keys.filter((name) => name !== ''),
    typed: span(at + from + blank, at + source.length),
    hasColon,
    glued: key !== undefined && from > 0 && blank === 0 && source[from - 1] === ':',
  };
}
