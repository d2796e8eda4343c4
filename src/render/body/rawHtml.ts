import type { ElementContent } from 'hast';
import type { Html } from 'mdast';
import { comment } from '../hast';
import { type Handle, placed, type Rendering } from '../rendering';

/**
 * HTML written in an article. Hugo publishes it only on a site with `unsafe`; else a comment stands for each tag and for each block, and
 * two of them for a block of the kind `<script>` or `<!--` that ends on a later line.
 */
export function rawHtmlHandler(rendering: Rendering): Handle<Html> {
  return (state, node, parent) => {
    if (node === rendering.divider) return [];
    if (rendering.unsafe) {
      const made = rendering.medium.rawHtml(node, isBlock(parent?.type));
      return made.map((part) => (part.type === 'element' ? placed(state, node, part) : part));
    }
    return node.data?.closedLater ? [omitted(), omitted()] : omitted();
  };
}

/** What Hugo writes in place of HTML that it drops. */
export function omitted(): ElementContent {
  return comment(' raw HTML omitted ');
}

function isBlock(parent: string | undefined): boolean {
  switch (parent) {
    case undefined:
    case 'root':
    case 'blockquote':
    case 'listItem':
    case 'footnoteDefinition':
    case 'definitionDescription':
      return true;
    default:
      return false;
  }
}
