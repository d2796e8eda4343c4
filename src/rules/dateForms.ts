import { MONTHS } from '../hugo/calendar';

/** A date in a form that Hugo does not read, put into one that it does; undefined when it cannot be known for sure what is meant. */
export function meantDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' '); // NFKC: `２０２５` → `2025`, `：` → `:`
  for (const form of FORMS) {
    const parts = form.exec(plain)?.groups;
    if (parts) return written(parts);
  }
  return undefined;
}

const TIME = String.raw`(?:(?<join>[T ])? ?(?<half>上午|下午|晚上|中午|凌晨|早上)? ?(?<h>\d{1,2})(?::|时|點|点)(?<m>\d{1,2})?分?(?::?(?<s>\d{1,2})(?:\.\d+)?秒?)? ?(?<ampm>[AaPp]\.?[Mm]\.?)? ?(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3).toLowerCase());
const MONTH = `(?<month>${SHORT_MONTHS.join('|')})[a-z]*\\.?`;
/** The year comes first or the month is a word: `2/7/2025` could be a day in February or in July. */
const FORMS = [
  new RegExp(
    String.raw`^(?<y>\d{4}) ?年 ?(?<mo>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?[日号](?: ?\(?(?:星期|周|礼拜).\)?)?${TIME}$`,
    'u',
  ),
  new RegExp(String.raw`^(?<y>\d{4})(?<sep>[-/.])(?<mo>\d{1,2})\k<sep>(?<d>\d{1,2})${TIME}$`, 'u'),
  /^(?<y>\d{4})(?<mo>\d{2})(?<d>\d{2})(?:[ T]?(?<h>\d{2}):?(?<m>\d{2})(?::?(?<s>\d{2}))?)?$/,
  new RegExp(
    String.raw`^(?:[A-Z][a-z]+, )?${MONTH} (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4}),?(?: at)?${TIME}$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:[A-Z][a-z]+, )?(?<d>\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (?<y>\d{4}),?(?: at)?${TIME}$`,
    'iu',
  ),
];

function written(parts: Readonly<Record<string, string | undefined>>): string | undefined {
  const number = (name: string) => Number(parts[name] ?? 0);
  const name = parts['month']?.toLowerCase();
  const month = name === undefined ? number('mo') : SHORT_MONTHS.indexOf(name) + 1;
  const [year, day] = [number('y'), number('d')];
  if (!isDay(year, month, day)) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (parts['h'] === undefined) return date;
  const hour = hourOf(number('h'), parts['half'] ?? parts['ampm']);
  if (hour === undefined || number('m') > 59 || number('s') > 59) return undefined;
  const time = `${two(hour)}:${two(number('m'))}:${two(number('s'))}`;
  const offset = offsetOf(parts['zone']);
  return `${date}${offset || parts['join'] === 'T' ? 'T' : ' '}${time}${offset}`;
}

function isDay(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/** The hour of 24; undefined when it is none, or the part of the day contradicts it. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (hour > 23) return undefined;
  if (half === undefined || hour > 12) return hour;
  if (/^p|下午|晚上/i.test(half)) return hour === 12 ? (half === '晚上' ? undefined : 12) : hour + 12;
  if (half === '中午') return hour >= 11 ? hour : hour + 12;
  return hour === 12 ? 0 : hour;
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (/^[+-]/.test(zone)) return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return 'Z';
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
