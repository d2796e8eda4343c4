import type { Field, FrontMatter, Value } from '../article/frontMatter';
import { type DateReading, readDate } from '../hugo/dates';
import type { Site } from '../hugo/site';
import { dateOf, formatNow, zoneOf } from '../hugo/zone';
import { fieldOf, textOf, writingName } from './fields';
import type { Fix, Subject } from './rule';

/** The fields that Hugo reads dates from, by lower-cased name: its own and those that the site names in `[frontmatter]`. */
export function dateNames(site: Site): ReadonlySet<string> {
  return new Set(
    ['date', 'publishdate', 'expirydate', 'unpublishdate', 'lastmod', ...site.dateOrder, ...site.lastmodOrder].map(
      (name) => name.toLowerCase(),
    ),
  );
}

/** What Hugo makes of a date; undefined for a value that holds none (absent, or an empty text). */
export function dateIn(value: Value, timeZone: string): DateReading | undefined {
  switch (value.kind) {
    case 'null':
      return undefined;
    case 'string':
      return value.value.trim() === '' ? undefined : readDate(value.value, timeZone);
    case 'number':
      return readDate(value.value, timeZone);
    case 'boolean':
    case 'list':
    case 'map':
      return { state: 'zero' };
    default:
      return value satisfies never;
  }
}

/** The instant that a field gives, in the site's time zone when it says none itself. */
export function timeIn(
  value: Value,
  timeZone: string,
): { readonly time: number; readonly hasOffset: boolean } | undefined {
  const reading = dateIn(value, timeZone);
  return reading?.state === 'ok' ? reading : undefined;
}

/** The field that Hugo takes the article's date from: the first of the site's order that holds a date. */
export function dateFieldOf(frontMatter: FrontMatter, site: Site): Field | undefined {
  for (const name of site.dateOrder) {
    const field = fieldOf(frontMatter, name.toLowerCase());
    if (field && timeIn(field.value, 'UTC')) return field;
  }
  return undefined;
}

/** `2025-02-07 19:11 (Asia/Shanghai)`: an instant as the newsroom's clocks show it. */
export function clockText(time: number, timeZone: string): string {
  return `${formatNow(dateOf(time), timeZone).slice(0, 16).replace('T', ' ')} (${timeZone})`;
}

/** A date that keeps the article off the site. */
export interface ComingDate {
  readonly field: Field;
  readonly time: number;
  /**
   * In the future only because of the zone that Hugo reads it in: it has no offset, and some clock on Earth (up to UTC+14) has already
   * passed what is written, so an editor there meant now or earlier.
   */
  readonly heldBack: boolean;
}

/** The dates of an article that are still to come where they are read; none on a site that builds the future too. */
export function* comingDates({ article: { frontMatter }, world: { site, now } }: Subject): Iterable<ComingDate> {
  if (site.buildFuture) return;
  const date = dateFieldOf(frontMatter, site);
  const publishDate = fieldOf(frontMatter, 'publishdate');
  for (const field of date === publishDate ? [date] : [date, publishDate]) {
    const found = field && timeIn(field.value, 'UTC');
    if (!found || found.time < now.getTime() - 24 * HOUR) continue; // past in every zone
    const local = timeIn(field.value, site.timeZone);
    if (!local || local.time <= now.getTime()) continue;
    const { time, hasOffset } = local;
    const written = time + (zoneOf(site.timeZone)?.offsetAt(time) ?? 0);
    yield { field, time, heldBack: !hasOffset && written <= now.getTime() + 14 * HOUR };
  }
}
const HOUR = 3_600_000;

/** `2025-02-07 19:11:57` → `2025-02-07T19:11:57+08:00`. Offered, not preferred: only the editor knows which clock was meant. */
export function withOffset({ world: { site } }: Subject, { value }: Field): Fix | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2}))?$/.exec(textOf(value) ?? '');
  const hours = newsroomHours(site);
  if (!parts || hours === undefined) return undefined;
  const fix = writingName(`${parts[1]}T${parts[2] ?? '00:00:00'}${offsetName(hours)}`, value);
  return fix && { ...fix, preferred: false };
}

/** `2025-02-08 03:11 (+08:00)`: an instant on the clocks of the newsroom, where its language tells where that is. */
export function newsroomClock(site: Site, time: number): string | undefined {
  const hours = newsroomHours(site);
  if (hours === undefined) return undefined;
  const clock = dateOf(time + hours * HOUR)
    .toISOString()
    .slice(0, 16);
  return `${clock.replace('T', ' ')} (${offsetName(hours)})`;
}

/** Hours ahead of UTC of a newsroom that writes in this language, where one country decides. */
function newsroomHours({ defaultLanguage }: Site): number | undefined {
  if (/^zh\b/.test(defaultLanguage)) return 8;
  return /^(?:ja|ko)\b/.test(defaultLanguage) ? 9 : undefined;
}

function offsetName(hours: number): string {
  return `+0${hours}:00`;
}
