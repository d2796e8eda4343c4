import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import type { BlockParser } from './blocks';
import { isAsciiAlphanumeric, isSpace } from './characters';
import { trimSpace } from './escapes';
import type { Lines } from './paragraphs';

const DELIMITER_LINE = /^[ \t\r\n\-|:]+$/;
const DELIMITER = /^:?-+:?$/;

interface Range {
  readonly start: number;
  readonly end: number;
}
export interface Cell extends Range {
  readonly node: TableCell;
}

export interface FoundTable {
  readonly table: Table;
  /** The cells with text in them; the text of each in [start, end) of the leaf. */
  readonly cells: readonly Cell[];
  /** What stands above the table's head, if anything. */
  readonly above: Lines | undefined;
}

/**
 * The table that lines hold which have one like `---|:-:` among them: its head is the line before that one. `deep` tells
 * which lines are indented too far to be it.
 */
export function tableIn(parser: BlockParser, lines: Lines, deep: readonly boolean[]): FoundTable | undefined {
  const { leaf } = lines;
  const rows = linesOf(lines);
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i] as Range;
    const align = deep[i] ? undefined : alignments(leaf.text, row);
    if (align === undefined) continue;
    const cells: Cell[] = [];
    const context = { parser, lines, columns: align.length, cells };
    const head = readRow(context, rows[i - 1] as Range, true);
    if (head.children.length > align.length) return undefined;
    const body = rows.slice(i + 1).map((line) => readRow(context, line, false));
    const above = i > 1 ? { ...lines, ...trimmedRange(lines, (rows[i - 2] as Range).end) } : undefined;
    const position = parser.range(leaf.toSource((rows[i - 1] as Range).start), leaf.toSourceEnd(lines.end));
    return { table: { type: 'table', align, children: [head, ...body], position }, cells, above };
  }
  return undefined;
}

function linesOf({ leaf: { text }, start, end }: Lines): Range[] {
  const rows: Range[] = [];
  for (let from = start; from < end; ) {
    const lineEnd = text.indexOf('\n', from);
    const stop = lineEnd < 0 || lineEnd > end ? end : lineEnd;
    rows.push({ start: from, end: stop });
    from = stop + 1;
  }
  return rows;
}

function trimmedRange({ leaf: { text }, start }: Lines, fullEnd: number): { end: number; fullEnd: number } {
  let end = fullEnd;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { end, fullEnd };
}

/** The columns of a delimiter line, or undefined when the line is none. */
function alignments(text: string, { start, end }: Range): AlignType[] | undefined {
  if (isAsciiAlphanumeric(text.charCodeAt(start)) || text.charCodeAt(start) > 127) return undefined;
  const line = text.slice(start, end);
  if (!DELIMITER_LINE.test(line)) return undefined;
  const columns = line.split('|').map(trimSpace);
  if (columns[0] === '') columns.shift();
  if (columns[columns.length - 1] === '') columns.pop();
  if (columns.length === 0 || !columns.every((column) => DELIMITER.test(column))) return undefined;
  return columns.map((column) => {
    const left = column.startsWith(':');
    const right = column.endsWith(':');
    if (left && right) return 'center';
    return left ? 'left' : right ? 'right' : null;
  });
}

interface RowContext {
  readonly parser: BlockParser;
  readonly lines: Lines;
  readonly columns: number;
  /** Gets the cells with the text in them. */
  readonly cells: Cell[];
}

function readRow({ parser, lines: { leaf }, columns, cells }: RowContext, line: Range, isHead: boolean): TableRow {
  const { text } = leaf;
  const children: TableCell[] = [];
  const position = parser.range(leaf.toSource(line.start), leaf.toSourceEnd(line.end));
  let { start, end } = line;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  const rowEnd = end;
  let cellStart = start;
  if (text.charCodeAt(start) === 124) start++;
  if (end > start && text.charCodeAt(end - 1) === 124) end--;
  while (start < end && (isHead || children.length < columns)) {
    let stop = start;
    while (stop < end && !(text.charCodeAt(stop) === 124 && text.charCodeAt(stop - 1) !== 92)) stop++;
    let a = start;
    let b = stop;
    while (a < b && isSpace(text.charCodeAt(a))) a++;
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
    const range = parser.range(leaf.toSource(cellStart), leaf.toSourceEnd(stop >= end ? rowEnd : stop));
    const node: TableCell = { type: 'tableCell', children: [], position: range };
    children.push(node);
    cells.push({ node, start: a, end: b });
    cellStart = stop;
    start = stop + 1;
  }
  return { type: 'tableRow', children, position };
}
