/** A time zone: how far its clocks are ahead of UTC. Keeps what it has worked out, so make one and pass it on. */
export interface Zone {
  readonly name: string;
  /** Milliseconds ahead of UTC at an instant (milliseconds since 1970). */
  offsetAt(time: number): number;
}

const DAY = 86_400_000;

/** @param name an IANA name; undefined is returned for one that is not known, `UTC` is meant by ''. */
export function zoneOf(name: string): Zone | undefined {
  if (name === '' || /^(UTC|Etc\/UTC|GMT)$/i.test(name)) return { name: 'UTC', offsetAt: () => 0 };
  const format = clockOf(name);
  if (!format) return undefined;
  const days = new Map<number, number>();
  /** Clocks rarely change: when both ends of a day agree, so does all of it. */
  const offsetOfDay = (day: number): number => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const start = measure(format, day * DAY);
    const offset = measure(format, (day + 1) * DAY) === start ? start : Number.NaN;
    days.set(day, offset);
    return offset;
  };
  return {
    name,
    offsetAt(time) {
      const offset = offsetOfDay(Math.floor(time / DAY));
      return Number.isNaN(offset) ? measure(format, time) : offset;
    },
  };
}

/** The instant at which a zone's clocks show a time, given as if it were UTC. In a gap or an overlap it decides as Go does. */
export function instantOf(clock: number, zone: Zone): number {
  const offset = zone.offsetAt(clock);
  const time = clock - offset;
  const there = zone.offsetAt(time);
  return there === offset ? time : clock - there;
}

/** The farthest that a `Date` goes. */
const LAST = 8.64e15;

/** An instant as a `Date`, or the nearest that there is: `date: 20250207191157` is read as seconds, beyond all calendars. */
export function dateOf(time: number): Date {
  return new Date(Math.max(-LAST, Math.min(LAST, time)));
}

/** `2026-02-07T19:11:57+08:00`: what a front matter `date` should say for an instant. @param timeZone an unknown one counts as UTC. */
export function formatNow(date: Date, timeZone: string): string {
  const offset = zoneOf(timeZone)?.offsetAt(date.getTime()) ?? 0;
  const clock = dateOf(date.getTime() + offset)
    .toISOString()
    .slice(0, 19);
  return `${clock}${offsetText(offset)}`;
}

/** `+08:00`. @param offset milliseconds ahead of UTC. @param between the sign between hours and minutes. */
export function offsetText(offset: number, between = ':'): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${between}${two(minutes % 60)}`;
}

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

function measure(format: Intl.DateTimeFormat, time: number): number {
  if (Math.abs(time) > 8e15) return 0;
  const parts = new Map(format.formatToParts(time).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
  const clock = new Date(0);
  clock.setUTCFullYear(year, part('month') - 1, part('day'));
  clock.setUTCHours(part('hour'), part('minute'), part('second'));
  return clock.getTime() - Math.floor(time / 1000) * 1000;
}
