import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { isAsciiPunctuation, isSpace } from './characters';

// `\*` and `&amp;`, and the labels by which references find their definitions.

const REFERENCE = /^&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z][a-zA-Z0-9]{1,31}));/;
/** `&CounterClockwiseContourIntegral;` with some room. */
const LONGEST_REFERENCE = 36;

export interface CharacterReference {
  readonly value: string;
  /** Offset behind the `;`. */
  readonly end: number;
}

/** The character reference that begins with the `&` at `at`, if it is one. */
export function characterReferenceAt(text: string, at: number): CharacterReference | undefined {
  const match = REFERENCE.exec(text.slice(at, at + LONGEST_REFERENCE));
  if (match === null) return undefined;
  const value = match[3] === undefined ? numericCharacter(match[1], match[2]) : decodeNamedCharacterReference(match[3]);
  return value === false ? undefined : { value, end: at + match[0].length };
}

function numericCharacter(hexadecimal: string | undefined, decimal: string | undefined): string {
  const code = hexadecimal === undefined ? Number.parseInt(decimal ?? '0', 10) : Number.parseInt(hexadecimal, 16);
  const valid = code !== 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}

/** Text of a destination or title with backslash escapes and character references resolved. */
export function unescapeText(text: string): string {
  if (text.indexOf('\\') < 0 && text.indexOf('&') < 0) return text;
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92 && i + 1 < text.length && isAsciiPunctuation(text.charCodeAt(i + 1))) {
      out += text.slice(from, i);
      from = ++i;
    } else if (c === 38) {
      const reference = characterReferenceAt(text, i);
      if (reference === undefined) continue;
      out += text.slice(from, i) + reference.value;
      from = reference.end;
      i = from - 1;
    }
  }
  return out + text.slice(from);
}

/** Resolves only character references: what Hugo does to the language of a fence. */
export function resolveReferences(text: string): string {
  return text.replace(/&[^;\s]+;/g, (match) => characterReferenceAt(match, 0)?.value ?? match);
}

/** The key under which a link label is known: trimmed, white space collapsed, case folded. */
export function labelKey(label: string): string {
  return trimSpace(label)
    .replace(/[ \t\r\n]+/g, ' ')
    .toLowerCase()
    .toUpperCase();
}

export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
