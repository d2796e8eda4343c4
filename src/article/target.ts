import type { Article, Heading, ImageUse, LinkUse, Shortcode } from './article';
import type { Field, Value } from './frontMatter';

/** What stands at an offset. `path` of a value leads from the field's value to it: list indexes and keys. */
export type Target =
  | { readonly kind: 'key'; readonly field: Field }
  | {
      readonly kind: 'value';
      readonly field: Field;
      readonly value: Value;
      readonly path: readonly (number | string)[];
    }
  | { readonly kind: 'image'; readonly image: ImageUse }
  | { readonly kind: 'link'; readonly link: LinkUse }
  | { readonly kind: 'shortcode'; readonly shortcode: Shortcode }
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'frontMatter' }
  | { readonly kind: 'text' };
