import type { Article } from '../article/article';
import { type Span, span } from '../base/span';
import { fieldOf } from './fields';

/** Whether MathJax is loaded for an article: only a true boolean does. */
export function hasMathJax({ frontMatter }: Article): boolean {
  const value = fieldOf(frontMatter, 'mathjax')?.value;
  return value?.kind === 'boolean' && value.value;
}

/** `$…$` and `$$…$$` in the text of an article, as MathJax pairs them: within one text, no tag between. In the order of the text. */
export function* dollarPairs({ body, text }: Article): Iterable<Span> {
  if (!text.includes('$', body.span.start)) return;
  for (const { span: where } of body.nodes.of('text'))
    for (const { 0: pair, index } of text.slice(where.start, where.end).matchAll(PAIR))
      yield span(where.start + index, where.start + index + pair.length);
}

const PAIR = /(?<![\\$])\$\$(?!\$)[^$]+\$\$(?!\$)|(?<![\\$])\$(?!\$)(?:\\.|[^\\$])+\$(?!\$)/g;

/** Tells whether an offset stands in a formula of an article with mathematics. */
export function mathIn(article: Article): (offset: number) => boolean {
  if (!article.text.includes('$') || !hasMathJax(article)) return () => false;
  const spans = [...dollarPairs(article)];
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    const found = spans[low];
    return found !== undefined && found.start <= offset;
  };
}
