import { type Span, span } from '../base/span';
import type { Article } from './article';

/** The schema that an article asks for itself, as other editors know it: `# yaml-language-server: $schema=../news.schema.json`. */
export interface SchemaComment {
  readonly address: string;
  readonly span: Span;
}

const COMMENT = /^[ \t]*#[ \t]*yaml-language-server[ \t]*:[ \t]*\$schema[ \t]*=[ \t]*(\S+)/m;

/** The comment in the front matter that names a schema, if there is one. */
export function schemaCommentOf({ text, frontMatter }: Article): SchemaComment | undefined {
  const { content, format } = frontMatter;
  if (format !== 'yaml' && format !== 'toml') return undefined;
  const inside = text.slice(content.start, content.end);
  const found = inside.includes('$schema') ? COMMENT.exec(inside) : null;
  const address = found?.[1];
  if (!found || address === undefined) return undefined;
  const end = content.start + found.index + found[0].length;
  return { address, span: span(end - address.length, end) };
}
