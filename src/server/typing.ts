import type { Span } from '../base/span';
import type { Problem } from '../rules/rule';

/** How long an editor must rest before a problem on what is being typed appears, in milliseconds. */
export const REST = 1200;

/**
 * What is being typed at `caret`: the word, in front matter the line, since a value such as `"two words` is not done before its quote.
 * @param frontMatterEnd where the body begins
 */
export function typedSpan(text: string, caret: number, frontMatterEnd: number): Span {
  const border = caret < frontMatterEnd ? /[\r\n]/ : /\s/;
  let start = caret;
  while (start > 0 && !border.test(text[start - 1]!)) start--;
  let end = caret;
  while (end < text.length && !border.test(text[end]!)) end++;
  return { start, end };
}

/**
 * The problems to show while someone types: one on what is being typed is held back, unless it already stood there before this
 * change — then taking it away and back would flicker.
 */
export function withoutTyped(
  problems: readonly Problem[],
  typed: Span,
  before: readonly Problem[],
): readonly Problem[] {
  const stood = new Set(before.filter((problem) => touch(problem.span, typed)).map((problem) => problem.rule));
  return problems.filter((problem) => !touch(problem.span, typed) || stood.has(problem.rule));
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
