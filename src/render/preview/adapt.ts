import type { Element, RootContent } from 'hast';
import type { Source } from '../rendering';
import { pictureProperties } from './pictures';
import { ID_PREFIX } from './sanitise';

const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 blockquote pre ul ol li table tr hr dl dt dd div figure'.split(' '));

/**
 * Fits a published body to the preview: blocks carry the zero-based line that they begin on, pictures of the workspace its path, and cells their
 * side without a style.
 * @param lineAt zero-based line of an offset.
 */
export function adapt(nodes: readonly RootContent[], source: Source, lineAt: (offset: number) => number): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    adaptElement(node, source);
    const offset = BLOCKS.has(node.tagName) ? node.position?.start.offset : undefined;
    if (offset !== undefined) node.properties['dataLine'] = lineAt(offset);
    adapt(node.children, source, lineAt);
  }
}

function adaptElement(node: Element, source: Source): void {
  const { properties, tagName } = node;
  if (tagName === 'img') {
    const { src, ...rest } = properties;
    node.properties = { ...rest, ...pictureProperties(source, String(src ?? '')) };
  } else if (tagName === 'td' || tagName === 'th') {
    const side = /^text-align:(\w+)$/.exec(String(properties['style'] ?? ''))?.[1];
    if (side !== undefined) properties['dataAlign'] = side;
  }
}

/** Links within the page lead to the ids that the sanitiser will have made. */
export function linkWithin(nodes: readonly RootContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { href } = node.properties;
    if (typeof href === 'string' && href.startsWith('#')) node.properties['href'] = `#${ID_PREFIX}${href.slice(1)}`;
    linkWithin(node.children);
  }
}
