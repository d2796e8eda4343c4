import type { Heading } from 'mdast';

const SPACE_AROUND = /^[\t\n\v\f\r \u0085\p{Z}]+|[\t\n\v\f\r \u0085\p{Z}]+$/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

/** Hugo's ids of headings (`autoHeadingIDType: github`). Give it the headings in the order of the source. */
export class HeadingIds {
  readonly all = new Map<Heading, string>();
  private readonly taken = new Set<string>();
  private readonly last = new Map<string, number>();

  /** @param raw the source of its last line. */
  add(heading: Heading, raw: string): void {
    const written = heading.data?.attributes?.find(({ name }) => name === 'id')?.value;
    const id = written ?? this.free(anchorOf(raw));
    this.taken.add(id);
    this.all.set(heading, id);
  }

  private free(anchor: string): string {
    if (!this.taken.has(anchor)) return anchor;
    let number = (this.last.get(anchor) ?? 0) + 1;
    while (this.taken.has(`${anchor}-${number}`)) number++;
    this.last.set(anchor, number);
    return `${anchor}-${number}`;
  }
}

/**
 * `做面向用户的AI技术创新` → `做面向用户的ai技术创新`. Made of the source of the heading's last line, markup and all, so
 * that `[链接](http://a.cn/x)` gives `链接httpacnx`.
 */
function anchorOf(raw: string): string {
  let anchor = '';
  for (const rune of raw.replace(SPACE_AROUND, '')) {
    if (rune === '-' || rune === ' ') anchor += '-';
    else if (rune === '_' || LETTER_OR_DIGIT.test(rune)) anchor += lowerCase(rune);
  }
  return anchor === '' ? 'heading' : anchor;
}

/** One rune stays one, as in Go: `İ` is `i` and not `i` with a dot above. */
function lowerCase(rune: string): string {
  return String.fromCodePoint(rune.toLowerCase().codePointAt(0) ?? 0);
}
