import { message } from '../base/message';
import type { Site } from '../hugo/site';
import { clockText, comingDates, newsroomClock, withOffset } from './dates';
import { fixesIn } from './fields';
import type { Rule } from './rule';

export const heldBackDate: Rule = {
  id: 'held-back-date',
  group: 'fields',
  summary: message('A date without an offset that Hugo reads in another time zone, which holds the article back'),
  severity: 'warning',
  *check(subject) {
    const { timeZone } = subject.world.site;
    for (const { field, time, heldBack } of comingDates(subject))
      if (heldBack)
        yield {
          span: field.value.span,
          message: message(
            'This time has no offset, so Hugo reads it as {0} time: the article stays off the site until {1}. Say which time it is, such as +08:00.',
            timeZone,
            appearance(subject.world.site, time),
          ),
          fixes: fixesIn(subject, withOffset(subject, field)),
        };
  },
};

/** On the site's clocks, and on those in the newsroom. */
function appearance(site: Site, time: number): string {
  const [there, here] = [clockText(time, site.timeZone), newsroomClock(site, time)];
  return here === undefined || here.slice(0, 16) === there.slice(0, 16) ? there : `${here} = ${there}`;
}
