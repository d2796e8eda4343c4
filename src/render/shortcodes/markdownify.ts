import type { ElementContent, RootContent } from 'hast';
import { bodyOf } from '../../article/body';
import { span } from '../../base/span';
import { bodyTree } from '../body/tree';
import type { Medium, Rendering, Source } from '../rendering';

/** Markdown in an argument, as the template function of that name renders it: one paragraph loses its `<p>`. */
export function markdownify({ source, medium }: Rendering, markdown: string): ElementContent[] {
  return markdownText(source, medium, markdown);
}

/** The same for Markdown that stands elsewhere on the page. */
export function markdownText(source: Source, medium: Medium, markdown: string): ElementContent[] {
  const { dialect } = source.article;
  const body = bodyOf(markdown, span(0, markdown.length), dialect);
  const inner = { ...source, article: { ...source.article, text: markdown, body } };
  const nodes = bodyTree(inner, medium).filter(isContent);
  unplace(nodes);
  const blocks = nodes.filter((node) => node.type !== 'text');
  const only = blocks[0];
  return blocks.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : nodes;
}

/** Positions in this Markdown are none in the article. */
function unplace(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    delete node.position;
    if (node.type === 'element') unplace(node.children);
  }
}

function isContent(node: RootContent): node is ElementContent {
  return node.type !== 'doctype';
}
