import type { Field, Value } from '../article/frontMatter';
import { type Message, message } from '../base/message';
import { meantDate } from './dateForms';
import { dateIn, dateNames } from './dates';
import { fieldsThatCount, fixesIn, writingName } from './fields';
import type { Finding, Rule, Subject } from './rule';

export const unreadDate: Rule = {
  id: 'unread-date',
  group: 'fields',
  summary: message('A date in a form that Hugo does not read, or reads as another one'),
  severity: 'warning',
  *check(subject) {
    const names = dateNames(subject.world.site);
    for (const field of fieldsThatCount(subject.article.frontMatter)) {
      if (!names.has(field.name)) continue;
      // The time zone does not decide whether a date is read; UTC is quick.
      const reading = dateIn(field.value, 'UTC');
      if (!reading) continue;
      if (reading.state === 'zero') yield finding(subject, field, unread(field));
      else if (reading.yearless || isMisread(field.value)) yield finding(subject, field, misread(field, reading.time));
    }
  },
};

/** A number counts as seconds since 1970: right from 1990 to 2100, and a slip (`20250207`) elsewhere. */
function isMisread(value: Value): boolean {
  return value.kind === 'number' && (value.value < 631_152_000 || value.value > 4_102_444_800);
}

function unread({ key, name }: Field): Message {
  if (name === 'date')
    return message(
      'Hugo cannot read this date and says nothing: the article shows no date and stands last in every list. Write it as 2025-02-07 19:11:57.',
    );
  return message(
    'Hugo cannot read the date in {0}: it ignores it and does not say so. Write it as 2025-02-07 19:11:57.',
    key,
  );
}

function misread({ key }: Field, time: number): Message {
  return message(
    'Hugo reads {0} as {1}, because it takes a bare number for seconds since 1970 and a time without a day for year 0. Write it as 2025-02-07 19:11:57.',
    key,
    Math.abs(time) < 8e15 ? new Date(time).toISOString().slice(0, 10) : '—',
  );
}

function finding(subject: Subject, { value }: Field, why: Message): Finding {
  const meant =
    value.kind === 'string' ? meantDate(value.value) : value.kind === 'number' ? meantNumber(value.value) : undefined;
  return { span: value.span, message: why, fixes: fixesIn(subject, writingName(meant, value)) };
}

/** `20250207`, or milliseconds since 1970. */
function meantNumber(value: number): string | undefined {
  if (value >= 631_152_000_000 && value <= 4_102_444_800_000) return `${new Date(value).toISOString().slice(0, 19)}Z`;
  return meantDate(String(value));
}
