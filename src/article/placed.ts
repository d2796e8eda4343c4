import type { Nodes, Root } from 'mdast';
import { type Span, span } from '../base/span';

/** A node of the body with where it stands and what it stands in. */
export interface Placed<T extends Nodes = Nodes> {
  readonly node: T;
  /** Offsets of the whole text. */
  readonly span: Span;
  /** Undefined for what stands in the root itself. */
  readonly parent: Placed | undefined;
  /** Its place among its parent's children. */
  readonly index: number;
}

type Typed<K extends Nodes['type']> = Placed<Extract<Nodes, { type: K }>>;

/** Every node of a body by its type, in the order of the text, so that a hundred rules walk the tree once. */
export interface PlacedNodes {
  /** All nodes of a type: `of('text')`. */
  of<K extends Nodes['type']>(type: K): readonly Typed<K>[];
  /** What stands in the root itself: paragraphs, headings, lists … */
  readonly blocks: readonly Placed[];
}

/** Walks a tree and puts its nodes in order. The root is not among them. */
export function placedIn(tree: Root): PlacedNodes {
  const byType = new Map<string, Placed[]>();
  const blocks: Placed[] = [];
  const walk = (node: Nodes, parent: Placed | undefined, index: number): void => {
    const { type, position } = node;
    const where = span(position?.start.offset ?? 0, position?.end.offset ?? 0);
    const placed: Placed = { node, span: where, parent, index };
    const same = byType.get(type);
    if (same) same.push(placed);
    else byType.set(type, [placed]);
    if (!parent) blocks.push(placed);
    if ('children' in node) walkAll(node.children, placed);
  };
  const walkAll = (nodes: readonly Nodes[], parent: Placed | undefined): void => {
    for (let i = 0; i < nodes.length; i++) walk(nodes[i] as Nodes, parent, i);
  };
  walkAll(tree.children, undefined);
  return { of: <K extends Nodes['type']>(type: K) => (byType.get(type) ?? []) as unknown as Typed<K>[], blocks };
}

/** The nearest node of a type that it stands in. */
export function within(placed: Placed, ...types: readonly Nodes['type'][]): Placed | undefined {
  for (let above = placed.parent; above; above = above.parent) if (types.includes(above.node.type)) return above;
  return undefined;
}
