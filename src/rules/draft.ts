import { isTrue } from '../article/frontMatter';
import { message } from '../base/message';
import { cascadesOver } from '../hugo/cascades';
import { fenceOf, fieldOf } from './fields';
import type { Rule } from './rule';

export const draft: Rule = {
  id: 'draft',
  group: 'fields',
  summary: message('An article that is not on the site, because it is a draft'),
  severity: 'information',
  *check({ article: { frontMatter }, path, world: { site } }) {
    if (site.buildDrafts) return;
    const field = fieldOf(frontMatter, 'draft');
    if (field && field.value.kind !== 'null') {
      if (isTrue(field.value))
        yield {
          span: field.value.span,
          message: message(
            'The article is a draft: Hugo leaves it out and does not say so. Write draft: false to publish it.',
          ),
        };
      return;
    }
    const decides = cascadesOver(site, path).findLast(({ values }) => values['draft'] !== undefined);
    if (decides?.values['draft'] === true && decides.from !== path)
      yield {
        span: fenceOf(frontMatter),
        message: message(
          'The article is not on the site: {0} makes everything below it a draft. Write draft: false to publish it.',
          decides.from,
        ),
      };
  },
};
