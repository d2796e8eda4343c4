import type { Heading } from 'mdast';
import { message } from '../base/message';
import { span as spanned } from '../base/span';
import { headingsOf } from './headings';
import type { Rule } from './rule';

export const boldHeading: Rule = {
  id: 'bold-heading',
  group: 'body',
  summary: message('A heading that is bold as a whole, though headings are'),
  severity: 'hint',
  *check(subject) {
    const { text } = subject.article;
    for (const heading of headingsOf(subject)) {
      const { span, placed } = heading;
      if (!isBold(placed.node) || heading.fault) continue;
      const bold = placed.node.children[0]!.position!;
      const [start, end] = [bold.start.offset!, bold.end.offset!];
      const edits = [
        { span: spanned(start, start + 2), text: '' },
        { span: spanned(end - 2, end), text: '' },
      ];
      const inner = text.slice(start + 2, end - 2);
      yield {
        span,
        message: message('Headings are bold already: the marks add nothing. Take them out.'),
        // Above an underline, `1. 甲` would begin a list.
        fixes:
          heading.underline && !/^[\p{L}《「“（]/u.test(inner)
            ? []
            : [{ title: message('Take the bold out'), edits, preferred: !/[#*_`\\{[]/.test(inner) }],
      };
    }
  },
};

function isBold({ children }: Heading): boolean {
  return children.length === 1 && children[0]!.type === 'strong';
}
