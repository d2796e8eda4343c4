import type { Dialect } from '../article/article';
import { HUGO_DEFAULTS } from '../goldmark/options';
import { flagAt, isMap, type Values, valueAt } from './configFormats';

const EXTENSIONS = 'markup.goldmark.extensions';

/** `markup.goldmark`: how the site reads Markdown. */
export function dialectOf(values: Values): Dialect {
  const extension = (name: string, otherwise: boolean) => flagAt(values, `${EXTENSIONS}.${name}`, otherwise);
  return {
    goldmark: {
      linkify: extension('linkify', HUGO_DEFAULTS.linkify),
      typographer: typographerOf(values),
      strikethrough: extension('strikethrough', HUGO_DEFAULTS.strikethrough),
      table: extension('table', HUGO_DEFAULTS.table),
      taskList: extension('tasklist', HUGO_DEFAULTS.taskList),
      footnote: extension('footnote', HUGO_DEFAULTS.footnote),
      definitionList: extension('definitionlist', HUGO_DEFAULTS.definitionList),
      headingAttributes: flagAt(values, 'markup.goldmark.parser.attribute.title', HUGO_DEFAULTS.headingAttributes),
    },
  };
}

/** A boolean up to Hugo 0.111, from 0.112 on a map with `disable`. */
function typographerOf(values: Values): boolean {
  const value = valueAt(values, `${EXTENSIONS}.typographer`);
  if (isMap(value)) return !flagAt(value, 'disable', false);
  return flagAt(values, `${EXTENSIONS}.typographer`, HUGO_DEFAULTS.typographer);
}
