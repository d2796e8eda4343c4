import type { Medium } from './rendering';
import { publishShortcode } from './shortcodes/publish';

/** The body for readers. */
export const PUBLISHED: Medium = {
  rawHtml: (node, block) => [{ type: 'raw', value: block ? `${node.value}\n` : node.value }],
  shortcode: publishShortcode,
};
