/**
 * How long a text a regular expression may be tried on without keeping an editor waiting; 0 when on none. JavaScript's engine goes back and tries again: `^(a+)+$`
 * takes twice as long for each further letter, since a part that is repeated can read the same text in two ways, and `.*.*x` the square of the length.
 */
export function longestTextFor(pattern: string): number {
  const parts = pattern.length > LONGEST_PATTERN ? undefined : partsOf(pattern);
  if (!parts || parts.some((part) => isAmbiguous(part))) return 0;
  const powers = Math.max(...parts.map(powersOf)) + (/^\^/.test(pattern) ? 0 : 1);
  return LONGEST[powers] ?? 0;
}

/** A longer pattern is not looked through. */
const LONGEST_PATTERN = 1_000;

/** By the power of a text's length that a pattern costs. */
const LONGEST: readonly number[] = [20_000, 20_000, 2_000, 300];

/** What reads one character, and what may follow it: the automaton of Glushkov, with every way counted. */
interface Automaton {
  /** The source of what reads one character, at each position: `[a-z]`, `\\d`, `x`. */
  readonly readers: readonly string[];
  /** Positions behind a position; twice when two ways lead there. */
  readonly next: readonly (readonly number[])[];
  /** Where something begins that is repeated without end. */
  readonly loops: readonly number[];
}

interface Piece {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

/** More positions than this are not looked through. */
const POSITIONS = 120;
/** A repetition up to this number is no loop. */
const FEW = 8;

/** The automatons of a pattern and of what it looks ahead to; undefined when it is not understood, or refers back to what it has read. */
function partsOf(pattern: string): readonly Automaton[] | undefined {
  const found: Automaton[] = [];
  const reader = new Reader(pattern, found);
  return reader.whole() ? found : undefined;
}

class Reader {
  private at = 0;
  private readers: string[] = [];
  private next: number[][] = [];
  private loops: number[] = [];

  constructor(
    private readonly source: string,
    private readonly found: Automaton[],
  ) {}

  whole(): boolean {
    const piece = this.alternatives();
    if (!piece || this.at < this.source.length) return false;
    this.found.push({ readers: this.readers, next: this.next, loops: this.loops });
    return true;
  }

  private alternatives(): Piece | undefined {
    let all = this.sequence();
    while (all && this.source[this.at] === '|') {
      this.at++;
      const other = this.sequence();
      if (!other) return undefined;
      all = {
        first: [...all.first, ...other.first],
        last: [...all.last, ...other.last],
        nullable: all.nullable || other.nullable,
      };
    }
    return all;
  }

  private sequence(): Piece | undefined {
    let all: Piece = { first: [], last: [], nullable: true };
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const piece = this.repeated();
      if (!piece) return undefined;
      this.join(all.last, piece.first);
      all = {
        first: all.nullable ? [...all.first, ...piece.first] : all.first,
        last: piece.nullable ? [...all.last, ...piece.last] : piece.last,
        nullable: all.nullable && piece.nullable,
      };
    }
    return all;
  }

  private join(from: readonly number[], to: readonly number[]): void {
    for (const position of from) this.next[position]!.push(...to);
  }

  private repeated(): Piece | undefined {
    const piece = this.atom();
    const sign = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at));
    if (!piece || !sign) return piece;
    this.at += sign[0].length;
    const [text, least, comma, most] = sign;
    const endless = text[0] === '*' || text[0] === '+' || (comma === ',' && most === '');
    const many = Number(most || least || 0);
    if (endless || (least !== undefined && many > FEW)) {
      this.join(piece.last, piece.first);
      if (endless) this.loops.push(...piece.first.slice(0, 1));
    }
    const none = text[0] === '*' || text[0] === '?' || (least !== undefined && Number(least) === 0);
    // A repeated part that may be empty could be read as often as one likes.
    if (endless && piece.nullable && piece.first.length > 0) this.join(piece.last, piece.first);
    return none ? { ...piece, nullable: true } : piece;
  }

  private atom(): Piece | undefined {
    const rest = this.source.slice(this.at);
    const group = /^\((\?(?::|<[\p{L}_$][\p{L}\p{N}_$]*>|<?[=!]))?/u.exec(rest);
    if (group) return this.group(group);
    const anchor = /^(?:[\^$]|\\[bB])/.exec(rest);
    if (anchor) {
      this.at += anchor[0].length;
      return { first: [], last: [], nullable: true };
    }
    const one =
      /^(?:\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|c[A-Za-z]|[^k1-9])|[^\\()[\]])/u.exec(
        rest,
      );
    if (!one || this.readers.length >= POSITIONS) return undefined;
    this.at += one[0].length;
    this.readers.push(one[0]);
    this.next.push([]);
    const position = this.readers.length - 1;
    return { first: [position], last: [position], nullable: false };
  }

  private group([opening, kind]: RegExpExecArray): Piece | undefined {
    this.at += opening.length;
    const looks = kind !== undefined && /[=!]$/.test(kind);
    const outer = { readers: this.readers, next: this.next, loops: this.loops };
    if (looks) {
      this.readers = [];
      this.next = [];
      this.loops = [];
    }
    const inner = this.alternatives();
    if (!inner || this.source[this.at] !== ')') return undefined;
    this.at++;
    if (!looks) return inner;
    this.found.push({ readers: this.readers, next: this.next, loops: this.loops });
    Object.assign(this, outer);
    return { first: [], last: [], nullable: true };
  }
}

