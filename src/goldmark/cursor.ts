import { isSpace } from './characters';

/** A place in one line, with tabs counted as columns. */
export class LineCursor {
  /** The line without its end: neither LF nor the CR before it. */
  start = 0;
  end = 0;
  /** The line ends with CR LF. */
  hasCarriageReturn = false;
  offset = 0;
  /** Columns of a tab that was only partly consumed: they count as spaces before `offset`. */
  padding = 0;
  /** Set by `measure`: the first character that is neither space nor tab, and the columns up to it. */
  next = 0;
  indent = 0;
  private column = 0;

  constructor(readonly text: string) {}

  begin(start: number, end: number): void {
    this.hasCarriageReturn = end > start && this.text.charCodeAt(end - 1) === 13;
    this.start = this.offset = start;
    this.end = this.hasCarriageReturn ? end - 1 : end;
    this.column = this.padding = 0;
    this.measure();
  }

  measure(): void {
    let next = this.offset;
    let indent = this.padding;
    const column = this.column;
    for (; next < this.end; next++) {
      const c = this.text.charCodeAt(next);
      if (c === 32) indent++;
      else if (c === 9) indent += 4 - ((column + indent) & 3);
      else break;
    }
    this.next = next;
    this.indent = indent;
  }

  /** The character at `next`, or 0 at the end of the line. */
  get character(): number {
    return this.next < this.end ? this.text.charCodeAt(this.next) : 0;
  }

  /** Only white space is left, lone CRs included. */
  get isBlank(): boolean {
    let i = this.next;
    while (i < this.end && isSpace(this.text.charCodeAt(i))) i++;
    return i >= this.end;
  }

  /** Consumes columns of white space. */
  eat(columns: number): void {
    let left = columns;
    while (left > 0) {
      if (this.padding > 0) {
        const taken = Math.min(this.padding, left);
        this.padding -= taken;
        this.column += taken;
        left -= taken;
      } else if (this.text.charCodeAt(this.offset) === 9) {
        const width = 4 - (this.column & 3);
        const taken = Math.min(width, left);
        this.offset++;
        this.column += taken;
        this.padding = width - taken;
        left -= taken;
      } else {
        this.offset++;
        this.column++;
        left--;
      }
    }
  }

  /** Steps over `characters` that are no tabs. */
  skip(characters: number): void {
    this.offset += characters;
    this.column += characters;
  }

  /** Goes to `next`, all white space consumed. */
  toNext(): void {
    this.column += this.indent;
    this.offset = this.next;
    this.padding = 0;
  }

  toEnd(): void {
    this.offset = this.next = this.end;
    this.padding = 0;
  }

  /** The rest of the line, with the spaces that are left of a cut tab. */
  rest(): string {
    const text = this.text.slice(Math.min(this.offset, this.end), this.end);
    return this.padding > 0 ? ' '.repeat(this.padding) + text : text;
  }
}
