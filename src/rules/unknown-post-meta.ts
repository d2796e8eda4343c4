import { message } from '../base/message';
import { nearest } from '../base/near';
import { MAINROAD_POST_META } from '../hugo/theme';
import { fieldOf, fixesIn, partsOf, spanOf, textOf, writingName } from './fields';
import type { Rule } from './rule';

export const unknownPostMeta: Rule = {
  id: 'unknown-post-meta',
  group: 'fields',
  summary: message('An entry of `post_meta` that the theme does not have'),
  severity: 'error',
  *check(subject) {
    const field = fieldOf(subject.article.frontMatter, 'post_meta');
    if (field?.value.kind !== 'list' && field?.value.kind !== 'map') return;
    const names = subject.world.site.postMeta ?? new Set(MAINROAD_POST_META);
    for (const item of partsOf(field.value)) {
      const name = textOf(item);
      if (name !== undefined && names.has(name)) continue;
      const meant = name === undefined ? undefined : nearest(name, names);
      yield {
        span: item.span.end > item.span.start ? item.span : spanOf(field),
        message: message(
          'There is nothing called “{0}” to show under the headline: the build fails with “partial "post_meta/{0}.html" not found”. Use one of {1}.',
          name ?? '',
          [...names].join(', '),
        ),
        fixes: fixesIn(subject, writingName(meant, item)),
      };
    }
  },
};
