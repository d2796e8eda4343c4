import { DEFAULT_DIALECT, type Dialect } from '../article/article';
import { flagAt, isMap, type Values, valueAt } from './configFormats';

const HUGO = DEFAULT_DIALECT.goldmark;
const EXTENSIONS = 'markup.goldmark.extensions';

/** `markup.goldmark`: how the site reads Markdown. */
export function dialectOf(values: Values): Dialect {
  const extension = (name: string, otherwise: boolean) => flagAt(values, `${EXTENSIONS}.${name}`, otherwise);
  return {
    goldmark: {
      linkify: extension('linkify', HUGO.linkify),
      typographer: typographerOf(values),
      strikethrough: extension('strikethrough', HUGO.strikethrough),
      table: extension('table', HUGO.table),
      taskList: extension('tasklist', HUGO.taskList),
      footnote: extension('footnote', HUGO.footnote),
      definitionList: extension('definitionlist', HUGO.definitionList),
      headingAttributes: flagAt(values, 'markup.goldmark.parser.attribute.title', HUGO.headingAttributes),
    },
  };
}

/** A boolean up to Hugo 0.111, from 0.112 on a map with `disable`. */
function typographerOf(values: Values): boolean {
  const value = valueAt(values, `${EXTENSIONS}.typographer`);
  if (isMap(value)) return !flagAt(value, 'disable', false);
  return flagAt(values, `${EXTENSIONS}.typographer`, HUGO.typographer);
}
