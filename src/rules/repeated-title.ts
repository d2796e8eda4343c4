import { message } from '../base/message';
import { headingsOf, linesWith } from './headings';
import type { Rule } from './rule';

export const repeatedTitle: Rule = {
  id: 'repeated-title',
  group: 'body',
  summary: message('A heading that repeats the title of the article'),
  severity: 'information',
  *check(subject) {
    const { body, text } = subject.article;
    for (const heading of headingsOf(subject)) {
      const { span, placed } = heading;
      if (heading.fault !== 'title') continue;
      const isFirst = body.nodes.blocks[0] === placed;
      yield {
        span,
        message: message(
          'This heading is the title again: the page shows it above already, so readers see it twice. Take it out.',
        ),
        fixes: placed.parent
          ? []
          : [
              {
                title: message('Take the heading out'),
                edits: [{ span: linesWith(text, span), text: '' }],
                preferred: isFirst,
              },
            ],
      };
    }
  },
};
