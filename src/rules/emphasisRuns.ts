import type { Nodes, Text } from 'mdast';
import type { Body } from '../article/article';
import type { Span } from '../base/span';

type LeftoverRun = NonNullable<NonNullable<Text['data']>['leftover']>[number];

/** A run of `*`, `_` or `~` that readers will see. */
export interface Leftover extends LeftoverRun {
  /** The paragraph, heading or cell that it stands in. */
  readonly block: Span;
  /** The node whose child it is: marks of two nodes (one inside a link, one outside) cannot be a pair. */
  readonly parent: object;
  readonly inBold: boolean;
}

/** The leftover runs of a body, block by block. */
export function* leftovers(body: Body): Iterable<readonly Leftover[]> {
  for (const block of blocksIn(body.tree)) {
    const runs: Leftover[] = [];
    collect(block, { block: spanOf(block), inBold: false }, runs);
    if (runs.length > 0) yield runs;
  }
}

type Parent = Extract<Nodes, { children: unknown }>;

function* blocksIn(node: Parent): Iterable<Parent> {
  if (node.children.some((child) => isInline(child))) yield node;
  else for (const child of node.children) if ('children' in child) yield* blocksIn(child);
}

function isInline({ type }: Nodes): boolean {
  return (
    type === 'text' ||
    type === 'strong' ||
    type === 'emphasis' ||
    type === 'delete' ||
    type === 'link' ||
    type === 'linkReference' ||
    type === 'image' ||
    type === 'imageReference' ||
    type === 'inlineCode' ||
    type === 'break' ||
    type === 'footnoteReference'
  );
}

function collect(parent: Parent, where: { block: Span; inBold: boolean }, runs: Leftover[]): void {
  for (const child of parent.children) {
    if (child.type === 'text') for (const run of child.data?.leftover ?? []) runs.push({ ...run, ...where, parent });
    else if ('children' in child) collect(child, child.type === 'strong' ? { ...where, inBold: true } : where, runs);
  }
}

function spanOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
