import type { Nodes } from 'mdast';
import { type Placed, within } from '../article/placed';
import { message } from '../base/message';
import { span } from '../base/span';
import type { Rule } from './rule';

export const duplicateParagraph: Rule = {
  id: 'duplicate-paragraph',
  group: 'text',
  summary: message('A paragraph that stands in the article twice'),
  severity: 'information',
  *check({ article }) {
    const { text } = article;
    const seen = new Map<string, Placed>();
    for (const paragraph of article.body.nodes.of('paragraph')) {
      if (paragraph.span.end - paragraph.span.start <= LEAST) continue;
      const key = keyOf(text, paragraph);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, paragraph);
        continue;
      }
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
