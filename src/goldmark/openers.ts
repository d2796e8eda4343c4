import type { Blockquote, FootnoteDefinition, Heading } from 'mdast';
import { attributesAt, headingAttributes, withoutDoubles } from './attributes';
import type { BlockParser } from './blocks';
import { isAsciiPunctuation, isSpace } from './characters';
import { Container, DEEPEST, type Flow } from './containers';
import type { LineCursor } from './cursor';
import { openDescription } from './definitionLists';
import { trimSpace } from './escapes';
import { closesHtml, htmlBlockAt } from './htmlBlocks';
import { addHtml } from './leaves';
import { labelEnd } from './links';
import { isThematicBreak, openListItem } from './lists';
import { eatQuoteMarker } from './matching';
import type { Attribute } from './nodes';

/**
 * `line`: a block has taken the whole line. `container`: look for more behind its marker. `again`: look at the same text
 * once more. `none`: no block begins here.
 */
export type Opened = 'line' | 'container' | 'again' | 'none';

/** Tries to begin a block with the character `c` at the cursor, which is indented by less than four columns. */
export function openBlock(parser: BlockParser, c: number): Opened {
  switch (c) {
    case 62:
      return openQuote(parser);
    case 35:
      return openHeading(parser);
    case 96:
    case 126:
      return openFence(parser, c);
    case 60:
      return openHtml(parser);
    case 91:
      return parser.document.options.footnote ? openNote(parser) : 'none';
    case 58:
      return parser.document.options.definitionList ? openDescription(parser) : 'none';
    default:
      return openRuleOrList(parser, c);
  }
}

function openRuleOrList(parser: BlockParser, c: number): Opened {
  const { cursor } = parser;
  if (c === 61 || c === 45) {
    const underlined = underline(parser, c);
    if (underlined !== 'none' || c === 61) return underlined;
  }
  if ((c === 42 || c === 45 || c === 95) && isThematicBreak(cursor.text, cursor.next, cursor.end)) {
    const afterBlank = parser.beforeBlock();
    const position = parser.range(cursor.next, trimmedEnd(cursor, cursor.next));
    parser.add({ type: 'thematicBreak', position }, afterBlank);
    cursor.toEnd();
    return 'line';
  }
  return c === 95 ? 'none' : openListItem(parser);
}

function trimmedEnd(cursor: LineCursor, start: number): number {
  let end = cursor.end;
  while (end > start && isSpace(cursor.text.charCodeAt(end - 1))) end--;
  return end;
}

/** `===` or `---` below a paragraph. */
function underline(parser: BlockParser, c: number): Opened {
  const { cursor, leaf } = parser;
  if (leaf?.kind !== 'paragraph' || !parser.allMatched || parser.started) return 'none';
  let i = cursor.next;
  while (i < cursor.end && cursor.text.charCodeAt(i) === c) i++;
  const stop = i;
  while (i < cursor.end && isSpace(cursor.text.charCodeAt(i))) i++;
  if (i < cursor.end) return 'none';
  if (!parser.closeLeaf({ depth: c === 61 ? 1 : 2, end: stop })) return 'again'; // only definitions were above it
  parser.started = true;
  cursor.toEnd();
  return 'line';
}

function openQuote(parser: BlockParser): Opened {
  if (parser.stack.length > DEEPEST) return 'none';
  const { cursor } = parser;
  const afterBlank = parser.beforeBlock();
  const start = parser.document.lines.point(cursor.next);
  eatQuoteMarker(parser);
  const children: Flow[] = [];
  const node: Blockquote = { type: 'blockquote', children, position: { start, end: start } };
  parser.add(node, afterBlank);
  parser.push(new Container({ kind: 'quote', node, children, indent: 0, line: parser.line, markerEnd: cursor.end }));
  return 'container';
}

function openHeading(parser: BlockParser): Opened {
  const { cursor } = parser;
  const { text, end } = cursor;
  const hashes = cursor.next;
  let start = hashes;
  while (start < end && text.charCodeAt(start) === 35) start++;
  const depth = start - hashes;
  if (depth > 6 || (start < end && !isSpace(text.charCodeAt(start)))) return 'none';
  const afterBlank = parser.beforeBlock();
  const titleEnd = trimmedEnd(cursor, start);
  while (start < titleEnd && isSpace(text.charCodeAt(start))) start++;
  const { attributes, end: stop } = headingEnd(parser, Math.min(start, titleEnd), titleEnd);
  const node: Heading = {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [],
    position: parser.range(hashes, trimmedEnd(cursor, hashes)),
    data: { raw: text.slice(start, stop), ...(attributes && { attributes }) },
  };
  parser.add(node, afterBlank);
  const { top } = parser;
  const place = top.kind === 'item' && top.visible === 1 ? 'item' : 'text';
  if (stop > start) parser.job({ node, leaf: parser.document.whole, start, end: stop, place });
  cursor.toEnd();
  return 'line';
}

