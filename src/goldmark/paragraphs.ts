import type { Definition, Heading, Paragraph } from 'mdast';
import { headingAttributes } from './attributes';
import type { BlockParser, ParagraphLeaf } from './blocks';
import { isSpace } from './characters';
import { labelKey, unescapeText } from './escapes';
import { type LinkParts, labelEnd, readDestination, readTitle, skipSpace } from './links';
import { LeafText } from './source';
import { tableIn } from './tables';

/** The line below a paragraph that makes a heading of it; `end` is an offset in the source. */
export interface Underline {
  readonly depth: 1 | 2;
  readonly end: number;
}

/** The lines of a paragraph that is being ended. */
export interface Lines {
  readonly leaf: LeafText;
  readonly start: number;
  /** Without the white space at the end, and with it. */
  readonly end: number;
  readonly fullEnd: number;
  readonly afterBlank: boolean;
}

/**
 * Turns the lines of an open paragraph into definitions, a table, a heading or a paragraph. False when nothing was left for
 * a paragraph, or for the underline.
 */
export function finishParagraph(parser: BlockParser, open: ParagraphLeaf, underline: Underline | undefined): boolean {
  const { document } = parser;
  const { starts, ends, afterBlank } = open;
  const leaf = open.contiguous ? document.whole : LeafText.joined(document.source, starts, ends);
  const { text } = leaf;
  let start = open.contiguous ? (starts[0] as number) : 0;
  const fullEnd = open.contiguous ? (ends[ends.length - 1] as number) : text.length;
  let end = fullEnd;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const first = start;
  while (start < end && text.charCodeAt(start) === 91) {
    const next = addDefinition(parser, { leaf, start, end, fullEnd, afterBlank });
    if (next < 0) break;
    start = skipSpace(text, next, end);
  }
  if (start >= end) {
    parser.countChild(afterBlank);
    return false;
  }
  const lines: Lines = { leaf, start, end, fullEnd, afterBlank };
  if (open.tableLike && document.options.table) {
    // Above an underline, the lines count without their indentation.
    const deep = underline === undefined ? open.deep.slice(countLines(text, first, start)) : [];
    if (addTable(parser, lines, deep)) return underline === undefined;
  }
  if (underline === undefined) addParagraph(parser, lines);
  else addHeading(parser, lines, underline);
  return true;
}

/** Adds the table that the lines hold, and what stands above it. False when there is none. */
function addTable(parser: BlockParser, lines: Lines, deep: readonly boolean[]): boolean {
  const found = tableIn(parser, lines, deep);
  if (found === undefined) return false;
  if (found.above !== undefined) addParagraph(parser, found.above);
  parser.add(found.table, lines.afterBlank && found.above === undefined);
  for (const cell of found.cells) {
    if (cell.end > cell.start) parser.job({ ...cell, leaf: lines.leaf, place: 'cell' });
  }
  return true;
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', start); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

function addHeading(parser: BlockParser, { leaf, start, end, afterBlank }: Lines, underline: Underline): void {
  const { text } = leaf;
  const lineStart = Math.max(start, text.lastIndexOf('\n', end - 1) + 1);
  const found = parser.document.options.headingAttributes ? headingAttributes(text, lineStart, end) : undefined;
  let stop = found?.start ?? end;
  while (stop > lineStart && isSpace(text.charCodeAt(stop - 1))) stop--;
  const node: Heading = {
    type: 'heading',
    depth: underline.depth,
    children: [],
    position: parser.range(leaf.toSource(start), underline.end),
    data: { raw: text.slice(lineStart, stop), ...(found && { attributes: found.attributes }) },
  };
  const place = isFirstInItem(parser) ? 'item' : 'text';
  parser.add(node, afterBlank);
  while (stop > start && isSpace(text.charCodeAt(stop - 1))) stop--;
  if (stop > start) parser.job({ node, leaf, start, end: stop, place });
}

function isFirstInItem(parser: BlockParser): boolean {
  const { top } = parser;
  return top.kind === 'item' && top.visible === 0;
}

function addParagraph(parser: BlockParser, lines: Lines): void {
  const { leaf, start, end, fullEnd, afterBlank } = lines;
  const { top } = parser;
  const first = isFirstInItem(parser);
  const from = first && parser.document.options.taskList ? readCheckbox(parser, lines) : start;
  const position = parser.range(leaf.toSource(from), leaf.toSourceEnd(fullEnd));
  const node: Paragraph = { type: 'paragraph', children: [], position };
  parser.add(node, afterBlank);
  const job = from < end ? ({ node, leaf, start: from, end, place: first ? 'item' : 'text' } as const) : undefined;
  if (job !== undefined) parser.job(job);
  top.closedParagraph = { node, leaf, start, end, job };
}

/** `[x] text`: marks the item and returns where the text behind the box begins. */
function readCheckbox({ top }: BlockParser, { leaf: { text }, start, end }: Lines): number {
  if (text.charCodeAt(start) !== 91 || text.charCodeAt(start + 2) !== 93 || start + 3 > end) return start;
  const mark = text.charCodeAt(start + 1);
  const checked = mark === 120 || mark === 88;
  if ((!checked && mark !== 32 && mark !== 9) || top.node.type !== 'listItem') return start;
  top.node.checked = checked;
  return skipSpace(text, start + 3, end);
}

/** `[label]: destination "title"` at `start`. Returns where its last line ends, or -1. */
function addDefinition(parser: BlockParser, { leaf, start, end, afterBlank }: Lines): number {
  const { text } = leaf;
  const close = labelEnd(text, start + 1, end);
  if (close < 0 || text.charCodeAt(close + 1) !== 58 || close + 1 >= end) return -1;
  const label = text.slice(start + 1, close);
  const key = labelKey(label);
  const destination = key === '' ? undefined : readDestination(text, skipSpace(text, close + 2, end), end);
  if (destination === undefined) return -1;
  let stop = destination.end;
  let done = lineRest(text, stop, end);
  let title: LinkParts | undefined;
  const titleStart = skipSpace(text, stop, end);
  if (titleStart > stop && titleStart < end) {
    const read = readTitle(text, titleStart, end);
    const rest = read === undefined ? -1 : lineRest(text, read.end, end);
    // Goldmark takes the title even where the line goes on, and leaves that line as text.
    title = read;
    if (read !== undefined && rest >= 0) {
      done = rest;
      stop = read.end;
    }
  }
  if (done < 0) return -1;
  const node: Definition = {
    type: 'definition',
    identifier: key.toLowerCase(),
    label,
    title: title === undefined ? null : unescapeText(title.text),
    url: unescapeText(destination.text),
    position: parser.range(leaf.toSource(start), leaf.toSourceEnd(stop)),
  };
  if (!parser.document.definitions.has(key)) parser.document.definitions.set(key, node);
  parser.add(node, afterBlank);
  return done;
}

/** The end of the line when only white space is left of it, else -1. */
function lineRest(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i)) && text.charCodeAt(i) !== 10) i++;
  return i >= end || text.charCodeAt(i) === 10 ? i : -1;
}
