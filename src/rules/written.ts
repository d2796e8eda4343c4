import type { Article } from '../article/article';
import type { Value } from '../article/frontMatter';
import { type Span, span } from '../base/span';

/** Fields of running text that readers see outside the article too. */
export const TEXT_FIELDS: readonly string[] = ['title', 'linktitle', 'lead', 'summary', 'description'];

/**
 * Where the characters of a text stand, without its quotes, so that a place in it can be underlined; undefined when that is not known: text over
 * several lines, TOML and JSON. What has escapes (`\n`, `''`) is as written, not as read.
 */
export function writtenIn({ text, frontMatter }: Article, value: Value): Span | undefined {
  if (frontMatter.format !== 'yaml' || value.kind !== 'string') return undefined;
  const { start, end } = value.span;
  if (value.style === 'literal' || value.style === 'folded' || /[\r\n]/.test(text.slice(start, end))) return undefined;
  if (value.style === 'plain') return value.span;
  const mark = value.style === 'single' ? "'" : '"';
  // A value with an anchor or a tag before it begins elsewhere.
  return text[start] === mark && text[end - 1] === mark && end - start >= 2 ? span(start + 1, end - 1) : undefined;
}
