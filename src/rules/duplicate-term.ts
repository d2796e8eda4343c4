import { message } from '../base/message';
import { textOf } from './fields';
import type { Rule } from './rule';
import { termFields } from './terms';

export const duplicateTerm: Rule = {
  id: 'duplicate-term',
  group: 'fields',
  summary: message('A tag or category that is listed twice'),
  severity: 'information',
  *check({ article: { frontMatter }, world: { site } }) {
    for (const field of termFields(frontMatter, site)) {
      const seen = new Set<string>();
      for (const item of field.value.kind === 'list' ? field.value.items : []) {
        // Hugo takes `AI` and `ai` for one.
        const text = textOf(item) ?? '';
        const name = text.trim().toLowerCase();
        if (name === '') continue;
        if (seen.has(name))
          yield {
            span: item.span,
            message: message('“{0}” is in {1} already: readers will see it twice. Take one out.', text, field.key),
          };
        seen.add(name);
      }
    }
  },
};
