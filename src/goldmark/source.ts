import type { Point, Position } from 'unist';

/** Where lines begin; turns offsets into points. Only LF ends a line: Hugo takes a lone CR for white space. */
export class Lines {
  readonly starts: number[] = [0];
  /** The line of the last point asked for: the next is usually near. */
  private current = 0;

  constructor(text: string) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.starts.push(i + 1);
  }

  get count(): number {
    return this.starts.length;
  }

  /** Offset at which line `index` (from 0) begins. */
  start(index: number): number {
    return this.starts[index] as number;
  }

  point(offset: number): Point {
    const starts = this.starts;
    let line = this.current;
    if ((starts[line] as number) > offset) {
      do line--;
      while ((starts[line] as number) > offset);
    } else {
      while (line + 1 < starts.length && (starts[line + 1] as number) <= offset) line++;
    }
    this.current = line;
    return { line: line + 1, column: offset - (starts[line] as number) + 1, offset };
  }

  range(start: number, end: number): Position {
    const from = this.point(start);
    return { start: from, end: this.point(end) };
  }
}

/**
 * The text of one leaf block: the source itself, or, where lines are indented or quoted, its lines without what stands
 * before them, with a map back. Their ends stay as they are.
 */
export class LeafText {
  private constructor(
    readonly text: string,
    /** Where the joined lines begin in `text`, and the same places in the source. */
    private readonly starts: readonly number[],
    private readonly origins: readonly number[],
  ) {}

  static whole(source: string): LeafText {
    return new LeafText(source, [], []);
  }

  static joined(source: string, lineStarts: readonly number[], lineEnds: readonly number[]): LeafText {
    const starts: number[] = [];
    let text = '';
    for (let i = 0; i < lineStarts.length; i++) {
      if (i > 0) text += '\n';
      starts.push(text.length);
      const end = lineEnds[i] as number;
      const isCrLf = i + 1 < lineStarts.length && source.charCodeAt(end) === 13;
      text += source.slice(lineStarts[i], isCrLf ? end + 1 : end);
    }
    return new LeafText(text, starts, lineStarts);
  }

  get isSource(): boolean {
    return this.starts.length === 0;
  }

  /** Offset in the source of what begins at `at`. */
  toSource(at: number): number {
    const starts = this.starts;
    if (starts.length === 0) return at;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return (this.origins[low] as number) + at - (starts[low] as number);
  }

  /** Offset in the source of what ends at `at`. */
  toSourceEnd(at: number): number {
    return this.starts.length === 0 || at === 0 ? this.toSource(at) : this.toSource(at - 1) + 1;
  }
}
