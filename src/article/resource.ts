import { type Span, span } from '../base/span';

/** The parts of `[label](address "title")`. */
export interface Resource {
  readonly label: Span;
  readonly url: Span;
}

/** `(address "title")` to its end; `>` at the start of a line may be a quote mark. */
const TAIL =
  /^\]\((?:\s|(?<=[\r\n]\s*)>)*(?:<((?:\\[\s\S]|[^<>\\\r\n])*)>|((?:\\[\s\S]|[^\s\\])*?))(?:[\s>]+(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^()\\])*\)))?[\s>]*\)$/;

/**
 * Finds label and address of an inline link, or of an image without its `!`, whose extent the tree gives. Undefined when it is not of that form.
 */
export function resourceOf(text: string, where: Span): Resource | undefined {
  const source = text.slice(where.start, where.end);
  if (!source.endsWith(')')) return undefined;
  for (const at of labelEnds(source)) {
    const tail = TAIL.exec(source.slice(at));
    if (!tail) continue;
    const address = tail[1] ?? tail[2] ?? '';
    const offset = tail[1] === undefined ? startOfBare(source, at) : source.indexOf('<', at) + 1;
    const start = where.start + offset;
    return { label: span(where.start + 1, where.start + at), url: span(start, start + address.length) };
  }
  return undefined;
}

function startOfBare(source: string, at: number): number {
  const lead = /^\]\((?:\s|(?<=[\r\n]\s*)>)*/.exec(source.slice(at));
  return at + (lead?.[0].length ?? 2);
}

/** Offsets of each `](` that may close the bracket the source begins with: brackets inside are in pairs, or escaped. */
function labelEnds(source: string): number[] {
  const ends: number[] = [];
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === '\\') i++;
    else if (c === '[') depth++;
    else if (c === ']' && --depth === 0 && source[i + 1] === '(') ends.push(i);
  }
  return ends;
}
