import { message } from '../base/message';
import { fieldOf, partsOf, textOf } from './fields';
import type { Rule } from './rule';

export const duplicateWidget: Rule = {
  id: 'duplicate-widget',
  group: 'fields',
  summary: message('A widget that is listed twice'),
  severity: 'information',
  *check({ article: { frontMatter } }) {
    const field = fieldOf(frontMatter, 'widgets');
    const seen = new Set<string>();
    for (const item of field?.value.kind === 'list' ? partsOf(field.value) : []) {
      const name = textOf(item);
      if (name === undefined) continue;
      if (seen.has(name))
        yield {
          span: item.span,
          message: message('The widget “{0}” is in the list already: readers will see it twice. Take one out.', name),
        };
      seen.add(name);
    }
  },
};
