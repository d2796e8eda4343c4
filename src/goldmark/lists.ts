import type { List, ListItem } from 'mdast';
import type { BlockParser } from './blocks';
import { isAsciiDigit, isSpaceOrTab } from './characters';
import { Container, DEEPEST, type Flow } from './containers';
import type { LineCursor } from './cursor';
import type { Opened } from './openers';

interface Marker {
  /** `-`, `*`, `+`, or the `.` or `)` after a number. */
  readonly character: number;
  /** Offset behind the marker. */
  readonly end: number;
  /** The number of an ordered list's item. */
  readonly number: number | undefined;
}

function markerAt(text: string, start: number, end: number): Marker | undefined {
  const first = text.charCodeAt(start);
  if (first === 42 || first === 45 || first === 43) return { character: first, end: start + 1, number: undefined };
  let i = start;
  while (i < end && isAsciiDigit(text.charCodeAt(i))) i++;
  if (i === start || i - start > 9 || i >= end) return undefined;
  const character = text.charCodeAt(i);
  if (character !== 46 && character !== 41) return undefined;
  return { character, end: i + 1, number: Number(text.slice(start, i)) };
}

/** `***`, `- - -`. */
export function isThematicBreak(text: string, start: number, end: number): boolean {
  const marker = text.charCodeAt(start);
  let count = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === marker) count++;
    else if (c !== 32 && c !== 9 && c !== 13) return false;
  }
  return count >= 3;
}

/** Does a list item begin at the cursor? */
export function isListMarker(cursor: LineCursor): boolean {
  const { text, next, end } = cursor;
  const marker = markerAt(text, next, end);
  if (marker === undefined) return false;
  if (marker.number === undefined && isThematicBreak(text, next, end)) return false;
  return marker.end >= end || isSpaceOrTab(text.charCodeAt(marker.end));
}

/** Begins a list item at the cursor, and a list unless one goes on. */
export function openListItem(parser: BlockParser): Opened {
  const { cursor } = parser;
  const { text, end, next } = cursor;
  if (parser.stack.length > DEEPEST) return 'none';
  const marker = markerAt(text, next, end);
  if (marker === undefined || !mayBeItem(parser, marker)) return 'none';
  const afterBlank = parser.beforeBlock();
  const indent = contentIndent(cursor, marker.end);
  const start = parser.document.lines.point(next);
  const children: Flow[] = [];
  const node: ListItem = { type: 'listItem', spread: false, checked: null, children, position: { start, end: start } };
  const list = listFor(parser, { marker, afterBlank, start: next });
  list.children.push(node);
  parser.emptyItemAbove = false;
  const { line } = parser;
  parser.push(new Container({ kind: 'item', node, children, indent, line, markerEnd: marker.end, list }));
  return 'container';
}

function mayBeItem(parser: BlockParser, marker: Marker): boolean {
  const { cursor } = parser;
  const { text, end, offset, next } = cursor;
  // A bare marker before CR LF is text to Goldmark, and a tab before a marker is no indentation.
  if (marker.end < end ? !isSpaceOrTab(text.charCodeAt(marker.end)) : cursor.hasCarriageReturn) return false;
  for (let i = offset; i < next; i++) if (text.charCodeAt(i) === 9) return false;
  if (parser.leaf?.kind !== 'paragraph' || parser.started || !parser.allMatched) return true;
  // Only an item with text, and with the number 1 if with any, interrupts a paragraph.
  let i = marker.end;
  while (i < end && isSpaceOrTab(text.charCodeAt(i))) i++;
  return i < end && (marker.number === undefined || marker.number === 1);
}

/** Moves behind the marker and to the item's content. Returns the columns by which its other lines are indented. */
function contentIndent(cursor: LineCursor, markerEnd: number): number {
  const { text, end, offset: lineOffset, next } = cursor;
  const width = cursor.indent + markerEnd - next;
  cursor.toNext();
  cursor.skip(markerEnd - next);
  cursor.measure();
  if (cursor.next >= end) return width + 1;
  // Tab stops count from where the container's content begins.
  let column = markerEnd - lineOffset;
  for (let i = markerEnd; i < cursor.next; i++) column += text.charCodeAt(i) === 9 ? 4 - (column & 3) : 1;
  const space = column - (markerEnd - lineOffset);
  if (space < 5) {
    cursor.toNext();
    return width + space;
  }
  cursor.eat(1);
  return width + 1;
}

interface ItemPlace {
  readonly marker: Marker;
  readonly afterBlank: boolean;
  readonly start: number;
}

function listFor(parser: BlockParser, { marker, afterBlank, start }: ItemPlace): List {
  const { top } = parser;
  const open = top.openList;
  const ordered = marker.number !== undefined;
  if (
    open !== undefined &&
    open.node === top.lastChild &&
    open.marker === marker.character &&
    open.ordered === ordered
  ) {
    if (afterBlank) open.node.spread = true;
    return open.node;
  }
  const point = parser.document.lines.point(start);
  const node: List = {
    type: 'list',
    ordered,
    start: marker.number ?? null,
    spread: false,
    children: [],
    position: { start: point, end: point },
  };
  parser.add(node, afterBlank);
  top.openList = { node, marker: marker.character, ordered };
  return node;
}
