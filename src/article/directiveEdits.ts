import type { Edit } from '../base/edit';
import { span } from '../base/span';
import type { Article } from './article';
import { bodyDirectives, type Directive, frontMatterDirectives } from './directives';
import { lineBreakOf } from './frontMatter/lineBreak';

/** Disables a rule for the whole article, in its YAML front matter: beside those that are disabled there, else on the first line. */
export function disableInArticle(article: Article, rule: string): Edit | undefined {
  const { text, frontMatter } = article;
  if (frontMatter.format !== 'yaml' || !frontMatter.open) return undefined;
  const there = frontMatterDirectives(article).find(({ kind, names }) => kind === 'disable' && names.length > 0);
  if (there) return besides(text, there, rule);
  const at = frontMatter.content.start;
  // What follows the opening dashes on their line is content to Hugo.
  if (!/[\r\n]/.test(text[at - 1] ?? '')) return undefined;
  return { span: span(at, at), text: `# copydesk-disable ${rule}${lineBreakOf(text)}` };
}

/**
 * Disables a rule for a line of the body, where a comment above it changes nothing that readers see: at the first line of a block that stands in
 * no other. Elsewhere it would end a paragraph or a list.
 */
export function disableOnLine(article: Article, rule: string, offset: number): Edit | undefined {
  const { text, frontMatter } = article;
  if (offset < frontMatter.span.end) return undefined;
  let line = offset;
  while (line > frontMatter.span.end && !/[\r\n]/.test(text[line - 1]!)) line--;
  const block = article.body.nodes.blocks.find(({ span: { start } }) => start >= line && start <= offset);
  if (!block || (line > 0 && !/[\r\n]/.test(text[line - 1]!))) return undefined;
  const above = bodyDirectives(article).find(
    ({ kind, names, span: { end } }) =>
      kind === 'disable-next-line' && names.length > 0 && end <= line && text.slice(end, line).trim() === '',
  );
  if (above) return besides(text, above, rule);
  return { span: span(line, line), text: `<!-- copydesk-disable-next-line ${rule} -->${lineBreakOf(text)}` };
}

function besides(text: string, { names }: Directive, rule: string): Edit | undefined {
  const last = names.at(-1);
  if (!last || names.some(({ name }) => name === rule)) return undefined;
  const before = names.at(-2);
  const comma = before && text.slice(before.span.end, last.span.start).includes(',') ? ',' : '';
  return { span: span(last.span.end, last.span.end), text: `${comma} ${rule}` };
}
