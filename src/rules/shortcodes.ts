import type { Body } from '../article/article';
import type { HugoVersion } from '../project/project';

/** Shortcodes that Hugo 0.111 has of its own. */
const BUILT_IN: readonly string[] =
  'figure gist highlight instagram instagram_simple param ref relref tweet twitter twitter_simple vimeo vimeo_simple youtube'.split(
    ' ',
  );

/** Those that came with a later Hugo, and with which. */
export const LATER: ReadonlyMap<string, HugoVersion> = new Map<string, HugoVersion>([
  ['comment', [0, 137]],
  ['details', [0, 140]],
  ['qr', [0, 141]],
  ['x', [0, 141]],
  ['x_simple', [0, 141]],
]);

/** The shortcodes that a Hugo has of its own. */
export function builtIn(version: HugoVersion): ReadonlySet<string> {
  const names = new Set(BUILT_IN);
  for (const [name, since] of LATER) if (isAtLeast(version, since)) names.add(name);
  return names;
}

function isAtLeast(version: HugoVersion, since: HugoVersion): boolean {
  return version[0] !== since[0] ? version[0] > since[0] : version[1] >= since[1];
}

/** Of those, the ones that have text between two tags. */
export const PAIRED: ReadonlySet<string> = new Set(['comment', 'details', 'highlight', 'qr']);

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
