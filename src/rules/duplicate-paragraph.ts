import type { Nodes } from 'mdast';
import { type Placed, within } from '../article/placed';
import { message } from '../base/message';
import { type Span, span } from '../base/span';
import type { Rule } from './rule';

export const duplicateParagraph: Rule = {
  id: 'duplicate-paragraph',
  group: 'text',
  summary: message('A paragraph that stands in the article twice'),
  severity: 'information',
  *check({ article }) {
    const { text } = article;
    const seen = new Seen(text);
    for (const paragraph of article.body.nodes.of('paragraph')) {
      if (paragraph.span.end - paragraph.span.start <= LEAST) continue;
      const first = seen.firstLike(paragraph);
      if (!first) continue;
      // A quotation from the text, set apart, is a way of laying out.
      if (within(first, 'blockquote') !== within(paragraph, 'blockquote')) continue;
      const words = folded(shownOf(paragraph.node));
      if (words.length <= LEAST) continue;
      yield {
        span: paragraph.span,
        message: message(
          'This paragraph stands further up already, beginning “{0}”. Take one of them out.',
          words.slice(0, 16),
        ),
        fixes: paragraph.parent
          ? []
          : [{ title: message('Take this paragraph out'), edits: [{ span: withLines(text, paragraph), text: '' }] }],
      };
    }
  },
};

/** Characters that a paragraph must have more of: shorter ones, as a signature or a label, may be repeated. */
const LEAST = 30;

/** The paragraphs so far. Nearly all differ in how they begin and end, and are not looked at any further. */
class Seen {
  private readonly byEnds = new Map<number, Placed | Map<string, Placed>>();

  constructor(private readonly text: string) {}

  /** The first one like it before it; else it is kept as one. */
  firstLike(paragraph: Placed): Placed | undefined {
    const ends = endsOf(this.text, paragraph.span);
    let alike = this.byEnds.get(ends);
    if (!alike) {
      this.byEnds.set(ends, paragraph);
      return undefined;
    }
    if (!(alike instanceof Map)) {
      alike = new Map([[keyOf(this.text, alike), alike]]);
      this.byEnds.set(ends, alike);
    }
    const key = keyOf(this.text, paragraph);
    const first = alike.get(key);
    if (!first) alike.set(key, paragraph);
    return first;
  }
}

/** Characters at each end that tell most paragraphs from others. */
const ENDS = 12;

/** A number for how a text begins and ends, whatever its white space. */
function endsOf(text: string, { start, end }: Span): number {
  let ends = 0;
  for (let at = start, left = ENDS; at < end && left > 0; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) continue;
    ends = (Math.imul(ends, 31) + code) | 0;
    left--;
  }
  for (let at = end - 1, left = ENDS; at >= start && left > 0; at--) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) continue;
    ends = (Math.imul(ends, 31) + code) | 0;
    left--;
  }
  return ends;
}

/** No less than what `\s` is: a letter that is left out does no harm. */
function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The same for paragraphs that differ in white space only. */
function keyOf(text: string, { span }: Placed): string {
  const source = text.slice(span.start, span.end);
  return SPACED.some((space) => source.includes(space)) ? folded(source) : source;
}
const SPACED = ['\n', '  ', '\t', '\u3000'] as const;

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What readers see, without pictures and addresses. */
function shownOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map((child) => shownOf(child as Nodes)).join('') : '';
}

/** The paragraph and the blank lines behind it. */
function withLines(text: string, { span: { start, end } }: Placed) {
  const behind = /[ \t]*(?:\r?\n[ \t]*)*/y;
  behind.lastIndex = end;
  const rest = behind.exec(text)?.[0] ?? '';
  return span(start, end + rest.lastIndexOf('\n') + 1);
}
