import { DAYS, MONTHS } from './calendar';
import type { Element } from './goLayout';

/** What a Go time layout found in a text; the clock as if it were UTC, in milliseconds. */
export interface GoTime {
  readonly clock: number;
  /** Milliseconds ahead of UTC, when the text gives a number or says `Z`. */
  readonly offset: number | undefined;
}

const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3).toLowerCase());
const LOWER_DAYS = DAYS.map((name) => name.toLowerCase());

interface Reading {
  rest: string;
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milliseconds: number;
  afternoon: boolean | undefined;
  offset: number | undefined;
  moved: number;
}

/** Reads a text as Go's `time.Parse` does: what a layout leaves out is 0 (the year too), hours may have one digit, spaces may be doubled. */
export function parseGoTime(text: string, layout: readonly Element[]): GoTime | undefined {
  const of: Reading = {
    rest: text,
    year: 0,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    milliseconds: 0,
    afternoon: undefined,
    offset: undefined,
    moved: 0,
  };
  for (const [i, element] of layout.entries()) {
    const fine = typeof element === 'string' ? take(of, element, layout[i + 1]) : takeText(of, element.text);
    if (!fine) return undefined;
  }
  if (of.rest !== '') return undefined;
  if (of.afternoon !== undefined) of.hour = (of.hour % 12) + (of.afternoon ? 12 : 0);
  const date = new Date(0);
  date.setUTCFullYear(of.year, of.month - 1, of.day);
  if (date.getUTCDate() !== of.day || date.getUTCMonth() !== of.month - 1) return undefined;
  date.setUTCHours(of.hour, of.minute, of.second, of.milliseconds);
  return { clock: date.getTime() + of.moved, offset: of.offset };
}

function take(of: Reading, element: Exclude<Element, { text: string }>, next: Element | undefined): boolean {
  switch (element) {
    case 'year':
      return takeMatch(of, /^\d{4}/, (found) => {
        of.year = Number(found);
      });
    case 'yy':
      return takeMatch(of, /^\d\d/, (found) => {
        of.year = Number(found) + (Number(found) >= 69 ? 1900 : 2000);
      });
    case 'month':
      return takeNumber(of, 'month', { fixed: true, from: 1, to: 12 });
    case 'Jan':
      of.month = SHORT_MONTHS.indexOf(of.rest.slice(0, 3).toLowerCase()) + 1;
      of.rest = of.rest.slice(3);
      return of.month > 0;
    case 'day':
      return takeNumber(of, 'day', { fixed: true, from: 1, to: 31 });
    case '_2':
      if (of.rest.startsWith(' ')) of.rest = of.rest.slice(1);
      return takeNumber(of, 'day', { fixed: false, from: 1, to: 31 });
    case 'Mon':
    case 'Monday':
      return takeWeekday(of, element);
    case 'hour':
      return takeNumber(of, 'hour', { fixed: false, from: 0, to: 23 });
    case 'hour12':
      return takeNumber(of, 'hour', { fixed: false, from: 0, to: 12 });
    case 'minute':
      return takeNumber(of, 'minute', { fixed: true, from: 0, to: 59 });
    case 'second':
      return takeNumber(of, 'second', { fixed: true, from: 0, to: 59 }) && (isFraction(next) || takeFraction(of));
    case 'PM':
      of.afternoon = of.rest.startsWith('PM');
      return takeMatch(of, /^[AP]M/, () => {});
    case 'zone':
      // Go moves the clock by `GMT+8` and then forgets the zone: 19:11 GMT+8 is read as 03:11 of the next day.
      return takeMatch(of, ZONE, (found) => {
        if (found.startsWith('GMT')) of.moved = Number(found.slice(3)) * 3_600_000;
      });
    case 'fraction':
      return takeFraction(of);
    case '.000':
    case '.000000':
    case '.000000000':
      return new RegExp(`^[.,]\\d{${element.length - 1}}`).test(of.rest) && takeFraction(of, element.length);
    case 'offset':
    case 'offset:':
    case 'Zoffset':
    case 'Zoffset:':
      return takeOffset(of, element);
    default:
      return element satisfies never;
  }
}

/** The zone names that Go accepts: their offset is not looked up. */
const ZONE =
  /^(?:UTC|ChST|MeST|GMT(?:[+-]\d{1,2})?|[+-]\d{1,2}|[A-Z]{4}T(?![A-Z])|[A-Z]{3}T(?![A-Z])|WITA(?![A-Z])|[A-Z]{3}(?![A-Z]))/;

function isFraction(element: Element | undefined): boolean {
  return typeof element === 'string' && (element === 'fraction' || element.startsWith('.'));
}

function takeMatch(of: Reading, pattern: RegExp, keep: (found: string) => void): boolean {
  const found = pattern.exec(of.rest)?.[0];
  if (found === undefined) return false;
  keep(found);
  of.rest = of.rest.slice(found.length);
  return true;
}

function takeNumber(
  of: Reading,
  name: 'month' | 'day' | 'hour' | 'minute' | 'second',
  range: { readonly fixed: boolean; readonly from: number; readonly to: number },
): boolean {
  const taken = takeMatch(of, range.fixed ? /^\d\d/ : /^\d\d?/, (found) => {
    of[name] = Number(found);
  });
  return taken && of[name] >= range.from && of[name] <= range.to;
}

/** `.123`, `,5`; also where the layout has none, after the seconds. */
function takeFraction(of: Reading, length = Number.POSITIVE_INFINITY): boolean {
  const found = /^[.,]\d+/.exec(of.rest)?.[0].slice(0, length);
  if (found === undefined) return true;
  of.milliseconds = Math.floor(Number(`0.${found.slice(1)}`) * 1000);
  of.rest = of.rest.slice(found.length);
  return true;
}

function takeWeekday(of: Reading, element: 'Mon' | 'Monday'): boolean {
  const rest = of.rest.toLowerCase();
  const day = LOWER_DAYS.map((name) => (element === 'Mon' ? name.slice(0, 3) : name)).find((name) =>
    rest.startsWith(name),
  );
  if (day === undefined) return false;
  of.rest = of.rest.slice(day.length);
  return true;
}

function takeOffset(of: Reading, element: 'offset' | 'offset:' | 'Zoffset' | 'Zoffset:'): boolean {
  if (element.startsWith('Z') && of.rest.startsWith('Z')) {
    of.offset = 0;
    of.rest = of.rest.slice(1);
    return true;
  }
  const pattern = element.endsWith(':') ? /^([+-])(\d\d):(\d\d)/ : /^([+-])(\d\d)(\d\d)/;
  const found = pattern.exec(of.rest);
  if (!found) return false;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  of.offset = (found[1] === '-' ? -minutes : minutes) * 60_000;
  of.rest = of.rest.slice(found[0].length);
  return true;
}

/** Literal text; a space stands for any number of them, as in Go. */
function takeText(of: Reading, text: string): boolean {
  let i = 0;
  while (i < text.length) {
    if (text[i] === ' ') {
      if (of.rest !== '' && of.rest[0] !== ' ') return false;
      while (text[i] === ' ') i++;
      of.rest = of.rest.replace(/^ +/, '');
    } else {
      if (of.rest[0] !== text[i]) return false;
      of.rest = of.rest.slice(1);
      i++;
    }
  }
  return true;
}
