import type { Field } from '../article/frontMatter';
import { message } from '../base/message';
import { clockText, comingDates } from './dates';
import { fixesIn, textOf, writingName } from './fields';
import type { Fix, Rule, Subject } from './rule';

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
            clockText(time, timeZone),
          ),
          fixes: fixesIn(subject, withOffset(subject, field)),
        };
  },
};

/** `2025-02-07 19:11:57` → `2025-02-07T19:11:57+08:00`. Offered, not preferred: only the editor knows which clock was meant. */
function withOffset(subject: Subject, { value }: Field): Fix | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2}))?$/.exec(textOf(value) ?? '');
  const offset = offsetOf(subject);
  if (!parts || offset === undefined) return undefined;
  const meant = `${parts[1]}T${parts[2] ?? '00:00:00'}${offset}`;
  const fix = writingName(meant, value);
  return fix && { ...fix, preferred: false };
}

/** The offset of a newsroom that writes in this language, where one country decides. */
function offsetOf({ world: { site } }: Subject): string | undefined {
  if (/^zh\b/.test(site.defaultLanguage)) return '+08:00';
  return /^(?:ja|ko)\b/.test(site.defaultLanguage) ? '+09:00' : undefined;
}
