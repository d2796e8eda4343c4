import type { Value } from '../article/frontMatter';
import { message } from '../base/message';
import { comingDates, dateIn, dateNames, newsroomClock, withOffset } from './dates';
import { fieldsThatCount, fixesIn } from './fields';
import type { Rule } from './rule';

export const dateWithoutOffset: Rule = {
  id: 'date-without-offset',
  group: 'fields',
  summary: message('A time of day without an offset, on a site that says no time zone'),
  severity: 'hint',
  *check(subject) {
    const { article, world } = subject;
    if (world.site.hasTimeZone) return;
    const names = dateNames(world.site);
    const told = new Set([...comingDates(subject)].filter(({ heldBack }) => heldBack).map(({ field }) => field));
    for (const field of fieldsThatCount(article.frontMatter)) {
      const time = names.has(field.name) ? unclearTime(field.value) : undefined;
      if (time === undefined || told.has(field)) continue;
      const clock = newsroomClock(world.site, time);
      yield {
        span: field.value.span,
        message: clock
          ? message(
              'Neither this date nor the site says a time zone, so Hugo takes it for UTC, which is {0} in the newsroom. Add the offset, such as +08:00.',
              clock,
            )
          : message(
              'Neither this date nor the site says a time zone, so Hugo takes it for UTC. Add the offset, such as +08:00.',
            ),
        fixes: fixesIn(subject, withOffset(subject, field)),
      };
    }
  },
};

/** The instant of a time of day in no zone. A day alone is the same day for every reader of a newsroom. */
function unclearTime(value: Value): number | undefined {
  if (value.kind !== 'string' || !/\d:\d/.test(value.value)) return undefined;
  // Which is how Hugo reads it on such a site.
  if (/\b(?:GMT|UTC)\s*$/.test(value.value)) return undefined;
  const reading = dateIn(value, 'UTC');
  return reading?.state === 'ok' && !reading.hasOffset && !reading.yearless ? reading.time : undefined;
}
