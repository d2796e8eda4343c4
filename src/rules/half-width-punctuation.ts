import type { Text } from 'mdast';
import { type Placed, within } from '../article/placed';
import { message } from '../base/message';
import { span } from '../base/span';
import { Prose } from './prose';
import type { Finding, Rule } from './rule';
import { isChineseAround, isFullWidthMark, isHan, unitAfter, unitBefore } from './scripts';

export const halfWidthPunctuation: Rule = {
  id: 'half-width-punctuation',
  group: 'text',
  summary: message('Half-width punctuation in Chinese'),
  severity: 'information',
  *check({ article }) {
    const { text, body } = article;
    const prose = new Prose(article);
    const marks = /[,;:?!]/g;
    marks.lastIndex = body.span.start;
    for (let match = marks.exec(text); match; match = marks.exec(text)) {
      const at = match.index;
      if (!followsChinese(text, at)) continue;
      const place = placeAt(text, at);
      if (!place || !isChineseAround(text, at)) continue;
      const node = prose.at(at);
      if (node) yield finding(text, at, place, node);
    }
  },
};

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** Only what follows 汉字, or closes what they stand in, can be meant as Chinese: `3,000` and `10:30` cannot. */
function followsChinese(text: string, at: number): boolean {
  const before = unitBefore(text, at);
  return isHan(before) || (isFullWidthMark(before) && CLOSING.has(before));
}
const CLOSING: ReadonlySet<number> = new Set(Array.from('）》」』】〉', (char) => char.charCodeAt(0)));

/** What follows the mark: how much of the space behind it goes, and whether nothing else can be meant. */
interface Place {
  readonly spaces: number;
  readonly sure: boolean;
}

function placeAt(text: string, at: number): Place | undefined {
  const mark = text[at];
  let behind = at + 1;
  while (text[behind] === ' ') behind++;
  const spaces = behind - at - 1;
  const after = unitAfter(text, behind);
  if (isHan(after) || isOpening(after)) return { spaces, sure: true };
  if (after === 10) return { spaces: 0, sure: true };
  // `张三, PhD`
  if (spaces > 0) return undefined;
  if (/[\p{Nd}A-Za-z]/u.test(String.fromCharCode(after))) return { spaces, sure: mark === ',' || mark === ';' };
  return undefined;
}

function isOpening(code: number): boolean {
  return OPENING.has(code);
}
const OPENING: ReadonlySet<number> = new Set(Array.from('（《「『【〈“‘', (char) => char.charCodeAt(0)));

function finding(text: string, at: number, { spaces, sure }: Place, node: Placed<Text>): Finding {
  const mark = text[at] ?? '';
  const full = FULL_WIDTH[mark] ?? mark;
  // The spaces of a heading become part of its address.
  const eaten = within(node, 'heading') ? 0 : spaces;
  return {
    span: span(at, at + 1),
    message: message(
      'In Chinese a full-width “{1}” belongs here: readers see “{0}” squeezed against the characters. Write “{1}”.',
      mark,
      full,
    ),
    fixes: [
      { title: message('Write {0}', full), edits: [{ span: span(at, at + 1 + eaten), text: full }], preferred: sure },
    ],
  };
}
