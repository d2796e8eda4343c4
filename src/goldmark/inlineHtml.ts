import { isAsciiAlphanumeric } from './characters';
import { CLOSING_TAG, OPENING_TAG } from './htmlBlocks';

const ADDRESS =
  "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*";

/** `<url>` and `<name@host>`, and HTML within text. One scanner reads one text, from its begin to its end. */
export class AngleScanner {
  private readonly tag = new RegExp(`${OPENING_TAG}|${CLOSING_TAG}`, 'y');
  private readonly autolink = new RegExp(`<(?:([A-Za-z][A-Za-z0-9.+-]{1,32}:[^<>\\x00-\\x20]*)|(${ADDRESS}))>`, 'y');
  private text = '';
  private end = 0;
  /** Closers that do not occur from some offset on. */
  private readonly missing = new Map<string, number>();

  reset(text: string, end: number): void {
    this.text = text;
    this.end = end;
    if (this.missing.size > 0) this.missing.clear();
  }

  /** The URL of the autolink at `at`, and the offset behind it. */
  autolinkAt(at: number): { url: string; end: number } | undefined {
    this.autolink.lastIndex = at;
    const match = this.autolink.exec(this.text);
    if (match === null || this.autolink.lastIndex > this.end) return undefined;
    return { url: match[1] ?? `mailto:${match[2]}`, end: this.autolink.lastIndex };
  }

  /** Offset behind the HTML at `at`, or -1. */
  htmlEnd(at: number): number {
    const { text } = this;
    const c = text.charCodeAt(at + 1);
    if (isAsciiAlphanumeric(c) || c === 47) {
      this.tag.lastIndex = at;
      return this.tag.test(text) && this.tag.lastIndex <= this.end ? this.tag.lastIndex : -1;
    }
    if (c === 63) return this.behind('?>', at + 1);
    if (c !== 33) return -1;
    if (text.startsWith('--', at + 2)) return this.commentEnd(at);
    const letter = text.charCodeAt(at + 2);
    if (letter > 64 && letter < 91) return this.behind('>', at + 2);
    return text.startsWith('[CDATA[', at + 2) ? this.behind(']]>', at + 2) : -1;
  }

  private behind(closer: string, from: number): number {
    if (from >= (this.missing.get(closer) ?? Number.POSITIVE_INFINITY)) return -1;
    const found = this.text.indexOf(closer, from);
    if (found >= 0 && found + closer.length <= this.end) return found + closer.length;
    this.missing.set(closer, from);
    return -1;
  }

  /** Within a comment, `--` may only stand at the begin of a line. */
  private commentEnd(at: number): number {
    const { text, end } = this;
    if (text.startsWith('-->', at + 4) && at + 7 <= end) return at + 7;
    if (text.charCodeAt(at + 4) === 62 || text.startsWith('->', at + 4)) return -1;
    let lineStart = -1;
    for (let from = at + 4; ; ) {
      const hyphens = text.indexOf('--', from);
      if (hyphens < 0 || hyphens + 3 > end) return -1;
      if (text.charCodeAt(hyphens + 2) === 62) return hyphens + 3;
      lineStart = text.charCodeAt(hyphens - 1) === 10 && hyphens > at + 4 ? hyphens : -1;
      if (lineStart < 0) return -1;
      const lineEnd = text.indexOf('\n', hyphens);
      if (lineEnd < 0 || lineEnd >= end) return -1;
      from = lineEnd + 1;
    }
  }
}
