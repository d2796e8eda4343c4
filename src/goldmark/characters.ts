// What Goldmark takes characters for. Numbers are UTF-16 units or code points, as said.

function table(characters: string): Uint8Array {
  const flags = new Uint8Array(128);
  for (let i = 0; i < characters.length; i++) flags[characters.charCodeAt(i)] = 1;
  return flags;
}
const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PUNCTUATION = table('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');
const ALPHANUMERIC = table(DIGITS + LETTERS);
const INLINE = table('\n\\`*_~[]!<&\'"-.>');
const INLINE_WITH_LINKS = table('\n\\`*_~[]!<&\'"-.> (');
const BLOCK = table(`#>\`~<-=_*+[:${DIGITS}`);

const LOCAL_PART = table(`${DIGITS}${LETTERS}.!#$%&'*+/=?^_\`{|}~-`);

const UNICODE_PUNCTUATION = /^\p{P}/u;
const UNICODE_LETTER = /^\p{L}/u;
const UNICODE_DIGIT = /^\p{Nd}/u;

/** Space, tab, CR or LF: what Goldmark trims and what makes a line blank. Not form feed, not the Unicode spaces. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}
export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}
export function isAsciiPunctuation(code: number): boolean {
  return code < 128 && PUNCTUATION[code] === 1;
}
export function isAsciiAlphanumeric(code: number): boolean {
  return code < 128 && ALPHANUMERIC[code] === 1;
}
export function isAsciiDigit(code: number): boolean {
  return code > 47 && code < 58;
}
/** May stand before the `@` of an e-mail address. */
export function isLocalPart(code: number): boolean {
  return code < 128 && LOCAL_PART[code] === 1;
}
/** Can a block other than a paragraph begin with this character? */
export function startsBlock(code: number): boolean {
  return code < 128 && BLOCK[code] === 1;
}
/** The characters (below 128) at which the inline parser has to stop and look. */
export function inlineStops(linksPossible: boolean): Uint8Array {
  return linksPossible ? INLINE_WITH_LINKS : INLINE;
}

/** `\p{P}` alone: `$`, `+` and `<` are no punctuation here. */
export function isUnicodePunctuation(codePoint: number): boolean {
  return UNICODE_PUNCTUATION.test(String.fromCodePoint(codePoint));
}
/** Punctuation beside emphasis: ASCII punctuation and `\p{P}`, but not `\p{S}`: `®` and `℃` are like letters. */
export function isPunctuation(codePoint: number): boolean {
  return codePoint < 128 ? PUNCTUATION[codePoint] === 1 : isUnicodePunctuation(codePoint);
}
/** Go's `unicode.IsSpace`. */
export function isWhitespace(codePoint: number): boolean {
  if (codePoint < 128) return codePoint === 32 || (codePoint > 8 && codePoint < 14);
  if (codePoint < 0x1680) return codePoint === 0x85 || codePoint === 0xa0;
  return (
    codePoint === 0x1680 ||
    (codePoint >= 0x2000 && codePoint <= 0x200a) ||
    codePoint === 0x2028 ||
    codePoint === 0x2029 ||
    codePoint === 0x202f ||
    codePoint === 0x205f ||
    codePoint === 0x3000
  );
}
/** As Unicode has it (category L). */
export function isLetter(codePoint: number): boolean {
  if (codePoint < 128) return ALPHANUMERIC[codePoint] === 1 && codePoint > 57;
  return UNICODE_LETTER.test(String.fromCodePoint(codePoint));
}
/** As Unicode has it (category Nd). */
export function isDigit(codePoint: number): boolean {
  return codePoint < 128 ? isAsciiDigit(codePoint) : UNICODE_DIGIT.test(String.fromCodePoint(codePoint));
}
