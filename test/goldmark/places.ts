import type { Nodes, Parents, Root } from 'mdast';

export interface Placed {
  readonly node: Nodes;
  readonly parent: Parents | undefined;
  readonly start: number;
  readonly end: number;
}

/** All nodes in the order of the source, with their offsets. */
export function placesOf(root: Root): Placed[] {
  const found: Placed[] = [];
  const visit = (node: Nodes, parent: Parents | undefined): void => {
    const start = node.position?.start.offset ?? Number.NaN;
    found.push({ node, parent, start, end: node.position?.end.offset ?? Number.NaN });
    if ('children' in node) for (const child of node.children) visit(child, node);
  };
  visit(root, undefined);
  return found;
}

/** What a node of this kind begins with in the source. */
const BEGINNINGS: Readonly<Partial<Record<Nodes['type'], RegExp>>> = {
  strong: /^(?:\*\*|__)[\s\S]*(?:\*\*|__)$/,
  emphasis: /^[*_][\s\S]*[*_]$/,
  delete: /^~[\s\S]*~$/,
  inlineCode: /^(`+)[\s\S]*\1$/,
  image: /^!\[[\s\S]*[)]$/,
  imageReference: /^!\[[\s\S]*\]$/,
  linkReference: /^\[[\s\S]*\]$/,
  footnoteReference: /^\[\^[^\]]*[\s\S]*\]$/,
  footnoteDefinition: /^\[\^[\s\S]*\]:/,
  definition: /^\[[\s\S]*\]:/,
  blockquote: /^>/,
  listItem: /^(?:[-*+]|\d{1,9}[.)])/,
  thematicBreak: /^[-*_][-*_ \t\r]+[-*_]$/,
  definitionDescription: /^:/,
  checkbox: /^\[[ \txX\r]\]\s*$/,
  break: /^(?:\\| {2,}[ \t]*|[ \t]* {2,})\r?\n$/,
};

/** Everything wrong with where the nodes of a tree are said to be. */
export function misplacements(root: Root, source: string): string[] {
  const wrong: string[] = [];
  const ends = new Map<Nodes, number>();
  const starts = new Map<Nodes, number>();
  const lines = lineStarts(source);
  for (const { node, parent, start, end } of placesOf(root)) {
    const complain = (what: string): void => {
      wrong.push(`${node.type} ${start}–${end} ${JSON.stringify(source.slice(start, end))}: ${what}`);
    };
    if (!(start >= 0 && end >= start && end <= source.length)) complain('no range');
    for (const point of [node.position?.start, node.position?.end]) {
      const lineStart = lines[(point?.line ?? 0) - 1] ?? Number.NaN;
      if (lineStart + (point?.column ?? 0) - 1 !== point?.offset) complain('line and column are not the offset');
      if ((lines[point?.line ?? 0] ?? source.length + 1) <= (point?.offset ?? 0)) complain('column behind the line');
    }
    starts.set(node, start);
    if (parent !== undefined) {
      if (start < (starts.get(parent) ?? 0) || end > (parent.position?.end.offset ?? -1))
        complain('outside its parent');
      if (start < (ends.get(parent) ?? 0)) complain('before the end of its elder sibling');
      ends.set(parent, end);
    }
    const slice = source.slice(start, end);
    if (BEGINNINGS[node.type]?.test(slice) === false) complain('other characters');
    complainOfText(node, slice, complain);
  }
  return wrong;
}

function complainOfText(node: Nodes, slice: string, complain: (what: string) => void): void {
  if (node.type === 'text') {
    if (slice === '') complain('empty');
    const plain = !/[\\&\r\n]/.test(slice);
    if (plain && slice !== node.value) complain(`value is ${JSON.stringify(node.value)}`);
    for (const run of node.data?.leftover ?? []) {
      const at = run.start - (node.position?.start.offset ?? 0);
      const written = slice.slice(at, at + run.end - run.start);
      if (written === '' || written !== run.char.repeat(written.length)) complain('a leftover run is elsewhere');
    }
  } else if (node.type === 'heading' && !/^#{1,6}(?:\s|$)/.test(slice) && !/(?:=+|-+)$/.test(slice)) {
    complain('no heading');
  } else if (node.type === 'link' && node.data?.auto === undefined && !/^\[[\s\S]*\)$/.test(slice)) {
    complain('no link');
  } else if (node.type === 'code' && !node.data?.indented && !/^(?:```|~~~)/.test(slice)) {
    complain('no fence');
  }
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}
