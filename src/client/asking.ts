/** Fields that are written, not chosen. */
const FREE_TEXT = /^(?:title|linktitle|subtitle|lead|summary|description|slug|url|alt|caption)$/i;

const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{L}\p{N}·ー]{1,20}$/u;

export interface Typing {
  /** What was put in: `p`, `新闻` after a composition, `""` when the editor closed a quote by itself. */
  readonly text: string;
  /** The line up to the caret. */
  readonly before: string;
  /** The line this many lines further up; undefined above the front matter. */
  readonly above: (back: number) => string | undefined;
}

/**
 * Whether typing this within front matter is a moment to offer something: on a key, or in the value of a field that has
 * choices. A rough look that costs nothing; what is offered, if anything, the server decides.
 */
export function shouldAsk({ text, before, above }: Typing): boolean {
  if (/(?:^|\s)#/.test(before) || !opens(text, before)) return false;
  const key = /^\s*"?[\w-]+$/.test(before);
  if (key) return isKeyLine(before, above);
  const pair = /^\s*(?:-\s+)?["']?([\p{L}\p{N}_-]+)["']?\s*[:=]\s(.*)$/u.exec(before);
  if (pair) return !FREE_TEXT.test(pair[1] ?? '');
  return /^\s*-\s/.test(before) || /^\s*["']/.test(before);
}

/** A letter, a quote or bracket, a composed word; a space only where a value or an item begins. */
function opens(text: string, before: string): boolean {
  if (text === ' ') return /(?:^\s*-|[\w"'][:=]|[[,]) $/.test(before);
  return CJK.test(text) || /^(?:["'[]|""|''|\[\])$/.test(text);
}

/** Not a word of running text: `summary: |` has such lines below it. */
function isKeyLine(before: string, above: Typing['above']): boolean {
  const indent = indentOf(before);
  if (indent === 0) return true;
  for (let back = 1; ; back++) {
    const line = above(back);
    if (line === undefined) return false;
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    return /:\s*$/.test(line);
  }
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}
