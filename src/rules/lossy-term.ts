import { message } from '../base/message';
import { textOf } from './fields';
import type { Rule } from './rule';
import { slugOf, termFields } from './terms';

export const lossyTerm: Rule = {
  id: 'lossy-term',
  group: 'fields',
  summary: message('A tag or category whose address loses characters'),
  severity: 'information',
  *check({ article: { frontMatter }, world: { site } }) {
    for (const field of termFields(frontMatter, site)) {
      for (const item of field.value.kind === 'list' ? field.value.items : []) {
        const term = textOf(item)?.trim();
        if (!term || !/[#?%&*"'!@$^+=|\\<>:;,()[\]{}`]/.test(term)) continue;
        const slug = slugOf(term);
        if (slug === term.toLowerCase().replace(/\s+/g, '-')) continue;
        yield {
          span: item.span,
          message: message(
            'The address of “{0}” will be /{1}/{2}/: another entry whose address is the same shares its page. Use a name without such characters.',
            term,
            field.name,
            slug,
          ),
        };
      }
    }
  },
};
