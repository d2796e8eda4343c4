/** `space`: white space or the edge of the block. `mark`: punctuation as Goldmark counts it. `word`: everything else, `®` and `+` in full width too. */
export type Side = 'space' | 'mark' | 'word';

/** @param char a whole character; undefined or '' at the edge of the block */
export function sideOf(char: string | undefined): Side {
  if (char === undefined || char === '' || SPACE.test(char)) return 'space';
  return /[!-/:-@[-`{-~\p{P}]/u.test(char) ? 'mark' : 'word';
}

/** Whether `**` between two characters can begin bold text. */
export function canOpen(before: Side, after: Side): boolean {
  return after !== 'space' && (after !== 'mark' || before !== 'word');
}

/** Whether `**` between two characters can end bold text. */
export function canClose(before: Side, after: Side): boolean {
  return before !== 'space' && (before !== 'mark' || after !== 'word');
}

/** The whole character that ends before an offset. */
export function charBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  const low = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff && offset > 1 ? text.slice(offset - 2, offset) : text[offset - 1]!;
}

/** The whole character that begins at an offset. */
export function charAfter(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** As Go's `unicode.IsSpace`, and so Hugo, sees it. */
const SPACE = /^[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;
