import { message } from '../base/message';
import { fieldOf, spanOf } from './fields';
import type { Rule } from './rule';

export const emptyTitle: Rule = {
  id: 'empty-title',
  group: 'fields',
  summary: message('A `title` with nothing in it'),
  severity: 'warning',
  *check({ article: { frontMatter }, kind }) {
    const field = fieldOf(frontMatter, 'title');
    if (!field || kind === 'section') return;
    const { value } = field;
    if (value.kind === 'null' || (value.kind === 'string' && value.value.trim() === ''))
      yield {
        span: spanOf(field),
        message: message(
          'The title is empty: readers will see no headline, and lists show a link without words. Write one.',
        ),
      };
  },
};
