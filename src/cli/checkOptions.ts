import { type Message, message } from '../base/message';
import type { Severity } from '../project/project';
import type { Arguments } from './arguments';
import type { FAIL_ON, FORMATS } from './commands';
import { chosenSeverities } from './ruleChoice';

export type Format = (typeof FORMATS)[number];

/** What `copydesk check` was asked for. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  /** File to write the report to. */
  readonly output: string | undefined;
  /** Apply the safe fixes, or show them as a diff. */
  readonly fix: 'write' | 'show' | undefined;
  /** Only what git shows as changed, since this (`HEAD` when ''). */
  readonly changed: string | undefined;
  /** The text is on standard input and belongs here. */
  readonly stdinPath: string | undefined;
  /** Of rules by their ids; they count before the project's. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly failOn: Severity | 'never';
  readonly maxProblems: number | undefined;
  readonly quiet: boolean;
  readonly jobs: number | 'auto';
  readonly shard: Shard | undefined;
  /** File of the cache. */
  readonly cache: string | undefined;
  /** Whether `.gitignore` counts. */
  readonly respectIgnore: boolean;
}

/** One of `count` parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export const DEFAULT_CACHE = '.copydesk-cache';

/** Reads the options, or says what is wrong with them. */
export function checkOptionsOf(
  paths: readonly string[],
  values: Arguments['values'],
): CheckOptions | { readonly wrong: Message } {
  const last = (name: string): string | undefined => values.get(name)?.at(-1);
  const has = (name: string): boolean => values.has(name);
  const chosen = chosenSeverities(values.get('rule') ?? []);
  if ('wrong' in chosen) return chosen;
  const jobs = jobsOf(last('jobs') ?? 'auto');
  const shard = shardOf(last('shard'));
  const maxProblems = countOf(last('max-problems'));
  const wrong = [jobs, shard, maxProblems].find((one) => isWrong(one)) ?? conflictIn(paths, has) ?? emptyIn(values);
  if (isWrong(wrong)) return wrong;
  return {
    paths: paths.length > 0 ? paths : ['.'],
    format: (last('format') ?? 'text') as Format,
    output: last('output'),
    fix: has('fix') ? 'write' : has('fix-dry-run') ? 'show' : undefined,
    changed: last('changed'),
    stdinPath: last('stdin-path'),
    severities: chosen.severities,
    failOn: (last('fail-on') ?? 'error') as (typeof FAIL_ON)[number],
    maxProblems: maxProblems as number | undefined,
    quiet: has('quiet'),
    jobs: jobs as number | 'auto',
    shard: shard as Shard | undefined,
    cache: has('cache') || has('cache-location') ? (last('cache-location') ?? DEFAULT_CACHE) : undefined,
    respectIgnore: !has('no-ignore'),
  };
}

interface Wrong {
  readonly wrong: Message;
}

function isWrong(value: unknown): value is Wrong {
  return typeof value === 'object' && value !== null && 'wrong' in value;
}

/** Options that make no sense together. */
function conflictIn(paths: readonly string[], has: (name: string) => boolean): Wrong | undefined {
  if (has('fix') && has('fix-dry-run')) return { wrong: message('Use either --fix or --fix-dry-run.') };
  if (has('stdin') !== has('stdin-path'))
    return {
      wrong: message('--stdin and --stdin-path PATH belong together: the path says which site the text is for.'),
    };
  if (!has('stdin')) return undefined;
  if (paths.length > 0 || has('changed'))
    return { wrong: message('With --stdin there are no other articles to check.') };
  if (has('fix')) return { wrong: message('With --stdin there is no file to fix: use --fix-dry-run.') };
  return undefined;
}

/** A path that is empty names nothing. */
function emptyIn(values: Arguments['values']): Wrong | undefined {
  const name = ['output', 'stdin-path', 'cache-location'].find((one) => values.get(one)?.includes(''));
  return name === undefined ? undefined : { wrong: message('--{0} needs a path.', name) };
}

function countOf(text: string | undefined): number | undefined | Wrong {
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text)
    ? Number(text)
    : { wrong: message('--max-problems needs a whole number, not “{0}”.', text) };
}

function jobsOf(text: string): number | 'auto' | Wrong {
  if (text === 'auto') return text;
  return /^\d{1,3}$/.test(text) && Number(text) > 0
    ? Number(text)
    : { wrong: message('--jobs needs a number from 1, or auto, not “{0}”.', text) };
}

function shardOf(text: string | undefined): Shard | undefined | Wrong {
  if (text === undefined) return undefined;
  const [, index = '', count = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count
    ? shard
    : { wrong: message('--shard needs a part and their number, such as 1/4, not “{0}”.', text) };
}
