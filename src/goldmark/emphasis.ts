import { isPunctuation, isWhitespace } from './characters';
import { DEEPEST_INLINE, depthAround, Token } from './tokens';

/** How a run of one character stands between its neighbours. */
export interface Flanking {
  /** Left-flanking: could open. */
  readonly opens: boolean;
  /** Right-flanking: could close. */
  readonly closes: boolean;
  readonly afterPunctuation: boolean;
  readonly beforePunctuation: boolean;
}

/** Judges a run by the code points before and after it. */
export function flanking(before: number, after: number): Flanking {
  const afterPunctuation = isPunctuation(before);
  const beforePunctuation = isPunctuation(after);
  const afterSpace = isWhitespace(before);
  const beforeSpace = isWhitespace(after);
  return {
    opens: !beforeSpace && (!beforePunctuation || afterSpace || afterPunctuation),
    closes: !afterSpace && (!afterPunctuation || beforeSpace || beforePunctuation),
    afterPunctuation,
    beforePunctuation,
  };
}

/** The runs of `*`, `_` and `~~` that are not decided yet. */
export class Runs {
  last: Token | undefined = undefined;

  push(run: Token): void {
    run.previousRun = this.last;
    if (this.last !== undefined) this.last.nextRun = run;
    this.last = run;
  }

  /** Pairs the runs behind `bottom` (all, without one) and leaves the rest as text. */
  pair(bottom: Token | undefined): void {
    let closer = this.firstBehind(bottom);
    // For closers of one sort, openers before this offset have been looked at in vain.
    const searched = new Map<number, number>();
    while (closer !== undefined) {
      if (!closer.canClose) {
        closer = closer.nextRun;
        continue;
      }
      const opener = this.openerFor(closer, bottom, searched);
      if (opener === undefined) {
        const next: Token | undefined = closer.nextRun;
        if (!closer.canOpen) this.drop(closer);
        closer = next;
        continue;
      }
      if (!this.wrap(opener, closer)) break;
      if (opener.start === opener.end) this.drop(opener);
      if (closer.start === closer.end) {
        const next: Token | undefined = closer.nextRun;
        this.drop(closer);
        closer = next;
      }
    }
    while (this.last !== undefined && this.last !== bottom) this.drop(this.last);
  }

  /** The undecided runs from `start` on are now in `container`. */
  enclose(start: number, container: Token): void {
    for (let run = this.last; run !== undefined && run.start >= start; run = run.previousRun) run.home ??= container;
  }

  private firstBehind(bottom: Token | undefined): Token | undefined {
    let run = this.last;
    if (run === undefined || run === bottom) return undefined;
    while (run.previousRun !== undefined && run.previousRun !== bottom) run = run.previousRun;
    return run;
  }

  private openerFor(closer: Token, bottom: Token | undefined, searched: Map<number, number>): Token | undefined {
    const sort = closer.character * 8 + (closer.canOpen ? 4 : 0) + (closer.length % 3);
    const floor = searched.get(sort) ?? -1;
    let opener = closer.previousRun;
    for (; opener !== undefined && opener !== bottom && opener.start >= floor; opener = opener.previousRun) {
      if (opener.canOpen && opener.character === closer.character && !breaksRuleOfThree(opener, closer)) {
        if (opener.home === closer.home) return opener;
      }
    }
    searched.set(sort, closer.start);
    return undefined;
  }

  /** Makes an emphasis of what stands between the two. False, with nothing done, when it would be nested too deep. */
  private wrap(opener: Token, closer: Token): boolean {
    const first = opener.next === closer ? undefined : opener.next;
    const depth = depthAround(first, closer.previous);
    if (depth > DEEPEST_INLINE) return false;
    for (let run = opener.nextRun; run !== undefined && run !== closer; ) {
      const next: Token | undefined = run.nextRun;
      this.drop(run);
      run = next;
    }
    const length = opener.end - opener.start >= 2 && closer.end - closer.start >= 2 ? 2 : 1;
    opener.end -= length;
    closer.start += length;
    const emphasis = new Token('emphasis', opener.end, closer.start);
    emphasis.innerStart = opener.end + length;
    emphasis.innerEnd = closer.start - length;
    emphasis.depth = depth;
    emphasis.length = length;
    emphasis.character = opener.character;
    if (first !== undefined && closer.previous !== undefined) {
      emphasis.first = first;
      first.previous = undefined;
      closer.previous.next = undefined;
    }
    emphasis.previous = opener;
    opener.next = emphasis;
    emphasis.next = closer;
    closer.previous = emphasis;
    return true;
  }

  private drop(run: Token): void {
    if (run.previousRun !== undefined) run.previousRun.nextRun = run.nextRun;
    if (run.nextRun !== undefined) run.nextRun.previousRun = run.previousRun;
    else this.last = run.previousRun;
    run.kind = run.start < run.end ? 'leftover' : 'gone';
  }
}

/** Goldmark takes the lengths that the runs had before anything was paired. */
function breaksRuleOfThree(opener: Token, closer: Token): boolean {
  return (opener.canClose || closer.canOpen) && (opener.length + closer.length) % 3 === 0 && closer.length % 3 !== 0;
}
