import { message } from '../base/message';
import { fenceOf, fieldOf, isRead } from './fields';
import type { Rule } from './rule';

export const missingTitle: Rule = {
  id: 'missing-title',
  group: 'fields',
  summary: message('An article without `title`'),
  severity: 'warning',
  *check({ article: { frontMatter }, kind }) {
    // Hugo names a section without a title after its folder.
    if (kind === 'section' || !isRead(frontMatter) || fieldOf(frontMatter, 'title')) return;
    yield {
      span: fenceOf(frontMatter),
      message: message('The article has no title: readers will see an empty headline. Add a line such as title: "…".'),
    };
  },
};
