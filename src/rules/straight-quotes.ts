import type { Text } from 'mdast';
import type { Article } from '../article/article';
import type { Placed } from '../article/placed';
import { textOffsets } from '../article/textOffsets';
import { message } from '../base/message';
import { span } from '../base/span';
import { lineOf, Prose } from './prose';
import type { Finding, Fix, Rule } from './rule';
import { isFullWidthMark, isHan, unitAfter, unitBefore } from './scripts';

export const straightQuotes: Rule = {
  id: 'straight-quotes',
  group: 'text',
  summary: message('Straight quotation marks in Chinese, which Hugo turns into curly ones here and there'),
  severity: 'information',
  *check({ article }) {
    const { text, body } = article;
    if (text.indexOf('"', body.span.start) < 0) return;
    for (const line of linesWithQuotes(article)) {
      // `“` for a pair that Hugo turns as a Chinese editor would.
      if (line.quotes.every(({ published }, i) => published === (i % 2 === 0 ? '“' : '”'))) continue;
      if (line.quotes.some((quote) => isBesideChinese(text, quote.at)) && !FOREIGN.test(line.source))
        yield finding(text, line);
    }
  },
};

/** Kana and hangul. */
const FOREIGN = /[\u3041-\u30fa\uac00-\ud7a3]/;

interface Quote {
  readonly at: number;
  /** What Hugo makes of it. */
  readonly published: string;
}

/** The straight quotation marks of one paragraph, heading or cell. */
interface Line {
  readonly source: string;
  readonly quotes: readonly Quote[];
}

function* linesWithQuotes(article: Article): Iterable<Line> {
  const prose = new Prose(article);
  let line: Placed | undefined;
  let quotes: Quote[] = [];
  const source = ({ span }: Placed) => article.text.slice(span.start, span.end);
  for (const node of article.body.nodes.of('text')) {
    if (!node.node.value.includes('"')) continue;
    const own = lineOf(node);
    if (line && own !== line && quotes.length > 0) yield { source: source(line), quotes };
    if (own !== line) quotes = [];
    line = own;
    quotes.push(...quotesIn(article.text, node, prose));
  }
  if (line && quotes.length > 0) yield { source: source(line), quotes };
}

/** None of those that are escaped or written as entities, which stay straight as they are meant to. */
function quotesIn(text: string, placed: Placed<Text>, prose: Prose): Quote[] {
  const { value, data } = placed.node;
  const offsets = textOffsets(text, placed);
  if (!offsets) return [];
  const typeset = data?.typeset ?? value;
  const quotes: Quote[] = [];
  for (let i = 0, j = 0; i < value.length; i++, j++) {
    if (value[i] === '"') {
      const at = offsets[i] ?? -1;
      if (text[at] === '"' && prose.at(at)) quotes.push({ at, published: typeset[j] ?? '"' });
    } else if (value[i] !== typeset[j]) i += shortenedBy(typeset[j]);
  }
  return quotes;
}

/** How many characters more were written for a sign of the typographer: `---`, `...`, `--`, `<<`. */
function shortenedBy(sign: string | undefined): number {
  if (sign === '—' || sign === '…') return 2;
  return sign === '–' || sign === '«' || sign === '»' ? 1 : 0;
}

function isBesideChinese(text: string, at: number): boolean {
  const before = unitBefore(text, at);
  const after = unitAfter(text, at + 1);
  return isHan(before) || isHan(after) || isFullWidthMark(before) || isFullWidthMark(after);
}

function finding(text: string, { source, quotes }: Line): Finding {
  const [first] = quotes;
  const last = quotes.at(-1);
  const where = span(first?.at ?? 0, (last?.at ?? 0) + 1);
  const mixed = quotes.some(({ published }) => published !== '"');
  const fix = pairing(text, source, quotes);
  return {
    span: where,
    severity: mixed ? 'warning' : undefined,
    message: mixed
      ? message(
          'Readers will see {0}: Hugo turns some of these straight quotation marks into curly ones and leaves the others. Write “ and ”.',
          shown(quotes),
        )
      : message('In Chinese quotation marks are “ and ”; Hugo leaves these straight ones as they are. Write “ and ”.'),
    fixes: fix ? [fix] : [],
  };
}

/** The marks as published, in their order: `"…"，“…”`. */
function shown(quotes: readonly Quote[]): string {
  const marks = quotes.slice(0, 6).map(({ published }) => published);
  return marks.join(' … ');
}

/** Pairs for all of the line, where the marks are even in number and each pair embraces words that look quoted. */
function pairing(text: string, source: string, quotes: readonly Quote[]): Fix | undefined {
  if (quotes.length % 2 !== 0) return undefined;
  let sure = !/[“”]/.test(source);
  for (let i = 0; i + 1 < quotes.length; i += 2) {
    const inner = text.slice((quotes[i]?.at ?? 0) + 1, quotes[i + 1]?.at);
    if (inner.trim() === '' || inner.trim() !== inner) return undefined;
    // `5'10"` and `21"` measure.
    if (/\d$/.test(inner) || inner.length > LONGEST) sure = false;
  }
  return {
    title: message('Write “ and ” for all of them'),
    edits: quotes.map(({ at }, i) => ({ span: span(at, at + 1), text: i % 2 === 0 ? '“' : '”' })),
    preferred: sure,
  };
}

/** Characters between two marks from which on they may not belong together. */
const LONGEST = 200;
