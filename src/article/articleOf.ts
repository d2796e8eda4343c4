import { span } from '../base/span';
import { type Article, type Body, DEFAULT_DIALECT, type Dialect } from './article';
import { bodyOf } from './body';
import { frontMatterOf } from './frontMatterOf';

/**
 * Reads an article. The body is read when it is first asked for, so that who needs only the front matter pays only for that.
 * Never throws.
 */
export function articleOf(text: string, dialect: Dialect = DEFAULT_DIALECT): Article {
  const frontMatter = frontMatterOf(text);
  let body: Body | undefined;
  return {
    text,
    dialect,
    frontMatter,
    get body() {
      body ??= bodyOf(text, span(frontMatter.span.end, text.length), dialect);
      return body;
    },
  };
}
