import type { Placed } from '../article/placed';
import type { Span } from '../base/span';

/** Of things in the order of the text that do not overlap, the one that an offset stands in or that ends there. */
export function holding<T extends { readonly span: Span }>(sorted: readonly T[], offset: number): T | undefined {
  const last = sorted[countUpTo(sorted, offset) - 1];
  return last && last.span.end >= offset ? last : undefined;
}

/** How many of them begin at an offset or before it. */
export function countUpTo(sorted: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The block in the root that an offset stands in, and its place among the blocks. */
export function blockAt(
  blocks: readonly Placed[],
  offset: number,
): { readonly block: Placed; readonly index: number } | undefined {
  const index = countUpTo(blocks, offset) - 1;
  const block = blocks[index];
  return block && offset < block.span.end ? { block, index } : undefined;
}