/** Where the title of `# title # {#id}` ends, and its attributes. */
function headingEnd(parser: BlockParser, start: number, end: number): { attributes?: Attribute[]; end: number } {
  const { text } = parser.cursor;
  if (!parser.document.options.headingAttributes) return { end: withoutClosingHashes(text, start, end) };
  const closing = closingHashes(text, start, end);
  const behind = closing && attributesAt(text, closing.end, end);
  const stop = closing && behind ? withoutSpace(text, start, closing.start) : withoutClosingHashes(text, start, end);
  const inside = behind?.some(({ name }) => name === 'id') ? undefined : headingAttributes(text, start, stop);
  if (inside === undefined) return { attributes: behind, end: stop };
  return {
    attributes: withoutDoubles([...(behind ?? []), ...inside.attributes]),
    end: withoutSpace(text, start, inside.start),
  };
}

function withoutSpace(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && isSpace(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

function withoutClosingHashes(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && text.charCodeAt(stop - 1) === 35) stop--;
  if (stop === end || (stop > start && !isSpace(text.charCodeAt(stop - 1)))) return end;
  return withoutSpace(text, start, stop);
}

/** The first `#`s after white space: Goldmark looks for attributes behind these. */
function closingHashes(text: string, start: number, end: number): { start: number; end: number } | undefined {
  for (let i = start - 1; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 92 && i + 1 < end && isAsciiPunctuation(text.charCodeAt(i + 1))) i++;
    else if (isSpace(c) && i + 1 < end && text.charCodeAt(i + 1) === 35) {
      let stop = i + 1;
      while (stop < end && text.charCodeAt(stop) === 35) stop++;
      return { start: i + 1, end: stop };
    }
  }
  return undefined;
}

function openFence(parser: BlockParser, marker: number): Opened {
  const { cursor } = parser;
  const { text, end, next, indent } = cursor;
  let stop = next;
  while (stop < end && text.charCodeAt(stop) === marker) stop++;
  const length = stop - next;
  if (length < 3) return 'none';
  const info = trimSpace(text.slice(stop, end));
  if (marker === 96 && info.includes('`')) return 'none';
  const afterBlank = parser.beforeBlock();
  parser.top.empty = false;
  parser.leaf = { kind: 'fence', start: next, end, afterBlank, marker, length, indent, info, body: '' };
  cursor.toEnd();
  return 'line';
}

function openHtml(parser: BlockParser): Opened {
  const { cursor } = parser;
  for (let i = cursor.offset; i < cursor.next; i++) if (cursor.text.charCodeAt(i) === 9) return 'none';
  const line = cursor.text.slice(cursor.next, cursor.end);
  const html = htmlBlockAt(line, parser.leaf?.kind === 'paragraph' && !parser.started);
  if (html === undefined) return 'none';
  const afterBlank = parser.beforeBlock();
  parser.top.empty = false;
  const value = cursor.rest();
  const leaf = { kind: 'html', start: cursor.offset, end: cursor.end, afterBlank, html, value } as const;
  if (closesHtml(html, value)) addHtml(parser, leaf, false);
  else parser.leaf = { ...leaf };
  cursor.toEnd();
  return 'line';
}

/** `[^label]:` */
function openNote(parser: BlockParser): Opened {
  const { cursor } = parser;
  const { text, end, next } = cursor;
  if (parser.stack.length > DEEPEST || text.charCodeAt(next + 1) !== 94) return 'none';
  const close = labelEnd(text, next + 2, end);
  if (close < 0 || close + 1 >= end || text.charCodeAt(close + 1) !== 58) return 'none';
  const label = text.slice(next + 2, close);
  if (trimSpace(label) === '') return 'none';
  parser.beforeBlock();
  const start = parser.document.lines.point(next);
  cursor.toNext();
  cursor.skip(close + 2 - next);
  parser.document.notes.add(label);
  const children: Flow[] = [];
  const node: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children,
    position: { start, end: start },
  };
  parser.add(node, false);
  parser.push(new Container({ kind: 'note', node, children, indent: 4, line: parser.line, markerEnd: cursor.offset }));
  return 'container';
}