/** Characters that stand for the rest of their kind, when it is asked whether two readers may read the same. */
const SAMPLES = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).concat(
  ...'\t\n\u00a0éßж港、。，（）“”：！？０Ａ😀',
);

/** Steps taken in looking for two ways, at most; what takes more is not trusted. */
const STEPS = 1_000_000;

/** The samples that each position reads. */
function samplesOf({ readers }: Automaton): readonly ReadonlySet<string>[] {
  return readers.map((source) => {
    const regex = compiled(`^(?:${source})$`);
    const own = source.replace(/[\\[\]^-]/g, '');
    return new Set(regex ? [...SAMPLES, ...own].filter((sample) => regex.test(sample)) : SAMPLES);
  });
}

/** True when a loop can read one text in two ways. */
function isAmbiguous(automaton: Automaton): boolean {
  const { next } = automaton;
  const read = samplesOf(automaton);
  const overlap = read.map((a) => read.map((b) => [...a].some((sample) => b.has(sample))));
  const left = { steps: STEPS };
  return next.some((behind, position) => behind.length > 0 && readsTwice(position, { next, overlap, left }));
}

/** The most loops on one way through the pattern that read the same character: each costs a further power of the text's length. */
function powersOf(automaton: Automaton): number {
  const read = samplesOf(automaton);
  const loops = [...new Set(automaton.loops)].sort((a, b) => a - b);
  const ways = loops.map((loop) => reachedFrom(loop, automaton.next));
  let most = 0;
  for (const sample of SAMPLES) {
    const chain: number[] = [];
    for (const [i, loop] of loops.entries()) {
      const before = chain.filter((_, j) => ways[j]!.has(loop));
      chain.push(read[loop]!.has(sample) ? Math.max(0, ...before) + 1 : 0);
      most = Math.max(most, chain[i]!);
    }
  }
  return most;
}

function reachedFrom(position: number, next: Automaton['next']): ReadonlySet<number> {
  const reached = new Set<number>();
  const stack = [position];
  for (let at = stack.pop(); at !== undefined; at = stack.pop())
    for (const to of next[at]!)
      if (!reached.has(to)) {
        reached.add(to);
        stack.push(to);
      }
  return reached;
}

interface Search {
  readonly next: Automaton['next'];
  readonly overlap: readonly (readonly boolean[])[];
  readonly left: { steps: number };
}

/** Whether from a position back to itself there are two ways that read the same. */
function readsTwice(from: number, { next, overlap, left }: Search): boolean {
  // A state is two positions, and whether the two ways have parted yet.
  const seen = new Set<number>();
  const stack: [number, number, boolean][] = [[from, from, false]];
  for (let state = stack.pop(); state; state = stack.pop()) {
    const [a, b, parted] = state;
    for (const [i, toA] of next[a]!.entries())
      for (const [j, toB] of next[b]!.entries()) {
        if (left.steps-- < 0) return true;
        if (!overlap[toA]![toB]) continue;
        const apart = parted || a !== b || i !== j;
        if (apart && toA === from && toB === from) return true;
        const key = (toA * next.length + toB) * 2 + Number(apart);
        if (seen.has(key)) continue;
        seen.add(key);
        stack.push([toA, toB, apart]);
      }
  }
  return false;
}

/** A pattern as JSON Schema means it; undefined when it is none. */
export function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
