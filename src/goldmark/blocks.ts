import type { Root } from 'mdast';
import type { Position } from 'unist';
import { startsBlock } from './characters';
import { Container, type Flow } from './containers';
import { LineCursor } from './cursor';
import type { Document, InlineJob } from './document';
import { continueLeaf, finishLeaf, type Leaf, openIndented } from './leaves';
import { matchContainers } from './matching';
import { openBlock } from './openers';
import { finishParagraph, type Underline } from './paragraphs';

/** An open paragraph: its lines without the white space before them. */
export interface ParagraphLeaf {
  readonly kind: 'paragraph';
  readonly starts: number[];
  readonly ends: number[];
  /** Which lines are indented by four columns or more. */
  readonly deep: boolean[];
  /** The lines stand in the source as they are, nothing between them. */
  contiguous: boolean;
  /** A line could be the `---|---` of a table. */
  tableLike: boolean;
  readonly afterBlank: boolean;
}

/**
 * Reads blocks, line by line: which open containers go on, which blocks begin, and what is left is paragraph text.
 * Inline text becomes jobs in the document.
 */
export class BlockParser {
  readonly cursor: LineCursor;
  readonly stack: Container[];
  leaf: Leaf | ParagraphLeaf | undefined;
  /** End of the last line with something on it. */
  lastEnd: number;
  /** Index of the current line. */
  line = 0;
  /** How many containers (the root included) go on in this line, and whether all do. */
  matched = 0;
  allMatched = false;
  /** A block began in this line. */
  started = false;
  /** `>` signs of this line, and of the blank line before it if there is one. */
  quotes = 0;
  /** The last list item that began had nothing in it when a blank line came. */
  emptyItemAbove = false;
  private afterBlank = false;
  private blankQuotes = 0;
  private hasNotes = false;
  private readonly root: Root;

  constructor(
    readonly document: Document,
    private readonly from: number,
  ) {
    this.cursor = new LineCursor(document.source);
    this.lastEnd = from;
    const children: Flow[] = [];
    this.root = { type: 'root', children };
    this.stack = [new Container({ kind: 'root', node: this.root, children, indent: 0, line: 0, markerEnd: from })];
  }

  parse(): Root {
    const { lines, source } = this.document;
    const first = lines.point(this.from).line - 1;
    for (this.line = first; this.line < lines.count; this.line++) {
      const start = Math.max(lines.start(this.line), this.from);
      const isLast = this.line + 1 >= lines.count;
      if (isLast && start >= source.length) break;
      this.cursor.begin(start, isLast ? source.length : lines.start(this.line + 1) - 1);
      this.readLine();
    }
    if (this.leaf !== undefined) this.closeLeaf();
    this.closeTo(1);
    this.root.position = lines.range(this.from, source.length);
    return this.root;
  }

  get top(): Container {
    return this.stack[this.stack.length - 1] as Container;
  }

  /** The container in which a block that begins now would be. */
  get parent(): Container {
    return this.stack[this.matched - 1] as Container;
  }

  /** Makes room for a block: ends what does not go on. Returns whether a blank line stands before it. */
  beforeBlock(): boolean {
    const blank = this.afterBlank && this.blankQuotes <= this.quotes && !this.started;
    this.closeTo(this.matched);
    if (this.leaf !== undefined) this.closeLeaf();
    this.started = true;
    return blank;
  }

  add(node: Flow, afterBlank: boolean): void {
    const container = this.top;
    container.children.push(node);
    // Footnotes go to the end of the page, and definitions are not printed.
    if (node.type !== 'footnoteDefinition' && node.type !== 'definition') this.countChild(afterBlank);
    container.empty = false;
    container.closedParagraph = undefined;
  }

  /** Counts a child of the innermost container; a blank line before any but the first makes an item loose. */
  countChild(afterBlank: boolean): void {
    const { top } = this;
    top.visible++;
    if (afterBlank && top.visible > 1 && top.node.type === 'listItem') top.node.spread = true;
  }

  push(container: Container): void {
    this.stack.push(container);
    this.matched++;
  }

  job(job: InlineJob): void {
    this.document.jobs.push(job);
  }

