import pangu from 'pangu';
import { isHan } from './scripts';

/** Texts that are longer are looked at in parts: the library's time grows with the square of some. */
const LONGEST = 200;

/**
 * Where a space is to stand between 汉字 and Latin letters or digits, as offsets of `text`. Which of them, says `pangu`, which knows addresses, paths and
 * the like; of what else it would change nothing is taken.
 */
export function missingSpaces(text: string): readonly number[] {
  const found: number[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    for (let from = 0; from < word.length; from += LONGEST) {
      const part = word.slice(from, from + LONGEST);
      if (!BORDER.test(part)) continue;
      for (const at of spacesPut(part, pangu.spacingText(part))) found.push(index + from + at);
    }
  }
  return found;
}

const BORDER = /[\p{Script=Han}][A-Za-z0-9$]|[A-Za-z0-9%°+][\p{Script=Han}]/u;

/** Spaces that stand in `after` and not in `before`, between 汉字 and others; none from where the two differ otherwise. */
function* spacesPut(before: string, after: string): Iterable<number> {
  let at = 0;
  for (const character of after) {
    if (before.startsWith(character, at)) at += character.length;
    else if (character !== ' ') return;
    else if (isBorder(before, at)) yield at;
  }
}

function isBorder(text: string, at: number): boolean {
  const [left, right] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return isHan(left) ? /[A-Za-z0-9$]/.test(text[at] ?? '') : isHan(right) && /[A-Za-z0-9%°+]/.test(text[at - 1] ?? '');
}
