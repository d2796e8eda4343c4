import type { Comment, Element, ElementContent, Properties, RootContent, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** What an element may be made of: nodes, text, or nothing. */
export type Child = ElementContent | string | undefined | readonly Child[];

/** Property names are those of hast: `className`, `href`, `dataLine`. Those that are undefined are left out. */
export function element(tagName: string, properties: Properties, ...children: readonly Child[]): Element {
  return { type: 'element', tagName, properties, children: nodesOf(children) };
}

/** Text; it is escaped when it is written. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** A comment; `value` stands between `<!--` and `-->`. */
export function comment(value: string): Comment {
  return { type: 'comment', value };
}

/** Writes nodes as HTML. Raw nodes are written as they are: keep them out of what a webview shows. */
export function htmlOf(nodes: readonly RootContent[]): string {
  return toHtml(
    { type: 'root', children: [...nodes] },
    { allowDangerousHtml: true, allowParseErrors: true, characterReferences: { useNamedReferences: true } },
  );
}

/** The text that a reader sees of a node. */
export function plainTextOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(plainTextOf).join('') : '';
}

function nodesOf(children: readonly Child[]): ElementContent[] {
  return children.flatMap((child) => {
    if (child === undefined || child === '') return [];
    if (typeof child === 'string') return [text(child)];
    return 'type' in child ? [child] : nodesOf(child);
  });
}
