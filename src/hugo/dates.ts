import { type Element, layoutOf } from './goLayout';
import { parseGoTime } from './goTime';
import { instantOf, type Zone, zoneOf } from './zone';

/** What Hugo makes of a date in the front matter. */
export type DateReading =
  /** `hasOffset` false: read in the site's time zone. `yearless`: a time of day or a day without a year, which lands in year 0. */
  | {
      readonly state: 'ok';
      /** Milliseconds since 1970. */
      readonly time: number;
      readonly hasOffset: boolean;
      readonly yearless: boolean;
      /** Milliseconds that the clock, as the site shows it, is ahead of UTC. */
      readonly offset: number;
    }
  /** No date, silently: the article has none on the page and sorts last. */
  | { readonly state: 'zero' };

type Kind = 'local' | 'offset' | 'yearless';
interface Layout {
  readonly elements: readonly Element[];
  readonly kind: Kind;
}

/** In the order in which Hugo tries them. A zone's name alone (`MST`) is read over: the site's zone counts. */
const LAYOUTS: readonly Layout[] = (
  [
    ['2006-01-02T15:04:05Z07:00', 'offset'],
    ['2006-01-02T15:04:05', 'local'],
    ['Mon, 02 Jan 2006 15:04:05 -0700', 'offset'],
    ['Mon, 02 Jan 2006 15:04:05 MST', 'local'],
    ['02 Jan 06 15:04 -0700', 'offset'],
    ['02 Jan 06 15:04 MST', 'local'],
    ['Monday, 02-Jan-06 15:04:05 MST', 'local'],
    ['2006-01-02 15:04:05.999999999 -0700 MST', 'offset'],
    ['2006-01-02T15:04:05-0700', 'offset'],
    ['2006-01-02 15:04:05Z0700', 'offset'],
    ['2006-01-02 15:04:05', 'local'],
    ['Mon Jan _2 15:04:05 2006', 'local'],
    ['Mon Jan _2 15:04:05 MST 2006', 'local'],
    ['Mon Jan 02 15:04:05 -0700 2006', 'offset'],
    ['2006-01-02 15:04:05Z07:00', 'offset'],
    ['2006-01-02', 'local'],
    ['02 Jan 2006', 'local'],
    ['2006-01-02 15:04:05 -07:00', 'offset'],
    ['2006-01-02 15:04:05 -0700', 'offset'],
    ['3:04PM', 'yearless'],
    ['Jan _2 15:04:05', 'yearless'],
    ['Jan _2 15:04:05.000', 'yearless'],
    ['Jan _2 15:04:05.000000', 'yearless'],
    ['Jan _2 15:04:05.000000000', 'yearless'],
  ] as const
).map(([layout, kind]) => ({ elements: layoutOf(layout), kind }));

/** The layout of most articles, `2025-02-07 19:11:57`, which no other one reads. */
const USUAL = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const USUAL_LAYOUTS: readonly Layout[] = [{ elements: layoutOf('2006-01-02 15:04:05'), kind: 'local' }];
/** Those that can read what begins with four digits and a dash. */
const YEAR_FIRST = LAYOUTS.filter(({ elements }) => elements[0] === 'year');

function layoutsFor(value: string): readonly Layout[] {
  if (USUAL.test(value)) return USUAL_LAYOUTS;
  return /^\d{4}-/.test(value) ? YEAR_FIRST : LAYOUTS;
}

/** The instant that Go calls zero: 1 January of year 1, UTC. */
const GO_ZERO = -62_135_596_800_000;

/**
 * Reads a date as Hugo 0.111 does. @param value the text of the scalar, or the number when it is one (seconds since 1970).
 * @param timeZone the site's: its IANA name, or the zone itself, which is quicker for many dates.
 */
export function readDate(value: string | number, timeZone: string | Zone): DateReading {
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return { state: 'zero' };
    return { state: 'ok', time: value * 1000, hasOffset: true, yearless: false, offset: 0 };
  }
  for (const { elements, kind } of layoutsFor(value)) {
    const found = parseGoTime(value, elements);
    if (!found) continue;
    const zone = typeof timeZone === 'string' ? zoneOf(timeZone) : timeZone;
    const time = kind === 'local' && zone ? instantOf(found.clock, zone) : found.clock - (found.offset ?? 0);
    if (time === GO_ZERO) return { state: 'zero' };
    return {
      state: 'ok',
      time,
      hasOffset: kind === 'offset',
      yearless: kind === 'yearless',
      offset: found.clock - time,
    };
  }
  return { state: 'zero' };
}
