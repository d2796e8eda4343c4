import { message } from '../base/message';
import { spanOf } from './fields';
import type { Rule } from './rule';
import { termFields } from './terms';

export const emptyTerm: Rule = {
  id: 'empty-term',
  group: 'fields',
  summary: message('A tag or category with nothing in it, or one that is itself a list'),
  severity: 'warning',
  *check({ article: { frontMatter }, world: { site } }) {
    for (const field of termFields(frontMatter, site)) {
      for (const item of field.value.kind === 'list' ? field.value.items : []) {
        const span = item.span.end > item.span.start ? item.span : spanOf(field);
        if (item.kind === 'list' || item.kind === 'map')
          yield {
            span,
            message: message(
              'An entry of {0} must be text: readers will see it with brackets, and its link leads nowhere. Write the entries one by one.',
              field.key,
            ),
          };
        else if (item.kind === 'null' || (item.kind === 'string' && item.value.trim() === ''))
          yield {
            span,
            message: message(
              'An entry of {0} is empty: readers will see a link without words. Take it out.',
              field.key,
            ),
          };
      }
    }
  },
};
