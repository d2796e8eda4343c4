import type { Article } from '../article/article';
import { bodyDirectives, type Directive, type DirectiveName, frontMatterDirectives } from '../article/directives';
import type { Problem, Rule } from './rule';

/** A name in a comment of an article, and where it silences. */
export interface Silencer {
  readonly directive: Directive;
  readonly name: DirectiveName;
  /** Problems that begin here, ends included. */
  readonly start: number;
  readonly end: number;
  used: boolean;
}

/** All comments of an article that speak to Copydesk, and what they silence. */
export interface Silence {
  readonly directives: readonly Directive[];
  readonly silencers: readonly Silencer[];
  /** The `copydesk-enable` names that end nothing. */
  readonly idle: readonly { readonly directive: Directive; readonly name: DirectiveName }[];
  /** Whether a problem is silenced; what silences it is then `used`. */
  silences(problem: Problem, group: Rule['group'] | undefined): boolean;
}

/** The silencers of one name, each list by place. */
interface Named {
  readonly whole: Silencer[];
  readonly lines: Silencer[];
  readonly blocks: Silencer[];
}

/** Reads the comments of an article. @param withBody whether those of the body can matter */
export function silenceOf(article: Article, withBody: boolean): Silence {
  const directives = [...frontMatterDirectives(article), ...(withBody ? bodyDirectives(article) : [])];
  const { silencers, idle } = silencersOf(article.text, directives);
  const byName = new Map<string, Named>();
  for (const silencer of silencers) {
    const { name, directive } = silencer;
    const named = byName.get(name.name) ?? { whole: [], lines: [], blocks: [] };
    byName.set(name.name, named);
    listFor(directive, named).push(silencer);
  }
  return {
    directives,
    silencers,
    idle,
    silences({ rule, span }, group) {
      for (const name of [rule, group]) {
        const named = name === undefined ? undefined : byName.get(name);
        const silencer = named && (named.whole[0] ?? at(named.lines, span.start) ?? at(named.blocks, span.start));
        if (silencer) {
          silencer.used = true;
          return true;
        }
      }
      return false;
    },
  };
}

function listFor({ kind, place }: Directive, named: Named): Silencer[] {
  if (kind !== 'disable') return named.lines;
  return place === 'front-matter' ? named.whole : named.blocks;
}

function silencersOf(text: string, directives: readonly Directive[]): Pick<Silence, 'silencers' | 'idle'> {
  const silencers: Silencer[] = [];
  const idle: Silence['idle'][number][] = [];
  const lineOf = lineFinder(text);
  /** Ends of the blocks that are open, by name: those of one name end together. */
  const open = new Map<string, { end: number }>();
  for (const directive of directives) {
    const { kind } = directive;
    if (kind === 'unknown') continue;
    if (kind === 'enable') {
      idle.push(...ended(directive, open));
      continue;
    }
    const reach = reachOf(text, directive, lineOf);
    for (const name of directive.names) {
      const base = { directive, name, used: false };
      silencers.push(reach ? { ...base, ...reach } : block(base, open, text.length));
    }
  }
  return { silencers, idle };
}

/** Where a comment silences; undefined for one that goes on until it is taken back. */
function reachOf(text: string, { kind, place, span }: Directive, lineOf: (offset: number) => Line): Line | undefined {
  if (kind === 'disable') return place === 'body' ? undefined : { start: 0, end: text.length };
  const own = lineOf(span.end);
  return kind === 'disable-line' ? own : lineOf(nextLine(text, own));
}

function block(
  base: Pick<Silencer, 'directive' | 'name' | 'used'>,
  open: Map<string, { end: number }>,
  length: number,
): Silencer {
  const until = open.get(base.name.name) ?? { end: length };
  open.set(base.name.name, until);
  return {
    ...base,
    start: base.directive.span.end,
    get end() {
      return until.end;
    },
  };
}

/** Without names, everything that is open ends. */
function ended(directive: Directive, open: Map<string, { end: number }>): Silence['idle'] {
  const { names, span, wordSpan } = directive;
  if (names.length === 0) {
    const idle = open.size === 0 ? [{ directive, name: { name: '', span: wordSpan, index: 0 } }] : [];
    for (const until of open.values()) until.end = span.start;
    open.clear();
    return idle;
  }
  return names.flatMap((name) => {
    const until = open.get(name.name);
    if (!until) return [{ directive, name }];
    until.end = span.start;
    open.delete(name.name);
    return [];
  });
}

/** The last that begins before the offset, if it reaches so far. Of one name, none reaches further than one that begins later. */
function at(silencers: readonly Silencer[], offset: number): Silencer | undefined {
  let low = 0;
  let high = silencers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (silencers[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = silencers[low - 1];
  return found && offset <= found.end ? found : undefined;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/** The line of an offset; asked in the order of the text, a long line is measured once. */
function lineFinder(text: string): (offset: number) => Line {
  let last: Line = { start: 0, end: -1 };
  return (offset) => {
    if (offset < last.start || offset > last.end) {
      let start = offset;
      while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
      last = { start, end: lineEnd(text, offset) };
    }
    return last;
  };
}

/** Where the next line begins that is not blank to Markdown: one of a no-break space is not. */
function nextLine(text: string, { end }: Line): number {
  let start = end;
  while (start < text.length && /[ \t\r\n]/.test(text[start]!)) start++;
  return start;
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}
