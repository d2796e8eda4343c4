import { message } from '../base/message';
import { headingsOf, linesWith } from './headings';
import type { Rule } from './rule';

export const emptyHeading: Rule = {
  id: 'empty-heading',
  group: 'body',
  summary: message('A heading without words'),
  severity: 'warning',
  *check(subject) {
    const { text } = subject.article;
    for (const heading of headingsOf(subject)) {
      const { span, placed } = heading;
      if (heading.text.trim() !== '' || heading.fault !== 'empty') continue;
      yield {
        span,
        message: message('Readers will see a gap here: this heading has no words. Write them, or take the marks out.'),
        // Within a list or quote its mark would be left alone.
        fixes: [
          {
            title: message('Take the heading out'),
            edits: [{ span: placed.parent ? span : linesWith(text, span), text: '' }],
            preferred: !placed.parent,
          },
        ],
      };
    }
  },
};
