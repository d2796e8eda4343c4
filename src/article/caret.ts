import type { Span } from '../base/span';

/**
 * What the caret is about to complete in the front matter, read so that half-typed YAML has an answer too. Completing replaces `typed`.
 */
export type Caret =
  | { readonly kind: 'key'; readonly typed: Span }
  | {
      readonly kind: 'value';
      /** Lower-cased name of the top-level field. */
      readonly name: string;
      /** The whole scalar under the caret as written, quotes included; empty at the caret when nothing is typed yet. */
      readonly typed: Span;
      /** The scalar's text up to the caret, without quotes. */
      readonly prefix: string;
      /** The quote that the scalar begins with, or the one that its neighbours in the list use when it is empty. */
      readonly quote: '' | '"' | "'";
      /** Where the scalar stands: the field's value itself, an item of `[a, b]`, or an item of a `- a` list. */
      readonly place: 'scalar' | 'flow' | 'block';
      /** Needs a space before it: `title:|`, `-|`. */
      readonly glued: boolean;
      /** The list's other items, decoded. */
      readonly siblings: readonly string[];
    }
  | { readonly kind: 'none' };
