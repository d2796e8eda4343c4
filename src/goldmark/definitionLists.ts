import type { Paragraph } from 'mdast';
import type { BlockParser } from './blocks';
import { isSpace } from './characters';
import { type ClosedParagraph, Container, DEEPEST, type Flow } from './containers';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from './nodes';
import type { Opened } from './openers';

/** `: text` below a paragraph, whose lines become the terms, or below another description. */
export function openDescription(parser: BlockParser): Opened {
  const { cursor } = parser;
  const space = spaceBehindColon(parser);
  if (cursor.indent !== 0 || space < 1 || parser.stack.length > DEEPEST) return 'none';
  const place = findPlace(parser);
  if (place === 'none' || place === 'again') return place;
  const afterBlank = parser.beforeBlock();
  const start = parser.document.lines.point(cursor.next);
  const list = listFor(parser, place, afterBlank);
  const indent = (space >= 8 ? 5 : space) + 1;
  cursor.toNext();
  cursor.skip(1);
  cursor.measure();
  cursor.eat(Math.min(cursor.indent, indent - 1));
  const children: Flow[] = [];
  const node: DefinitionDescription = {
    type: 'definitionDescription',
    spread: afterBlank,
    children,
    position: { start, end: start },
  };
  list.children.push(node);
  const markerEnd = start.offset === undefined ? cursor.offset : start.offset + 1;
  parser.push(new Container({ kind: 'description', node, children, indent, line: parser.line, markerEnd, list }));
  return 'container';
}

function spaceBehindColon({ cursor }: BlockParser): number {
  const { text, end, next } = cursor;
  let column = 1;
  for (let i = next + 1; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 32) column++;
    else if (c === 9) column += 4 - (column & 3);
    else break;
  }
  return column - 1;
}

/** What the description belongs to: a paragraph to be made terms of, a list, or nothing. */
function findPlace(parser: BlockParser): ClosedParagraph | DefinitionList | 'none' | 'again' {
  if (parser.leaf?.kind === 'paragraph' && !parser.started && parser.allMatched) {
    parser.leaf.deep.length = 0; // Goldmark has trimmed the lines by now, and so may find a table in them
    parser.closeLeaf();
    if (parser.top.closedParagraph === undefined) return 'again'; // it was something else than a paragraph
  }
  const { parent } = parser;
  const last = parent.lastChild;
  if (last?.type === 'definitionList') return last;
  const { closedParagraph } = parent;
  return closedParagraph !== undefined && closedParagraph.node === last ? closedParagraph : 'none';
}

function listFor(parser: BlockParser, place: ClosedParagraph | DefinitionList, afterBlank: boolean): DefinitionList {
  if ('type' in place) return place;
  const { top } = parser;
  const terms = termsOf(parser, place);
  dropParagraph(parser, place.node);
  const before = top.lastChild;
  if (before?.type === 'definitionList') {
    for (const term of terms) before.children.push(term);
    return before;
  }
  const start = terms[0]?.position?.start ?? parser.document.lines.point(0);
  const list: DefinitionList = { type: 'definitionList', children: terms, position: { start, end: start } };
  parser.add(list, afterBlank);
  return list;
}

/** Each line of the paragraph is a term. */
function termsOf(parser: BlockParser, { leaf, start, end, job }: ClosedParagraph): DefinitionTerm[] {
  const { jobs } = parser.document;
  if (job !== undefined) jobs.splice(jobs.lastIndexOf(job), 1);
  const terms: DefinitionTerm[] = [];
  for (let from = start; from < end; ) {
    const lineEnd = leaf.text.indexOf('\n', from);
    const stop = lineEnd < 0 || lineEnd > end ? end : lineEnd;
    let a = from;
    let b = stop;
    while (a < b && isSpace(leaf.text.charCodeAt(a))) a++;
    while (b > a && isSpace(leaf.text.charCodeAt(b - 1))) b--;
    const node: DefinitionTerm = {
      type: 'definitionTerm',
      children: [],
      position: parser.range(leaf.toSource(a), leaf.toSourceEnd(b)),
    };
    terms.push(node);
    parser.job({ node, leaf, start: a, end: b, place: 'text' });
    from = stop + 1;
  }
  return terms;
}

function dropParagraph(parser: BlockParser, node: Paragraph): void {
  const { top } = parser;
  if (top.lastChild !== node) return;
  top.children.pop();
  top.visible--;
  if (top.node.type === 'listItem' && top.visible === 0) top.node.checked = null;
}
