import type { Element, ElementContent, RootContent } from 'hast';
import { element } from '../hast';

/** A heading as the body tree has it. */
export interface Entry {
  readonly depth: number;
  readonly id: string;
  readonly children: readonly ElementContent[];
}

interface Branch {
  entry: Entry | undefined;
  readonly children: Branch[];
}

/** Hugo's table of contents: h2 and h3. Undefined when it would be empty. */
export function tableOfContents(entries: readonly Entry[]): Element | undefined {
  const lists = branchesOf(entries).map(({ children }) => listOf(children, 2));
  if (lists.every((list) => list === undefined)) return undefined;
  return element('nav', { id: 'TableOfContents' }, lists);
}

/** Headings under each h1; what stands before the first one is under an empty branch. */
function branchesOf(entries: readonly Entry[]): Branch[] {
  const roots: Branch[] = [];
  for (const entry of entries) {
    if (entry.depth === 1 || roots.length === 0) roots.push({ entry: undefined, children: [] });
    let branch = roots.at(-1)!;
    if (entry.depth === 1) {
      branch.entry = entry;
      continue;
    }
    for (let depth = 2; depth < entry.depth; depth++) {
      if (branch.children.length === 0) branch.children.push({ entry: undefined, children: [] });
      branch = branch.children.at(-1)!;
    }
    branch.children.push({ entry, children: [] });
  }
  return roots;
}

function listOf(branches: readonly Branch[], depth: number): Element | undefined {
  if (branches.length === 0 || depth > 3) return undefined;
  const items = branches.map(({ entry, children }) => {
    const link = entry && element('a', { href: `#${entry.id}` }, words(entry.children));
    return element('li', {}, link, listOf(children, depth + 1));
  });
  return element('ul', {}, items);
}

/** Emphasis and code stay; of links, pictures and struck text only the words do. */
function words(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (child.tagName === 'img') return [{ type: 'text', value: String(child.properties['alt'] ?? '') }];
    if (/^(?:em|strong|code)$/.test(child.tagName)) return [child];
    return child.tagName === 'br' ? [] : words(child.children);
  });
}

/** The headings of a tree of HTML, in order. */
export function entriesIn(nodes: readonly RootContent[]): Entry[] {
  return nodes.flatMap((node): Entry[] => {
    if (node.type !== 'element') return [];
    const { tagName, properties, children } = node;
    const depth = /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : 0;
    return depth > 0 ? [{ depth, id: String(properties['id'] ?? ''), children }] : entriesIn(children);
  });
}
