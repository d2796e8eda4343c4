import type { PhrasingContent } from 'mdast';
import { bracketAt } from './brackets';
import { inlineStops, isAsciiAlphanumeric, isAsciiPunctuation, isSpaceOrTab } from './characters';
import { CodeSpanReader } from './codeSpans';
import type { Document, InlineJob, Place } from './document';
import { flanking, Runs } from './emphasis';
import { AngleScanner } from './inlineHtml';
import { LinkFinder } from './linkify';
import { closeBracket } from './links';
import type { LeafText } from './source';
import { Token } from './tokens';
import { phrasing } from './tree';
import { type Substitution, Typographer } from './typographer';

/** Reads the inline text of one document, job by job and in order, because open quotes are counted over all of it. */
export class InlineParser {
  leaf: LeafText;
  text = '';
  start = 0;
  end = 0;
  /** Open brackets, and the last run of emphasis characters before the last of them that was opened. */
  readonly brackets: Token[] = [];
  bottom: Token | undefined;
  runs = new Runs();
  /** Offset of the last `[` or `]` that was looked at. */
  lastBracket = -1;
  /** The text holds escapes, character references or line ends, or was changed by the typographer. */
  hasEscapes = false;
  substitutions: Substitution[] = [];
  private readonly head = new Token('gone', 0, 0);
  private tail = this.head;
  place: Place = 'text';
  private linksPossible = false;
  /** Something ended here behind which a bare link may begin. */
  private tryLink = false;
  private lineStop = -1;
  private noAngleCloseUntil = -1;
  private readonly codeSpans = new CodeSpanReader();
  private readonly angles = new AngleScanner();
  private readonly typographer = new Typographer();
  private readonly finder: LinkFinder;

  constructor(readonly document: Document) {
    this.leaf = document.whole;
    this.finder = new LinkFinder(document.source);
  }

  parse(job: InlineJob): PhrasingContent[] {
    this.reset(job);
    const { text, end } = this;
    const stops = inlineStops(this.linksPossible);
    let i = job.start;
    while (i < end) {
      if (this.tryLink) {
        this.tryLink = false;
        const after = this.bareLink(i);
        if (after > i) {
          i = after;
          this.tryLink = true;
          continue;
        }
      }
      for (; i < end; i++) {
        const c = text.charCodeAt(i);
        if (c < 128 && stops[c] === 1) {
          i = this.step(c, i);
          break;
        }
      }
    }
    this.runs.pair(undefined);
    for (const bracket of this.brackets) bracket.kind = 'gone';
    return phrasing(this, this.head.next, job.start, end);
  }

  private reset({ leaf, start, end, place }: InlineJob): void {
    this.leaf = leaf;
    this.text = leaf.text;
    this.start = start;
    this.end = end;
    this.place = place;
    if (this.brackets.length > 0) this.brackets.length = 0;
    this.bottom = undefined;
    this.runs.last = undefined;
    this.lastBracket = this.lineStop = this.noAngleCloseUntil = -1;
    this.hasEscapes = false;
    if (this.substitutions.length > 0) this.substitutions = [];
    this.codeSpans.begin(leaf.text, end, place === 'cell');
    this.head.next = undefined;
    this.tail = this.head;
    this.angles.reset(leaf.text, end);
    this.typographer.begin();
    this.linksPossible =
      this.document.options.linkify && this.finder.begin(leaf.toSource(start), leaf.toSourceEnd(end));
    this.tryLink = this.linksPossible;
  }

  append(token: Token): void {
    token.previous = this.tail;
    this.tail.next = token;
    this.tail = token;
  }

  /** Takes the bracket and all that follows out of the list. */
  cutBefore(bracket: Token): void {
    this.tail = bracket.previous ?? this.head;
    this.tail.next = undefined;
  }

  /** No `>` follows in the line of the `<` at `at`, as was found before. */
  lacksAngleClose(at: number): boolean {
    return at < this.noAngleCloseUntil;
  }
  rememberNoAngleClose(at: number): void {
    this.noAngleCloseUntil = this.lineEnd(at);
  }

  /** Offset behind the LF that ends the line of `at`, or the end of the text. */
  lineEnd(at: number): number {
    if (at >= this.lineStop) {
      const found = this.text.indexOf('\n', at);
      this.lineStop = found < 0 || found >= this.end ? this.end : found + 1;
    }
    return this.lineStop;
  }

  /** The code point before `at` as Goldmark sees it: in the source, so that it may be the `> ` of a quote. */
  private before(at: number): number {
    if (at === this.start) return 10;
    const offset = this.leaf.toSource(at);
    const { source } = this.document;
    const c = source.charCodeAt(offset - 1);
    const isLow = c >= 0xdc00 && c < 0xe000 && offset > 1;
    return isLow ? (source.codePointAt(offset - 2) as number) : c;
  }

