import { message } from '../base/message';
import { clockText, comingDates } from './dates';
import type { Rule } from './rule';

export const futureDate: Rule = {
  id: 'future-date',
  group: 'fields',
  summary: message('An article that is not on the site yet, because its date is still to come'),
  severity: 'information',
  *check(subject) {
    for (const { field, time, heldBack } of comingDates(subject))
      if (!heldBack)
        yield {
          span: field.value.span,
          message: message(
            'The article stays off the site until {0}, and appears only when the site is built after that.',
            clockText(time, subject.world.site.timeZone),
          ),
        };
  },
};
