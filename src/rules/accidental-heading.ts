import { message } from '../base/message';
import { span } from '../base/span';
import { asParagraph, headingsOf, isSentence, lineEndOf } from './headings';
import type { Fix, Rule } from './rule';

export const accidentalHeading: Rule = {
  id: 'accidental-heading',
  group: 'body',
  summary: message('A paragraph that a line of `===` or `---` below it turns into a heading'),
  severity: 'warning',
  *check(subject) {
    const { text } = subject.article;
    for (const heading of headingsOf(subject)) {
      const { underline } = heading;
      if (!underline || heading.fault !== 'accident') continue;
      const fixes: Fix[] = [];
      const isRule = text[underline.start] === '-' && underline.end - underline.start > 2;
      if (isRule && !heading.placed.parent)
        fixes.push({
          title: message('Put a blank line between'),
          edits: [
            { span: span(lineStart(text, underline.start), lineStart(text, underline.start)), text: lineEndOf(text) },
          ],
          preferred: isSentence(heading.text),
        });
      const edits = asParagraph(text, heading);
      if (edits) fixes.push({ title: message('Take the line out'), edits, preferred: !isRule });
      yield {
        span: heading.span,
        message: message(
          'The line {0} makes a heading of the text right above it: readers will see the whole paragraph in large letters. Put a blank line between, or take the line out.',
          text.slice(underline.start, Math.min(underline.end, underline.start + 10)),
        ),
        fixes,
      };
    }
  },
};

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
