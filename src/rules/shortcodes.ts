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
