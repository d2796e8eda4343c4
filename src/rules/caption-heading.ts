import { message } from '../base/message';
import { asParagraph, headingsOf } from './headings';
import type { Rule } from './rule';

export const captionHeading: Rule = {
  id: 'caption-heading',
  group: 'body',
  summary: message('The caption of a picture written as a heading'),
  severity: 'information',
  *check(subject) {
    const { text } = subject.article;
    for (const heading of headingsOf(subject)) {
      if (heading.fault !== 'caption') continue;
      const edits = asParagraph(text, heading);
      yield {
        span: heading.span,
        message: message(
          'This looks like the caption of a picture, and readers will see it as a heading, in large letters and in the table of contents. Make it a paragraph.',
        ),
        fixes: edits ? [{ title: message('Make it a paragraph'), edits, preferred: true }] : [],
      };
    }
  },
};
