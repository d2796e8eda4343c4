import { message } from '../base/message';
import { labelOf, unlink, writtenLinks } from './links';
import type { Rule } from './rule';

export const emptyLink: Rule = {
  id: 'empty-link',
  group: 'links',
  summary: message('A link without an address, or without words'),
  severity: 'warning',
  *check(subject) {
    for (const link of writtenLinks(subject)) {
      const { node, span } = link;
      if (node.url === '')
        yield {
          span,
          message: message(
            'This link has no address: readers who click it stay where they are. Write the address between the round brackets, or keep only the words.',
          ),
          fixes: [unlink(link, !labelOf(link))],
        };
      else if (!labelOf(link))
        yield {
          span,
          message: message(
            'This link has no words, so that nobody can see or click it. Write them between the square brackets, or take the link out.',
          ),
          fixes: [
            ...(/^https?:\/\/[^\s<>\\]+$/i.test(node.url)
              ? [{ title: message('Show the address'), edits: [{ span, text: `<${node.url}>` }] }]
              : []),
            unlink(link, false),
          ],
        };
    }
  },
};
