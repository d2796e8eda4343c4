import { message } from '../base/message';
import { span } from '../base/span';
import type { Finding, Rule } from './rule';

export const ideographicIndent: Rule = {
  id: 'ideographic-indent',
  group: 'text',
  summary: message('Paragraphs indented with full-width spaces'),
  severity: 'hint',
  *check({ article }) {
    const { text, body } = article;
    if (text.indexOf('\u3000', body.span.start) < 0) return;
    const indents: Indent[] = [];
    for (const paragraph of body.nodes.of('paragraph')) {
      const [indent] = INDENT.exec(text.slice(paragraph.span.start, paragraph.span.start + LONGEST)) ?? [];
      if (!indent) continue;
      const start = paragraph.span.start;
      const end = start + indent.length;
      const block = BLOCK.exec(text.slice(end, end + LONGEST))?.[0];
      if (block) yield notRead(start, end, block.trim());
      else if (!/^[\d+*_~`<[!#>|=:-]/.test(text.slice(end, end + 1))) indents.push({ start, end });
    }
    if (indents.length > 0) yield indented(indents);
  },
};

interface Indent {
  readonly start: number;
  readonly end: number;
}

const INDENT = /^[ \t\u00a0]*\u3000[ \t\u00a0\u3000]*/;
/** What begins a block where nothing but plain spaces stands before it. */
const BLOCK = /^(?:#{1,6}|[-*+]|>|\d{1,9}[.)])(?=[ \t])[ \t]*/;
const LONGEST = 64;

/** `　　## 标题` is no heading. */
function notRead(start: number, end: number, mark: string): Finding {
  return {
    span: span(start, end),
    severity: 'warning',
    message: message(
      'Behind full-width spaces Markdown does not read “{0}”: readers will see it as it is typed here. Take the spaces out.',
      mark,
    ),
    fixes: [{ title: message('Take the spaces out'), edits: [{ span: span(start, end), text: '' }] }],
  };
}

/** One finding for all of an article: it is one habit. */
function indented(indents: readonly Indent[]): Finding {
  const [first] = indents;
  return {
    span: span(first?.start ?? 0, first?.end ?? 0),
    message:
      indents.length > 1
        ? message(
            'Full-width spaces indent {0} paragraphs here. Hugo publishes them, so that readers see an indent beside the theme’s own spacing. Leave that to the theme.',
            indents.length,
          )
        : message(
            'Full-width spaces indent this paragraph. Hugo publishes them, so that readers see an indent beside the theme’s own spacing. Leave that to the theme.',
          ),
    fixes: [
      {
        title: message('Take the spaces out'),
        edits: indents.map(({ start, end }) => ({ span: span(start, end), text: '' })),
        preferred: true,
      },
    ],
  };
}
