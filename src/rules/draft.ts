import { fieldOf, type Value } from '../article/frontMatter';
import { message } from '../base/message';
import { fenceOf } from './fields';
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
      if (isDraft(field.value))
        yield {
          span: field.value.span,
          message: message(
            'The article is a draft: Hugo leaves it out without a word. Write draft: false to publish it.',
          ),
        };
      return;
    }
    const cascade = site.cascades.find(({ folder, values }) => values['draft'] === true && isBelow(path, folder));
    if (cascade && cascade.from !== path)
      yield {
        span: fenceOf(frontMatter),
        message: message(
          'The article is not on the site: {0} makes everything below it a draft. Write draft: false to publish it.',
          cascade.from,
        ),
      };
  },
};

/** As Hugo takes it: `true`, a number but 0, and the texts that Go reads as true. */
function isDraft(value: Value): boolean {
  if (value.kind === 'boolean') return value.value;
  if (value.kind === 'number') return value.value !== 0;
  return value.kind === 'string' && /^(?:1|t|T|TRUE|true|True)$/.test(value.value);
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder.replace(/\/$/, '')}/`);
}