  private bareLink(at: number): number {
    if (this.brackets.length > 0 || !isAsciiAlphanumeric(this.text.charCodeAt(at))) return at;
    const link = this.finder.linkAt(this.text, at, this.lineEnd(at));
    if (link === undefined) return at;
    const token = new Token('autolink', at, at + link.length);
    token.innerStart = at;
    token.innerEnd = token.end;
    token.value = link.url;
    this.append(token);
    return token.end;
  }

  /** Looks at the special character `c` at `i`. Returns where to go on. */
  private step(c: number, i: number): number {
    switch (c) {
      case 32:
      case 40:
        return this.behind(i + 1);
      case 10:
        return this.lineBreak(i);
      case 92:
        return this.backslash(i);
      case 38:
        this.hasEscapes = true;
        return i + 1;
      case 96:
        return this.codeSpan(i);
      case 42:
      case 95:
      case 126:
        return this.run(c, i);
      case 33:
        return this.text.charCodeAt(i + 1) === 91 && i + 1 < this.end ? this.openBracket(i, true) : i + 1;
      case 91:
        return this.openBracket(i, false);
      case 93:
        return this.closeBracket(i);
      case 60:
        return this.angle(i);
      default:
        return this.document.options.typographer ? this.typography(c, i) : i + 1;
    }
  }

  /** Goes on at `at`, where a bare link may begin. */
  private behind(at: number): number {
    this.tryLink = this.linksPossible;
    return at;
  }

  private token(token: Token): number {
    this.append(token);
    return this.behind(token.end);
  }

  private lineBreak(i: number): number {
    const { text, start } = this;
    this.hasEscapes = true;
    let a = i;
    if (a > start && text.charCodeAt(a - 1) === 13) a--;
    if (a - 2 >= start && text.charCodeAt(a - 1) === 32 && text.charCodeAt(a - 2) === 32) {
      while (a > start && isSpaceOrTab(text.charCodeAt(a - 1))) a--;
      this.append(new Token('break', a, i + 1));
    }
    return this.behind(i + 1);
  }

  private backslash(i: number): number {
    const { text, end } = this;
    const next = i + 1 < end ? text.charCodeAt(i + 1) : 0;
    const length = next === 10 ? 2 : next === 13 && text.charCodeAt(i + 2) === 10 && i + 2 < end ? 3 : 0;
    if (length > 0) {
      // Goldmark looks at one backslash more, and so misses the break behind three.
      if (i > this.start && text.charCodeAt(i - 1) === 92) return i + 1;
      this.hasEscapes = true;
      return this.token(new Token('break', i, i + length));
    }
    if (!isAsciiPunctuation(next)) return i + 1;
    this.hasEscapes = true;
    return i + 2;
  }

  private codeSpan(i: number): number {
    const token = this.codeSpans.at(i);
    return typeof token === 'number' ? this.behind(token) : this.token(token);
  }

  private run(character: number, i: number): number {
    const { text } = this;
    const lineEnd = this.lineEnd(i);
    let end = i + 1;
    while (end < lineEnd && text.charCodeAt(end) === character) end++;
    if (character === 126 && (end - i < 2 || !this.document.options.strikethrough)) return this.behind(i + 1);
    const around = flanking(this.before(i), end < lineEnd ? (text.codePointAt(end) as number) : 32);
    const { opens, closes } = around;
    const token = new Token('run', i, end);
    token.length = end - i;
    token.character = character;
    token.canOpen = character === 95 ? opens && (!closes || around.afterPunctuation) : opens;
    token.canClose = character === 95 ? closes && (!opens || around.beforePunctuation) : closes;
    this.runs.push(token);
    return this.token(token);
  }

  private openBracket(i: number, isImage: boolean): number {
    const token = bracketAt(this, i, isImage);
    if (token.kind !== 'bracket') return this.token(token);
    this.bottom = this.runs.last;
    this.lastBracket = token.end - 1;
    this.brackets.push(token);
    this.append(token);
    return token.end;
  }

  private closeBracket(i: number): number {
    if (this.brackets.length === 0) return i + 1;
    const after = closeBracket(this, i);
    return after < 0 ? i + 1 : this.behind(after);
  }

  private angle(i: number): number {
    const autolink = this.angles.autolinkAt(i);
    if (autolink !== undefined) {
      const token = new Token('autolink', i, autolink.end);
      token.innerStart = i + 1;
      token.innerEnd = token.end - 1;
      token.value = autolink.url;
      return this.token(token);
    }
    const end = this.angles.htmlEnd(i);
    if (end >= 0) return this.token(new Token('html', i, end));
    return this.document.options.typographer ? this.typography(60, i) : i + 1;
  }

  private typography(c: number, i: number): number {
    const { text, typographer } = this;
    const found =
      c === 34 || c === 39
        ? typographer.quoteAt(text, i, this.lineEnd(i), this.before(i))
        : typographer.signAt(text, i, this.end);
    if (found === undefined) return i + 1;
    this.substitutions.push(found);
    return this.behind(found.end);
  }
}
