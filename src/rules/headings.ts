import type { Heading } from 'mdast';
import type { Article } from '../article/article';
import type { Placed } from '../article/placed';
import type { Edit } from '../base/edit';
import { type Span, span } from '../base/span';
import { fieldOf, textOf } from './fields';
import type { Subject } from './rule';

/** A heading of an article. What needs more than a look is found when it is asked for, since many rules ask for little. */
export class HeadingFacts {
  private line: Span | undefined;
  private found: Fault | 'none' | undefined;

  constructor(
    readonly placed: Placed<Heading>,
    /** What readers see of it. */
    readonly text: string,
    private readonly article: Article,
  ) {}

  get span(): Span {
    return this.placed.span;
  }
  get depth(): number {
    return this.placed.node.depth;
  }
  /** The line of `===` or `---` below it. */
  get underline(): Span | undefined {
    this.line ??= underlineOf(this.article.text, this.span);
    return this.line;
  }
  /** What is wrong with it as a whole; the other rules leave it alone then. */
  get fault(): Fault | undefined {
    this.found ??= faultOf(this, this.article) ?? 'none';
    return this.found === 'none' ? undefined : this.found;
  }
}

type Fault = 'empty' | 'title' | 'accident' | 'caption';

/** The headings of an article, in their order. */
export function headingsOf({ article }: Subject): HeadingFacts[] {
  const { headings, nodes } = article.body;
  if (headings.length === 0) return [];
  return nodes.of('heading').map((placed, i) => new HeadingFacts(placed, headings[i]?.text ?? '', article));
}

function underlineOf(text: string, { start, end }: Span): Span | undefined {
  if (text[start] === '#') return undefined;
  let from = end;
  while (from > start && (text[from - 1] === '=' || text[from - 1] === '-')) from--;
  return from > start && from < end ? span(from, end) : undefined;
}

function faultOf(heading: HeadingFacts, { frontMatter }: Article): Fault | undefined {
  const { placed, text } = heading;
  if (text.trim() === '') return placed.node.children.some(showsSomething) ? undefined : 'empty';
  if (CAPTION.test(text)) return 'caption';
  const title = fieldOf(frontMatter, 'title');
  if (isSame(text, (title && textOf(title.value)) ?? '')) return 'title';
  return isAccident(heading) ? 'accident' : undefined;
}

function showsSomething({ type }: Heading['children'][number]): boolean {
  return type !== 'text' && type !== 'break';
}

/** Letters and digits count, so that `《夜航》！` and `夜航` are one title. */
function isSame(text: string, title: string): boolean {
  // Signs and spaces do not make twice as much.
  if (text.length > 2 * title.length || title.length > 2 * text.length) return false;
  const own = plain(text);
  return own !== '' && own === plain(title);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `△图源：新华社`, `图：港口`, `来源：…`, `▲夜里的桥`. */
const CAPTION =
  /^\s*(?:[△▲▽▼↑↓◁▷]|[（(【[]?\s*(?:图源|图片来源|图片|图注|图说|配图|资料图|题图|来源|出处|摄影|供图|图\s*\d*)\s*[:：/／|｜丨])/;

/** Columns beyond which two lines above `---` are a paragraph rather than a heading. */
const TWO_LINES = 60;
/** Columns beyond which one line is. */
const ONE_LINE = 160;

/** Text that nobody would choose for a heading. */
export function isSentence(text: string): boolean {
  return /[。；，]\s*$|[。；]/.test(text);
}

/** A paragraph that a line of `===` or `---` turned into a heading: a sentence, several lines of text, or a line of one or two signs. */
function isAccident({ underline, text }: HeadingFacts): boolean {
  if (!underline) return false;
  const columns = columnsOf(text);
  // Converters draw the line as long as the title: `1` and `-`.
  if (underline.end - underline.start < Math.min(3, columns)) return true;
  if (columns > ONE_LINE) return true;
  if (/[。；，]\s*$/.test(text) || (/[^.]\.\s*$/.test(text) && columns > TWO_LINES)) return true;
  return text.trim().includes('\n') && (columns > TWO_LINES || text.includes('。'));
}

function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += WIDE.test(char) ? 2 : 1;
  return columns;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** Writes a heading at another depth; undefined where that changes more than the depth. */
export function atDepth(
  text: string,
  { span: where, underline, placed }: HeadingFacts,
  depth: number,
): Edit[] | undefined {
  const own = placed.node.depth;
  if (depth < 1 || depth > 6) return undefined;
  if (!underline) {
    if (depth > own) return [{ span: span(where.start, where.start), text: '#'.repeat(depth - own) }];
    return [{ span: span(where.start, where.start + own - depth), text: '' }];
  }
  const line = text.slice(where.start, underline.start);
  if (depth < 3) {
    // `|` and `---` could be a table.
    if (depth === 2 && line.includes('|')) return undefined;
    return [{ span: underline, text: (depth === 1 ? '=' : '-').repeat(underline.end - underline.start) }];
  }
  const title = line.trimEnd();
  if (/[\r\n]/.test(title) || /#$/.test(title) || placed.parent) return undefined;
  return [
    { span: span(where.start, where.start), text: `${'#'.repeat(depth)} ` },
    { span: span(where.start + title.length, where.end), text: '' },
  ];
}

/** Takes the marks of a heading away; undefined where its words would not stand as a paragraph of their own. */
export function asParagraph(text: string, { span: where, underline, placed, depth }: HeadingFacts): Edit[] | undefined {
  const [first, last] = [placed.node.children[0], placed.node.children.at(-1)];
  if (placed.parent || !first || !last || placed.node.data?.attributes) return undefined;
  const [start, end] = [first.position?.start.offset ?? where.start, last.position?.end.offset ?? where.end];
  const edits: Edit[] = [];
  if (underline) {
    const title = text.slice(where.start, underline.start).trimEnd();
    edits.push({ span: span(where.start + title.length, where.end), text: '' });
  } else {
    if (!/^[\p{L}（(「“《△▲▽▼↑↓◁▷【]|^\*\*/u.test(text.slice(start, end))) return undefined;
    edits.push({ span: span(where.start, Math.max(start, where.start + depth)), text: '' });
    if (end < where.end) edits.push({ span: span(end, where.end), text: '' });
  }
  return isAlone(text, where, !underline) ? edits : undefined;
}

/** Whether blank lines part it from what stands around. */
function isAlone(text: string, { start, end }: Span, above: boolean): boolean {
  const before = /(?:^|\n|\r)[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(Math.max(0, start - 80), start));
  const after = /^[ \t]*(?:$|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$))/.test(text.slice(end, end + 80));
  return after && (before || !above);
}

/** The lines of something that stands in the body itself, with a blank line behind it if there is one. */
export function linesWith(text: string, where: Span): Span {
  const line = /[^\r\n]*$/.exec(text.slice(Math.max(0, where.start - 80), where.start))?.[0] ?? '';
  // Behind a fence, `---#`, only the thing itself.
  if (line.trim() !== '') return where;
  const end = /[ \t]*(?:\r\n|\n|\r|$)(?:[ \t]*(?:\r\n|\n|\r))?/y;
  end.lastIndex = where.end;
  return span(where.start - line.length, end.test(text) ? Math.max(where.end, end.lastIndex) : where.end);
}

/** The line end that a text has. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
