import { Token } from './tokens';

/** Finds code spans in one text, from its begin to its end. */
export class CodeSpanReader {
  private text = '';
  private end = 0;
  private inCell = false;
  /** Lengths of runs of backticks of which no other follows. */
  private readonly unmatched = new Set<number>();

  /** Begins a new text; in a table cell, `\\|` is `|`. */
  begin(text: string, end: number, inCell: boolean): void {
    this.text = text;
    this.end = end;
    this.inCell = inCell;
    if (this.unmatched.size > 0) this.unmatched.clear();
  }

  /** The code span that begins with the backticks at `start`, or the offset behind these. */
  at(start: number): Token | number {
    const { text, end } = this;
    let contentStart = start + 1;
    while (contentStart < end && text.charCodeAt(contentStart) === 96) contentStart++;
    const length = contentStart - start;
    const close = this.unmatched.has(length) ? -1 : this.closeOf(contentStart, length);
    if (close < 0) {
      this.unmatched.add(length);
      return contentStart;
    }
    const token = new Token('code', start, close + length);
    token.value = this.value(contentStart, close);
    token.innerStart = contentStart;
    token.innerEnd = close;
    return token;
  }

  private closeOf(from: number, length: number): number {
    const { text, end } = this;
    for (let i = text.indexOf('`', from); i >= 0 && i < end; i = text.indexOf('`', i)) {
      let stop = i + 1;
      while (stop < end && text.charCodeAt(stop) === 96) stop++;
      if (stop - i === length) return i;
      i = stop;
    }
    return -1;
  }

  private value(start: number, end: number): string {
    const raw = this.text.slice(start, end);
    let value = raw.replace(/\r?\n/g, ' ');
    if (/^[ \n]/.test(raw) && /[ \n]$/.test(raw) && /[^ \t]/.test(value)) value = value.slice(1, -1);
    return this.inCell ? value.replace(/\\\|/g, '|') : value;
  }
}
