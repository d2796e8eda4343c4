import type { BlockParser } from './blocks';
import type { Container } from './containers';
import { isListMarker } from './lists';

/** Finds which of the open containers go on in the line at the cursor, and goes behind what marks them. */
export function matchContainers(parser: BlockParser): void {
  parser.quotes = 0;
  const { stack } = parser;
  let matched = 1;
  while (matched < stack.length && goesOn(parser, matched)) {
    parser.cursor.measure();
    matched++;
  }
  parser.matched = matched;
  parser.allMatched = matched === stack.length;
}

function goesOn(parser: BlockParser, index: number): boolean {
  const { cursor } = parser;
  const container = parser.stack[index] as Container;
  if (container.kind === 'quote') {
    if (cursor.indent > 3 || cursor.character !== 62) return false;
    eatQuoteMarker(parser);
    return true;
  }
  if (container.kind === 'item') return itemGoesOn(parser, container, parser.stack[index - 1] as Container);
  if (cursor.isBlank) return true;
  if (cursor.indent < container.indent) return false;
  cursor.eat(container.indent);
  return true;
}

/** Consumes `>` and one column of white space. */
export function eatQuoteMarker(parser: BlockParser): void {
  const { cursor } = parser;
  cursor.toNext();
  cursor.skip(1);
  parser.quotes++;
  const c = cursor.offset < cursor.end ? cursor.text.charCodeAt(cursor.offset) : 0;
  if (c === 32 || c === 9) cursor.eat(1);
}

function itemGoesOn(parser: BlockParser, item: Container, parent: Container): boolean {
  const { cursor } = parser;
  if (cursor.isBlank) {
    // An item may begin with at most one blank line.
    if (item.empty && parser.line > item.line) {
      parser.emptyItemAbove = true;
      return false;
    }
    cursor.toNext();
    return true;
  }
  if (cursor.indent < item.indent) return false;
  if (parser.emptyItemAbove) {
    // Text behind an empty item and a blank line ends all lists, those round it too.
    parent.openList = undefined;
    return false;
  }
  // Goldmark nests nothing in an empty item.
  if (item.empty && cursor.indent < 4 && isListMarker(cursor)) return false;
  cursor.eat(item.indent);
  return true;
}
