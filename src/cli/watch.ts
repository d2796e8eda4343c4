import type { Article } from '../article/article';
import type { Value } from '../article/frontMatter';
import type { Catalog } from '../catalog/catalog';
import { readDate } from '../hugo/dates';
import { fingerprintOf, hashOf } from './fingerprint';

/** What was asked of a catalog, and what it answered: as long as it would answer the same, what came of it holds. */
export type Answers = Readonly<Record<string, string>>;

/** The catalog, and what is asked of it from now on. */
export interface Watched {
  readonly catalog: Catalog;
  readonly answers: Readonly<Record<string, string>>;
}

/** A question that all articles together answer. */
const ALL = '*';

/** @param get asked when a rule looks at it. @param whole what stands for all articles together */
export function watched(get: () => Catalog, whole: string): Watched {
  const answers: Record<string, string> = {};
  const asked = <T>(answer: T, ...question: string[]): T => {
    const key = JSON.stringify(question);
    answers[key] ??= fingerprintOf(answer) ?? whole;
    return answer;
  };
  const ofAll = <T>(answer: T): T => {
    answers[ALL] = whole;
    return answer;
  };
  return {
    answers,
    catalog: {
      // It is read whole before anything is asked.
      complete: true,
      get generation() {
        return ofAll(get().generation);
      },
      get encounters() {
        return ofAll(get().encounters);
      },
      get size() {
        return ofAll(get().size);
      },
      all: () => ofAll(get().all()),
      memo: (key, make) => ofAll(get().memo(key, make)),
      get: (path) => asked(get().get(path), 'get', path),
      timeOf: (path) => asked(get().timeOf(path), 'timeOf', path),
      terms: (taxonomy) => asked(get().terms(taxonomy), 'terms', taxonomy),
      term: (taxonomy, name) => asked(get().term(taxonomy, name), 'term', taxonomy, name),
      sharing: (mark, key) => asked(get().sharing(mark, key), 'sharing', mark, key),
    },
  };
}

/** Whether a catalog would still answer so. @param whole of this catalog */
export function wouldAnswer(answers: Answers, catalog: () => Catalog, whole: string): boolean {
  return Object.entries(answers).every(([question, answer]) => {
    if (answer === whole) return true;
    return question !== ALL && answerOf(catalog(), JSON.parse(question) as string[]) === answer;
  });
}

function answerOf(catalog: Catalog, [method, first = '', second = '']: readonly string[]): string | undefined {
  switch (method) {
    case 'get':
      return fingerprintOf(catalog.get(first));
    case 'timeOf':
      return fingerprintOf(catalog.timeOf(first));
    case 'terms':
      return fingerprintOf(catalog.terms(first));
    case 'term':
      return fingerprintOf(catalog.term(first, second));
    case 'sharing':
      return fingerprintOf(catalog.sharing(first as Parameters<Catalog['sharing']>[0], second));
    default:
      return undefined;
  }
}

/** What stands for all articles of a catalog. @param briefs what stands for each, by its path */
export function wholeOf(briefs: ReadonlyMap<string, string>): string {
  return hashOf(
    [...briefs]
      .map(([path, brief]) => `${path}\0${brief}\n`)
      .sort()
      .join(''),
  );
}

/** From when until when the clock changes nothing of what was found: milliseconds since 1970. */
export interface Holding {
  readonly from: number;
  readonly until: number;
}

/** Rules compare the clock with dates of the front matter, read in any time zone, and up to a day early or late. */
const AROUND = 48 * 3_600_000;

/** Undefined when a date is so near that the hour counts. */
export function holdingOf({ frontMatter }: Article, now: Date): Holding | undefined {
  let from = Number.MIN_SAFE_INTEGER;
  let until = Number.MAX_SAFE_INTEGER;
  for (const { value } of frontMatter.fields) {
    const time = timeIn(value);
    if (time === undefined) continue;
    if (time + AROUND < now.getTime()) from = Math.max(from, time + AROUND);
    else if (time - AROUND > now.getTime()) until = Math.min(until, time - AROUND);
    else return undefined;
  }
  return { from, until };
}

function timeIn(value: Value): number | undefined {
  if (value.kind !== 'string' && value.kind !== 'number') return undefined;
  const read = readDate(value.value, 'UTC');
  return read.state === 'ok' ? read.time : undefined;
}
