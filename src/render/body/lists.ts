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

/** In a list without blank lines the paragraphs of the items are bare text. The box of a task stands in the item's first block. */
export function listItemHandler(): Handle<ListItem> {
  /** Asked by every item of a list, and found out once. */
  const loose = new Map<Parents | undefined, boolean>();
  return (state, node, parent) => {
    const blocks = state.all(node);
    if (typeof node.checked === 'boolean') {
      const first = blocks[0];
      const into = first?.type === 'element' && /^(?:p|h[1-6])$/.test(first.tagName) ? first.children : blocks;
      into.unshift(...box(node.checked));
    }
    if (!loose.has(parent)) loose.set(parent, isLoose(parent));
    return placed(state, node, element('li', {}, flow(blocks, loose.get(parent)!)));
  };
}

/** Blocks of an item, each on its own line. */
export function flow(blocks: readonly ElementContent[], loose: boolean): ElementContent[] {
  const children: ElementContent[] = [];
  blocks.forEach((block, i) => {
    const bare = !loose && block.type === 'element' && block.tagName === 'p';
    if (!bare || i > 0) children.push(text('\n'));
    if (bare) for (const child of block.children) children.push(child);
    else children.push(block);
    if (!bare && i === blocks.length - 1) children.push(text('\n'));
  });
  return children;
}

function isLoose(parent: Parents | undefined): boolean {
  return parent?.type === 'list' && (parent.spread === true || parent.children.some((item) => item.spread === true));
}

export const checkbox: Handle<Checkbox> = (_, node) => box(node.checked);

function box(checked: boolean): ElementContent[] {
  const properties = checked ? { checked, disabled: true, type: 'checkbox' } : { disabled: true, type: 'checkbox' };
  return [element('input', properties), text(' ')];
}
