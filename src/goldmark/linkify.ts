import { isAsciiAlphanumeric, isLocalPart } from './characters';

const URL =
  /^(?:http|https|ftp):\/\/[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}[\]`]*)?/;
const WWW = /^www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?:[/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}[\]`]*)?/;
const DOMAIN = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*/;
/** Behind every text. */
const NOWHERE = 0x3fffffff;
const TRAILING = '?!.,:*_~';

export interface BareLink {
  readonly url: string;
  readonly length: number;
}

/** Finds URLs and e-mail addresses that are written without anything round them, as Goldmark's linkify does. */
export class LinkFinder {
  /** Offsets in the source of the next text that a link could hold, so that most text need not be looked at. */
  private readonly signs = [
    { text: '@', at: -1 },
    { text: '://', at: -1 },
    { text: 'www.', at: -1 },
  ];
  /** In the text at hand, no e-mail address begins before this offset. */
  private noAddressBefore = 0;

  constructor(private readonly source: string) {}

  /** Could there be a link in [start, end) of the source? Asked in ascending order; begins a new text. */
  begin(start: number, end: number): boolean {
    this.noAddressBefore = 0;
    let possible = false;
    for (const sign of this.signs) {
      if (sign.at < start) {
        const found = this.source.indexOf(sign.text, start);
        sign.at = found < 0 ? NOWHERE : found;
      }
      if (sign.at < end) possible = true;
    }
    return possible;
  }

  /** The link that begins at `at`, in a line that ends at `lineEnd`. */
  linkAt(text: string, at: number, lineEnd: number): BareLink | undefined {
    const url = urlLength(text, at, lineEnd);
    if (url !== undefined) return trimmed(text, at, url.length, url.prefix);
    const address = this.addressLength(text, at, lineEnd);
    return address === undefined ? undefined : trimmed(text, at, address, 'mailto:');
  }

  private addressLength(text: string, at: number, lineEnd: number): number | undefined {
    if (at < this.noAddressBefore) return undefined;
    let sign = at;
    while (sign < lineEnd && isLocalPart(text.charCodeAt(sign))) sign++;
    // Whatever begins between here and there has the same end.
    this.noAddressBefore = sign;
    if (sign >= lineEnd || text.charCodeAt(sign) !== 64) return undefined;
    const domain = DOMAIN.exec(text.slice(sign + 1, lineEnd));
    if (domain === null) return undefined;
    let end = sign + 1 + domain[0].length;
    const dot = text.indexOf('.', sign);
    if (dot < 0 || dot >= end - 1) return undefined;
    if (text.charCodeAt(end - 1) === 46) end--;
    const next = end < lineEnd ? text.charCodeAt(end) : 0;
    return next === 45 || next === 95 ? undefined : end - at;
  }
}

function urlLength(text: string, at: number, lineEnd: number): { length: number; prefix: string } | undefined {
  const c = text.charCodeAt(at);
  if (c !== 104 && c !== 102 && c !== 119) return undefined;
  const line = text.slice(at, lineEnd);
  const isWww = line.startsWith('www.');
  const match = isWww ? WWW.exec(line) : URL.exec(line);
  if (match === null) return undefined;
  return { length: lengthWithoutTail(match[0]), prefix: isWww ? 'https://' : '' };
}

/** A final period, unbalanced parentheses and a trailing `&amp;` belong to the sentence. */
function lengthWithoutTail(link: string): number {
  const last = link[link.length - 1];
  if (last === '.') return link.length - 1;
  if (last === ')') {
    let unbalanced = 0;
    for (const c of link) unbalanced += c === ')' ? 1 : c === '(' ? -1 : 0;
    return link.length - Math.max(0, unbalanced);
  }
  if (last === ';') {
    let i = link.length - 2;
    while (i >= 0 && isAsciiAlphanumeric(link.charCodeAt(i))) i--;
    if (i < link.length - 2 && link[i] === '&') return i;
  }
  return link.length;
}

function trimmed(text: string, at: number, length: number, prefix: string): BareLink {
  let end = at + length - 1;
  while (end > at && TRAILING.includes(text[end] as string)) end--;
  return { url: prefix + text.slice(at, end + 1), length: end + 1 - at };
}
