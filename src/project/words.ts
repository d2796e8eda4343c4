import { type Span, span } from '../base/span';

/** Words of the house: what is written wrong, what may not be written, and how names are translated. */
export interface Words {
  readonly entries: readonly HouseWord[];
  readonly names: readonly HouseName[];
  /** Where words of the house stand in a text, from an offset on, in order; of those that begin at one place the longest. */
  find(text: string, from: number, to: number): Iterable<FoundWord>;
}

export interface HouseWord {
  /** As it must not stand in an article. */
  readonly wrong: string;
  /** What to write instead; several are offered, and none is written without asking. Empty: banned. */
  readonly right: readonly string[];
  /** Why, in the newsroom's own words. */
  readonly note: string | undefined;
  readonly kind: 'replace' | 'banned' | 'name';
}

/** How a name of another language is written: `特朗普` for `Trump`. */
export interface HouseName {
  readonly right: string;
  readonly original: string;
  readonly note: string | undefined;
}

export interface FoundWord {
  readonly span: Span;
  /** Undefined where the text is right as it is. */
  readonly word: HouseWord | undefined;
  readonly name: HouseName | undefined;
}

interface Known {
  readonly word: HouseWord | undefined;
  readonly name: HouseName | undefined;
}

export const NO_WORDS: Words = { entries: [], names: [], find: () => [] };

/** Puts words in order for finding them: by their first character, so that thousands of them cost no more than a few. */
export function wordsOf(entries: readonly HouseWord[], names: readonly HouseName[]): Words {
  if (entries.length === 0 && names.length === 0) return NO_WORDS;
  const exact = new Lexicon();
  // Latin words in lower case stand for all cases.
  const folded = new Lexicon();
  const add = (text: string, known: Known): void => (isFolded(text) ? folded : exact).add(text, known);
  for (const word of entries) add(word.wrong, { word, name: undefined });
  for (const name of names) add(name.right, { word: undefined, name });
  // Within a right form nothing is wrong: `账户` in `银行账户`.
  for (const { right } of entries) for (const text of right) add(text, { word: undefined, name: undefined });
  return { entries, names, find: (text, from, to) => found({ exact, folded, text, from, to }) };
}

function isFolded(text: string): boolean {
  return /[a-z]/.test(text) && text === text.toLowerCase();
}

/** Words by their first UTF-16 unit, and for each the lengths that there are, longest first. */
class Lexicon {
  readonly words = new Map<string, Known>();
  readonly lengths = new Map<number, number[]>();

  add(text: string, known: Known): void {
    if (text === '') return;
    const before = this.words.get(text);
    if (before?.word || (before?.name && !known.word)) return;
    this.words.set(text, known);
    const first = text.charCodeAt(0);
    const lengths = this.lengths.get(first) ?? [];
    if (!lengths.includes(text.length)) lengths.push(text.length);
    this.lengths.set(
      first,
      lengths.sort((a, b) => b - a),
    );
  }
}

interface Finding {
  readonly exact: Lexicon;
  readonly folded: Lexicon;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function* found({ exact, folded, text, from, to }: Finding): Iterable<FoundWord> {
  const small = folded.words.size === 0 ? text : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  for (let at = from; at < to; at++) {
    const one = longest(exact, text, at, to);
    const other = folded.words.size === 0 ? undefined : longest(folded, small, at, to);
    const best = one && other ? (one.length >= other.length ? one : other) : (one ?? other);
    if (!best) continue;
    yield { span: span(at, at + best.length), ...best.known };
    at += best.length - 1;
  }
}

function longest(
  { words, lengths }: Lexicon,
  text: string,
  at: number,
  to: number,
): { readonly length: number; readonly known: Known } | undefined {
  for (const length of lengths.get(text.charCodeAt(at)) ?? []) {
    if (at + length > to) continue;
    const known = words.get(text.substring(at, at + length));
    if (known && !isWithin(text, at) && !isWithin(text, at + length)) return { length, known };
  }
  return undefined;
}

/** Between two letters or digits of the Latin alphabet: a Latin word is found as a whole only. */
function isWithin(text: string, at: number): boolean {
  return at > 0 && at < text.length && LATIN.test(text[at - 1] ?? '') && LATIN.test(text[at] ?? '');
}

const LATIN = /[\p{Script=Latin}\d]/u;
