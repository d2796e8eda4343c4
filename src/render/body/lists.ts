import type { ElementContent } from 'hast';
import type { List, ListItem, Parents } from 'mdast';
import type { Checkbox } from '../../goldmark/nodes';
import { element, text } from '../hast';
import { type Handle, placed } from '../rendering';

export const list: Handle<List> = (state, node) => {
  const start = node.ordered && node.start != null && node.start !== 1 ? node.start : undefined;
  const items = state.all(node).flatMap((item) => [text('\n'), item]);
  const made = element(node.ordered ? 'ol' : 'ul', start === undefined ? {} : { start }, items, '\n');
  return placed(state, node, made);
};

/** In a list without blank lines the paragraphs of the items are bare text. */
export const listItem: Handle<ListItem> = (state, node, parent) =>
  placed(state, node, element('li', {}, flow(state.all(node), isLoose(parent))));

/** Blocks of an item, each on its own line. */
export function flow(blocks: readonly ElementContent[], loose: boolean): ElementContent[] {
  const children: ElementContent[] = [];
  blocks.forEach((block, i) => {
    const bare = !loose && block.type === 'element' && block.tagName === 'p';
    if (!bare || i > 0) children.push(text('\n'));
    if (bare) children.push(...block.children);
    else children.push(block);
    if (!bare && i === blocks.length - 1) children.push(text('\n'));
  });
  return children;
}

function isLoose(parent: Parents | undefined): boolean {
  return parent?.type === 'list' && (parent.spread === true || parent.children.some((item) => item.spread === true));
}

export const checkbox: Handle<Checkbox> = (_, node) => [
  element(
    'input',
    node.checked ? { checked: true, disabled: true, type: 'checkbox' } : { disabled: true, type: 'checkbox' },
  ),
  text(' '),
];
