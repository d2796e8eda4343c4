import { message } from '../base/message';
import { clockText, timeIn } from './dates';
import { fieldOf } from './fields';
import type { Rule } from './rule';

export const expired: Rule = {
  id: 'expired',
  group: 'fields',
  summary: message('An article that is no longer on the site, because its `expiryDate` has passed'),
  severity: 'information',
  *check({ article: { frontMatter }, world: { site, now } }) {
    const field = fieldOf(frontMatter, 'expirydate');
    const at = field && timeIn(field.value, site.timeZone);
    if (!at || site.buildExpired || at.time > now.getTime()) return;
    yield {
      span: field.value.span,
      message: message(
        'The article has not been on the site since {0}. Take the date out or write a later one to show it again.',
        clockText(at.time, site.timeZone),
      ),
    };
  },
};
