import type { Element } from 'hast';
import type { AlignType, Table, TableRow } from 'mdast';
import { element, text } from '../hast';
import { type Handle, type HandlerState, placed } from '../rendering';

/** Aligned cells carry a style; those that a short row lacks do not. */
export const table: Handle<Table> = (state, node) => {
  const align = node.align ?? [];
  const [head, ...rows] = node.children;
  const parts = [head ? element('thead', {}, '\n', rowOf(state, head, 'th', align), '\n') : element('thead', {})];
  if (rows.length > 0) {
    parts.push(
      element(
        'tbody',
        {},
        '\n',
        rows.map((row) => [rowOf(state, row, 'td', align), text('\n')]),
      ),
    );
  }
  return placed(
    state,
    node,
    element(
      'table',
      {},
      '\n',
      parts.map((part) => [part, text('\n')]),
    ),
  );
};

function rowOf(state: HandlerState, row: TableRow, tagName: 'th' | 'td', align: readonly AlignType[]): Element {
  const count = Math.max(align.length, row.children.length);
  const cells = Array.from({ length: count }, (_, i) => {
    const cell = row.children[i];
    if (!cell) return element(tagName, {});
    const side = align[i];
    return placed(state, cell, element(tagName, side ? { style: `text-align:${side}` } : {}, state.all(cell)));
  });
  return placed(
    state,
    row,
    element(
      'tr',
      {},
      '\n',
      cells.map((cell) => [cell, text('\n')]),
    ),
  );
}