  range(start: number, end: number): Position {
    return this.document.lines.range(start, end);
  }

  /** Ends the open leaf. False when nothing of a paragraph was left for the underline below it. */
  closeLeaf(underline?: Underline): boolean {
    const leaf = this.leaf;
    this.leaf = undefined;
    if (leaf === undefined) return true;
    if (leaf.kind === 'paragraph') return finishParagraph(this, leaf, underline);
    finishLeaf(this, leaf);
    return true;
  }

  private closeTo(depth: number): void {
    if (this.stack.length > depth && this.leaf !== undefined) this.closeLeaf();
    while (this.stack.length > depth) {
      const closed = this.stack.pop() as Container;
      const end = closed.empty && closed.kind !== 'quote' ? closed.markerEnd : Math.max(this.lastEnd, closed.markerEnd);
      const point = this.document.lines.point(end);
      if (closed.node.position) closed.node.position.end = point;
      if (closed.list?.position) closed.list.position.end = point;
      if (closed.kind === 'note') this.closeNote();
    }
  }

  /** Goldmark leaves a list of footnotes, for a while, where it reads the first. */
  private closeNote(): void {
    if (!this.hasNotes) this.top.visible++;
    this.hasNotes = true;
  }

  private readLine(): void {
    this.started = false;
    matchContainers(this);
    if (this.allMatched && this.leaf !== undefined && this.leaf.kind !== 'paragraph' && continueLeaf(this, this.leaf)) {
      return;
    }
    if (this.cursor.isBlank) {
      this.readBlankLine();
      return;
    }
    if (!this.openBlocks()) this.readText();
    this.afterBlank = false;
  }

  private readBlankLine(): void {
    this.closeTo(this.matched);
    if (this.leaf?.kind === 'paragraph') this.closeLeaf();
    if (this.quotes > 0) this.lastEnd = Math.max(this.lastEnd, this.cursor.end);
    this.markBlank();
  }

  markBlank(): void {
    this.afterBlank = true;
    this.blankQuotes = this.quotes;
  }

  /** A line of a leaf that is not made of text. */
  markFilled(): void {
    this.afterBlank = false;
  }

  /** Begins the blocks of this line. True when nothing of the line is left for a paragraph. */
  private openBlocks(): boolean {
    const { cursor } = this;
    for (;;) {
      if (cursor.indent >= 4) {
        if (this.leaf?.kind === 'paragraph' && !this.started) return false;
        openIndented(this);
        return true;
      }
      const c = cursor.character;
      if (!startsBlock(c)) return false;
      const opened = openBlock(this, c);
      if (opened === 'none') return false;
      if (opened === 'line') {
        this.lastEnd = Math.max(this.lastEnd, cursor.end);
        return true;
      }
      cursor.measure();
      if (cursor.isBlank) {
        this.lastEnd = Math.max(this.lastEnd, cursor.end);
        return true;
      }
    }
  }

  private readText(): void {
    const { cursor } = this;
    const start = this.textStart();
    const deep = cursor.indent > 3;
    const leaf = this.leaf;
    if (leaf?.kind === 'paragraph' && !this.started) {
      if (start !== cursor.start) leaf.contiguous = false;
      leaf.starts.push(start);
      leaf.ends.push(cursor.end);
      leaf.deep.push(deep);
      const c = cursor.text.charCodeAt(start);
      if (c === 124 || c === 45 || c === 58) leaf.tableLike = true;
    } else {
      const afterBlank = this.beforeBlock();
      this.top.empty = false;
      const starts = [start];
      const ends = [cursor.end];
      this.leaf = { kind: 'paragraph', starts, ends, deep: [deep], contiguous: true, tableLike: false, afterBlank };
    }
    this.lastEnd = cursor.end;
  }

  /** Where the text of this line begins: a CR within the line is white space too. */
  private textStart(): number {
    const { text, next, end } = this.cursor;
    let start = next;
    for (; start < end; start++) {
      const c = text.charCodeAt(start);
      if (c !== 13 && c !== 32 && c !== 9) break;
    }
    return start;
  }
}
