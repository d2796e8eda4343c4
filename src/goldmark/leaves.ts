import type { Code, Html } from 'mdast';
import type { BlockParser } from './blocks';
import { isSpace } from './characters';
import { resolveReferences, trimSpace } from './escapes';
import { closesHtml, type HtmlKind } from './htmlBlocks';

// Leaf blocks whose lines are not read further: fences, indented code, HTML.

export interface FenceLeaf {
  readonly kind: 'fence';
  readonly start: number;
  end: number;
  readonly afterBlank: boolean;
  /** Backtick or tilde. */
  readonly marker: number;
  readonly length: number;
  /** Columns before the fence, of which as many are taken from each line. */
  readonly indent: number;
  readonly info: string;
  body: string;
}
export interface IndentedLeaf {
  readonly kind: 'indented';
  readonly start: number;
  end: number;
  readonly afterBlank: boolean;
  body: string;
  /** Length of `body` up to its last line that is not blank. */
  filled: number;
}
export interface HtmlLeaf {
  readonly kind: 'html';
  readonly start: number;
  end: number;
  readonly afterBlank: boolean;
  readonly html: HtmlKind;
  value: string;
}
export type Leaf = FenceLeaf | IndentedLeaf | HtmlLeaf;

/** Gives the line to the open leaf. False when the leaf ends before it. */
export function continueLeaf(parser: BlockParser, leaf: Leaf): boolean {
  switch (leaf.kind) {
    case 'fence':
      continueFence(parser, leaf);
      return true;
    case 'indented':
      return continueIndented(parser, leaf);
    case 'html':
      return continueHtml(parser, leaf);
    default:
      return leaf satisfies never;
  }
}

function continueFence(parser: BlockParser, leaf: FenceLeaf): void {
  const { cursor } = parser;
  mark(parser);
  leaf.end = parser.lastEnd = cursor.end;
  if (closesFence(parser, leaf)) {
    parser.leaf = undefined;
    addFence(parser, leaf, true);
    return;
  }
  // A blank line that is indented less than the fence keeps its white space.
  const keeps = cursor.indent < leaf.indent && cursor.isBlank && !cursor.hasCarriageReturn;
  if (!keeps) cursor.eat(Math.min(cursor.indent, leaf.indent));
  leaf.body += `${cursor.rest()}\n`;
}

function closesFence({ cursor }: BlockParser, leaf: FenceLeaf): boolean {
  if (cursor.indent > 3) return false;
  const { text, end } = cursor;
  let i = cursor.next;
  while (i < end && text.charCodeAt(i) === leaf.marker) i++;
  if (i - cursor.next < leaf.length) return false;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i >= end;
}

/** Begins indented code with this line. */
export function openIndented(parser: BlockParser): void {
  const { cursor } = parser;
  const afterBlank = parser.beforeBlock();
  parser.top.empty = false;
  const start = cursor.offset;
  cursor.eat(4);
  const body = `${cursor.rest()}\n`;
  parser.leaf = { kind: 'indented', start, end: cursor.end, afterBlank, body, filled: body.length };
  parser.lastEnd = cursor.end;
}

function continueIndented(parser: BlockParser, leaf: IndentedLeaf): boolean {
  const { cursor } = parser;
  if (cursor.isBlank) {
    cursor.eat(Math.min(cursor.indent, 4));
    leaf.body += `${cursor.rest()}\n`;
    parser.markBlank();
    return true;
  }
  if (cursor.indent < 4) {
    parser.closeLeaf();
    return false;
  }
  cursor.eat(4);
  leaf.body += `${cursor.rest()}\n`;
  leaf.filled = leaf.body.length;
  leaf.end = parser.lastEnd = cursor.end;
  parser.markFilled();
  return true;
}

function continueHtml(parser: BlockParser, leaf: HtmlLeaf): boolean {
  const { cursor } = parser;
  if ((leaf.html === 'block' || leaf.html === 'tag') && cursor.isBlank) {
    parser.closeLeaf();
    return false;
  }
  const line = cursor.rest();
  leaf.value += `\n${line}`;
  leaf.end = parser.lastEnd = cursor.end;
  if (closesHtml(leaf.html, line)) {
    parser.leaf = undefined;
    addHtml(parser, leaf, true);
  }
  mark(parser);
  return true;
}

/** A blank line within a leaf still makes the list round it loose. */
function mark(parser: BlockParser): void {
  if (parser.cursor.isBlank) parser.markBlank();
  else parser.markFilled();
}

/** Adds the node of a leaf that ends because its container or the document does. */
export function finishLeaf(parser: BlockParser, leaf: Leaf): void {
  switch (leaf.kind) {
    case 'fence':
      addFence(parser, leaf, false);
      break;
    case 'indented':
      addIndented(parser, leaf);
      break;
    case 'html':
      addHtml(parser, leaf, false);
      break;
    default:
      leaf satisfies never;
  }
}

function addFence(parser: BlockParser, leaf: FenceLeaf, closed: boolean): void {
  const { info, body } = leaf;
  const space = info.indexOf(' ');
  const stop = space < 0 ? info.length : space;
  const meta = trimSpace(info.slice(stop));
  const node: Code = {
    type: 'code',
    lang: info === '' ? null : resolveReferences(info.slice(0, stop)),
    meta: meta === '' ? null : meta,
    value: body.slice(0, -1),
    position: parser.range(leaf.start, leaf.end),
  };
  if (!closed) node.data = { unclosed: true };
  parser.add(node, leaf.afterBlank);
}

function addIndented(parser: BlockParser, leaf: IndentedLeaf): void {
  const position = parser.range(leaf.start, leaf.end);
  const value = leaf.body.slice(0, leaf.filled - 1);
  parser.add({ type: 'code', lang: null, meta: null, value, position, data: { indented: true } }, leaf.afterBlank);
}

/** Adds the node of an HTML block; `closedLater` when a line below its first one ended it. */
export function addHtml(parser: BlockParser, leaf: HtmlLeaf, closedLater: boolean): void {
  const position = parser.range(leaf.start, leaf.end);
  const node: Html = { type: 'html', value: leaf.value, position, data: { closedLater } };
  parser.add(node, leaf.afterBlank);
}
