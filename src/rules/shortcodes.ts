import type { Body } from '../article/article';

/** Shortcodes that Hugo 0.111 has of its own. */
export const BUILT_IN: ReadonlySet<string> = new Set(
  'figure gist highlight instagram instagram_simple param ref relref tweet twitter twitter_simple vimeo vimeo_simple youtube'.split(
    ' ',
  ),
);

/** Of those, the ones that have text between two tags. */
export const PAIRED: ReadonlySet<string> = new Set(['highlight']);

/** Those that came with a later Hugo. */
export const LATER: ReadonlySet<string> = new Set(['comment', 'details', 'qr', 'x', 'x_simple']);

/** Whether an offset stands inside a shortcode: no text of readers. */
export function isInShortcode({ shortcodes }: Body, offset: number): boolean {
  let low = 0;
  let high = shortcodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shortcodes[middle]!.span.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = shortcodes[low];
  return found !== undefined && found.span.start < offset;
}
