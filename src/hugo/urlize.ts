import { wellFormed } from '../base/wellFormed';
import type { UrlStyle } from './site';

/** Nearly every file name: nothing in it is left out or encoded. */
const PLAIN = /^[\w./~@+-]*$/;
const LETTER = /[\p{L}\p{Nd}\p{M}./\\_#+~@-]/u;

/**
 * A text as Hugo writes it into an address, not yet percent-encoded: letters, digits and `. / _ # + ~ - @` stay, white space becomes one hyphen,
 * the rest goes. `人工智能（AI）` → `人工智能ai`.
 */
export function sanitizePath(text: string, style: UrlStyle): string {
  if (PLAIN.test(text)) return style.keepCase ? text : text.toLowerCase();
  let result = '';
  let space = false;
  let hyphen = false;
  const characters = [...(style.removeAccents ? withoutAccents(text) : text)];
  for (const [i, c] of characters.entries()) {
    const escaped = c === '%' && /^%[\da-f]{2}$/i.test(characters.slice(i, i + 3).join(''));
    if (escaped || LETTER.test(c)) {
      hyphen = c === '-';
      if (space && !hyphen) result += '-';
      space = false;
      result += c;
    } else if (result !== '' && !hyphen && /\s/u.test(c)) space = true;
  }
  return style.keepCase ? result : lowerCase(result);
}

/** Letter by letter, as Go does: `İ` becomes `i`, and a final `Σ` is like any other. */
function lowerCase(text: string): string {
  return [...text].map((c) => (c === 'İ' ? 'i' : c.toLowerCase())).join('');
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}

/** Percent-encodes a path as Go's `url.URL` does; what is encoded already stays. */
export function escapePath(path: string): string {
  if (PLAIN.test(path)) return path;
  return wellFormed(path)
    .split(/(%[\da-fA-F]{2})/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : encodeURI(part)
            .replace(/[!'()*[\]]/g, percent)
            .replace(/%25(?=[\da-fA-F]{2})/g, '%'),
    )
    .join('');
}

function percent(c: string): string {
  return `%${c.charCodeAt(0).toString(16).toUpperCase()}`;
}
