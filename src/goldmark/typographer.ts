import {
  isAsciiDigit,
  isAsciiPunctuation,
  isDigit,
  isLetter,
  isPunctuation,
  isSpace,
  isUnicodePunctuation,
  isWhitespace,
} from './characters';
import { flanking } from './emphasis';

/** A piece of text that the typographer replaces; offsets are those of the leaf's text. */
export interface Substitution {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** How Hugo writes the replacements where it fails to decode them: in the text for a missing image. */
export const NAMED: Readonly<Record<string, string>> = {
  '“': '&ldquo;',
  '”': '&rdquo;',
  '‘': '&lsquo;',
  '’': '&rsquo;',
  '–': '&ndash;',
  '—': '&mdash;',
  '…': '&hellip;',
  '«': '&laquo;',
  '»': '&raquo;',
};

const TWICE: Readonly<Record<string, string>> = { '<': '«', '>': '»', '-': '–' };
const THRICE: Readonly<Record<string, string>> = { '-': '—', '.': '…' };

/** A quote and what stands round it. */
interface Quote {
  readonly opens: boolean;
  readonly closes: boolean;
  /** The code point in front of it. */
  readonly before: number;
  /** UTF-8 bytes from the quote to the end of its line, counted up to 6: Goldmark asks for so many. */
  readonly bytes: number;
  readonly text: string;
  readonly at: number;
  readonly lineEnd: number;
}

/** The code point `distance` UTF-16 units behind the quote, or -1 behind the line. */
function behind({ text, at, lineEnd }: Quote, distance: number): number {
  return at + distance < lineEnd ? (text.codePointAt(at + distance) as number) : -1;
}

/** Decides about quotes. How many are open is counted over the whole document, as Goldmark does. */
export class Typographer {
  private single = 0;
  private double = 0;
  /** Where the run of quotes ends that was looked at last, in the text at hand. */
  private runEnd = -1;

  /** Begins a new text. */
  begin(): void {
    this.runEnd = -1;
  }

  /** `<<`, `>>`, `--`, `---` or `...` at `at`. */
  signAt(text: string, at: number, end: number): Substitution | undefined {
    const sign = text[at] as string;
    const twice = at + 1 < end && text[at + 1] === sign;
    const thrice = twice && at + 2 < end && text[at + 2] === sign;
    const value = thrice ? (THRICE[sign] ?? TWICE[sign]) : twice ? TWICE[sign] : undefined;
    if (value === undefined) return undefined;
    return { start: at, end: at + (thrice && THRICE[sign] !== undefined ? 3 : 2), value };
  }

  /** What becomes of the quote at `at`; undefined when it stays as it is. */
  quoteAt(text: string, at: number, lineEnd: number, before: number): Substitution | undefined {
    const character = text.charCodeAt(at);
    if (at >= this.runEnd) {
      let end = at + 1;
      while (end < lineEnd && text.charCodeAt(end) === character) end++;
      this.runEnd = end;
    }
    const { opens, closes } = flanking(before, this.runEnd < lineEnd ? (text.codePointAt(this.runEnd) as number) : 32);
    const bytes = bytesBetween(text, at, lineEnd);
    const quote: Quote = { opens, closes, before, bytes, text, at, lineEnd };
    const value = character === 39 ? this.singleQuote(quote) : this.doubleQuote(quote);
    return value === undefined ? undefined : { start: at, end: at + 1, value };
  }

  private singleQuote(quote: Quote): string | undefined {
    if (isApostrophe(quote)) return '’';
    const { bytes } = quote;
    if (quote.opens && !quote.closes) {
      if (isContraction(quote)) return '’';
      this.single++;
      return '‘';
    }
    if (bytes > 2 && !isDigitOrEnd(behind(quote, 1))) return '’';
    if (this.single > 0 && ends(quote)) {
      this.single--;
      return '’';
    }
    return undefined;
  }

  private doubleQuote(quote: Quote): string | undefined {
    if (quote.opens && !quote.closes) {
      this.double++;
      return '“';
    }
    if (this.double === 0 || !ends(quote)) return undefined;
    if (quote.bytes > 1 && behind(quote, 1) === 34 && isDigit(quote.before)) return undefined; // Monitor 21""
    this.double--;
    return '”';
  }
}

function isDigitOrEnd(codePoint: number): boolean {
  return codePoint >= 0 && isDigit(codePoint);
}

/** `'90s`, `'twas`, `'em`, and the one within a word. */
function isApostrophe(quote: Quote): boolean {
  const { before, bytes } = quote;
  const next = behind(quote, 1);
  if (quote.opens && !quote.closes && bytes > 3) {
    if (isAsciiDigit(next) && isAsciiDigit(behind(quote, 2)) && behind(quote, 3) === 115) {
      const after = bytes > 4 ? behind(quote, 4) : 32;
      if (isWhitespace(after) || isPunctuation(after)) return true;
    }
  }
  if (bytes < 2) return false;
  const startsShort = next === 116 || next === 101 || next === 110 || next === 108; // t e n l
  if (startsShort && (isUnicodePunctuation(before) || isWhitespace(before))) return true;
  return (isDigit(before) || isLetter(before)) && next >= 0 && isLetter(next);
}

/** `'s`, `'m`, `'t`, `'d`, `'ve`, `'ll`, `'re`. */
function isContraction(quote: Quote): boolean {
  const { bytes } = quote;
  const one = behind(quote, 1);
  const two = behind(quote, 2);
  if (bytes > 1 && (one === 115 || one === 109 || one === 116 || one === 100)) {
    if (bytes < 3 || isAsciiBoundary(two)) return true;
  }
  const ending = (one === 118 && two === 101) || (one === 108 && two === 108) || (one === 114 && two === 101);
  return bytes > 2 && ending && (bytes < 4 || isAsciiBoundary(behind(quote, 3)));
}

function isAsciiBoundary(codePoint: number): boolean {
  return codePoint < 0 || isAsciiPunctuation(codePoint) || isSpace(codePoint);
}

/** Closes, or stands before punctuation that itself stands before punctuation or space. */
function ends(quote: Quote): boolean {
  if (!quote.closes) return false;
  if (!quote.opens) return true;
  const one = behind(quote, 1);
  // Goldmark looks at bytes: behind punctuation of more than one, it sees no second character.
  if (quote.bytes < 2 || one < 0 || one > 127 || !isUnicodePunctuation(one)) return false;
  return quote.bytes === 2 || isAsciiPunctuation(behind(quote, 2)) || isSpace(behind(quote, 2));
}

function bytesBetween(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end && bytes < 6; i++) {
    const c = text.charCodeAt(i);
    bytes += c < 128 ? 1 : c < 2048 || (c >= 0xd800 && c < 0xe000) ? 2 : 3;
  }
  return bytes;
}
