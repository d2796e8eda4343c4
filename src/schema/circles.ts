import type { References } from './schemaOf';

/** Words whose schemas speak of the same value. */
const SAME_VALUE = ['not', 'if', 'then', 'else'] as const;
const SAME_VALUE_LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const SAME_VALUE_MAPS = ['dependentSchemas', 'dependencies'] as const;

type Node = Readonly<Record<string, unknown>>;

/** The first part of a schema that leads back to itself without looking deeper into the value. */
export function circleIn(from: readonly unknown[], references: References): object | undefined {
  const done = new Set<Node>();
  const way = new Set<Node>();
  let found: Node | undefined;
  const walk = (of: unknown): void => {
    if (typeof of !== 'object' || of === null || found) return;
    const node = of as Node;
    if (way.has(node)) found = node;
    if (found || done.has(node)) return;
    way.add(node);
    for (const next of sameValue(node, references)) walk(next);
    way.delete(node);
    done.add(node);
  };
  // Deeper parts begin ways of their own.
  const seen = new Set<unknown>();
  const stack = [...from];
  for (let of = stack.pop(); of !== undefined; of = stack.pop()) {
    if (typeof of !== 'object' || of === null || seen.has(of)) continue;
    seen.add(of);
    walk(of);
    stack.push(...Object.values(of));
  }
  return found;
}

function sameValue(node: Node, references: References): unknown[] {
  const ref = node['$ref'];
  return [
    typeof ref === 'string' ? references[ref] : undefined,
    ...SAME_VALUE.map((word) => node[word]),
    ...SAME_VALUE_LISTS.flatMap((word) => (Array.isArray(node[word]) ? (node[word] as unknown[]) : [])),
    ...SAME_VALUE_MAPS.flatMap((word) => Object.values(node[word] ?? {})),
  ];
}
