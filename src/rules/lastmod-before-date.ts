import { message } from '../base/message';
import { clockText, dateFieldOf, timeIn } from './dates';
import { fieldOf } from './fields';
import type { Rule } from './rule';

export const lastmodBeforeDate: Rule = {
  id: 'lastmod-before-date',
  group: 'fields',
  summary: message('An article that was changed before it was published'),
  severity: 'information',
  *check({ article: { frontMatter }, world: { site } }) {
    const lastmod = fieldOf(frontMatter, 'lastmod');
    const date = lastmod && dateFieldOf(frontMatter, site);
    if (!date || date === lastmod) return;
    const changed = timeIn(lastmod.value, site.timeZone);
    const published = timeIn(date.value, site.timeZone);
    if (!changed || !published || changed.time >= published.time) return;
    // A day without a time is its whole day.
    if (lastmod.value.kind === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(lastmod.value.value)) {
      if (changed.time + DAY > published.time) return;
    }
    yield {
      span: lastmod.value.span,
      message: message(
        '{0} is earlier than {1} ({2}): readers see that the article was changed before it was published. Correct the wrong one.',
        lastmod.key,
        date.key,
        clockText(published.time, site.timeZone),
      ),
    };
  },
};

const DAY = 86_400_000;
