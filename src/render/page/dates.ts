import { DAYS, MONTHS } from '../../hugo/calendar';
import { readDate } from '../../hugo/dates';
import { dateOf, offsetText } from '../../hugo/zone';
import type { Source } from '../rendering';
import type { PageValues } from '../values';

/** A moment as the site's clock shows it. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Milliseconds that the clock is ahead of UTC. */
  readonly offset: number;
}

/** The dates of a page: the first field of the site's order that Hugo can read counts. */
export function datesOf(
  { site }: Source,
  values: PageValues,
): { date: Moment | undefined; lastmod: Moment | undefined } {
  const first = (order: readonly string[]): Moment | undefined => {
    for (const name of order) {
      const value = name.startsWith(':') ? undefined : values.own(name);
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      const reading = readDate(value, site.timeZone);
      if (reading.state === 'ok') return { time: reading.time, offset: reading.offset };
    }
    return undefined;
  };
  return { date: first(site.dateOrder), lastmod: first(site.lastmodOrder) };
}

const LAYOUT = /2006|January|Jan|Monday|Mon|MST|-07:00|Z07:00|-0700|Z0700|01|02|03|04|05|06|15|PM|pm|_2|[1-5]/g;

/** Writes a moment by a layout of Go's: `January 02, 2006`. Names of months and days are English. */
export function formatMoment({ time, offset }: Moment, layout: string): string {
  const clock = dateOf(time + offset);
  const [hours, month, day] = [clock.getUTCHours(), clock.getUTCMonth(), clock.getUTCDate()];
  const half = hours % 12 === 0 ? 12 : hours % 12;
  const parts: Readonly<Record<string, string>> = {
    '2006': String(clock.getUTCFullYear()).padStart(4, '0'),
    '06': two(clock.getUTCFullYear() % 100),
    January: MONTHS[month] ?? '',
    Jan: MONTHS[month]?.slice(0, 3) ?? '',
    '01': two(month + 1),
    '1': String(month + 1),
    Monday: DAYS[clock.getUTCDay()] ?? '',
    Mon: DAYS[clock.getUTCDay()]?.slice(0, 3) ?? '',
    '02': two(day),
    _2: String(day).padStart(2, ' '),
    '2': String(day),
    '15': two(hours),
    '03': two(half),
    '3': String(half),
    PM: hours < 12 ? 'AM' : 'PM',
    pm: hours < 12 ? 'am' : 'pm',
    '04': two(clock.getUTCMinutes()),
    '4': String(clock.getUTCMinutes()),
    '05': two(clock.getUTCSeconds()),
    '5': String(clock.getUTCSeconds()),
    '-07:00': offsetText(offset),
    '-0700': offsetText(offset, ''),
    'Z07:00': offset === 0 ? 'Z' : offsetText(offset),
    Z0700: offset === 0 ? 'Z' : offsetText(offset, ''),
    MST: offset === 0 ? 'UTC' : offsetText(offset, ''),
  };
  return layout.replace(LAYOUT, (part) => parts[part] ?? part);
}

/** `2006-01-02T15:04:05Z07:00`. */
export function rfc3339(moment: Moment): string {
  return formatMoment(moment, '2006-01-02T15:04:05Z07:00');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
