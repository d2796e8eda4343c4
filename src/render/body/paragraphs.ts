import type { ElementContent } from 'hast';
import type { Paragraph } from 'mdast';
import { element } from '../hast';
import { type Handle, placed, type Rendering } from '../rendering';
import { loneShortcode } from '../shortcodes/place';

/** A paragraph; a shortcode that stands alone is not one, and `<!--more-->` within makes two of it. */
export function paragraphHandler(rendering: Rendering): Handle<Paragraph> {
  return (state, node, parent) => {
    const boxed = parent?.type === 'listItem' && typeof parent.checked === 'boolean' && parent.children[0] === node;
    const lone = boxed ? undefined : loneShortcode(rendering, node);
    if (lone) {
      const made = rendering.medium.shortcode(lone, rendering);
      return made.map((part) => (part.type === 'element' ? placed(state, node, part) : part));
    }
    const at = rendering.divider ? node.children.indexOf(rendering.divider) : -1;
    if (at < 0) return placed(state, node, element('p', {}, state.all(node)));
    const halves = [node.children.slice(0, at), node.children.slice(at + 1)].map((children) => ({ ...node, children }));
    return halves.flatMap((half): ElementContent[] => {
      const children = state.all(half);
      return children.length === 0 ? [] : [placed(state, half, element('p', {}, children))];
    });
  };
}
