import { message } from '../base/message';
import { fieldOf, fixesIn, partsOf, writing } from './fields';
import type { Rule } from './rule';

export const namelessMenu: Rule = {
  id: 'nameless-menu',
  group: 'fields',
  summary: message('A `menu` that is an empty text, which puts the article into a menu without a name'),
  severity: 'hint',
  *check(subject) {
    const { article } = subject;
    for (const name of ['menu', 'menus']) {
      const field = fieldOf(article.frontMatter, name);
      for (const value of field ? partsOf(field.value) : []) {
        if (!field || value.kind !== 'string' || value.value.trim() !== '') continue;
        const none = value === field.value ? writing('[]', value.span, false) : undefined;
        yield {
          span: value.span,
          message: message(
            'With an empty text, Hugo puts the article into a menu without a name. Readers see nothing of it, but two articles of one title make Hugo warn of a duplicate menu entry. Write {0}: [] for none.',
            field.key,
          ),
          fixes: fixesIn(subject, none),
        };
      }
    }
  },
};
