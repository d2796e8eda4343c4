import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set(
  (
    'address article aside blockquote body button dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html ' +
    'iframe input li link main meta nav ol p pre script section style summary svg table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

/**
 * A fragment of HTML as one text for comparison: equal exactly when the trees are, whatever the order of attributes, white space
 * between blocks, and runs of white space outside `pre`. Comments count.
 */
export function normalised(html: string): string {
  return lines(parseFragment(html), '', false).join('\n');
}

/** The same for a whole document. */
export function normalisedDocument(html: string): string {
  return lines(parse(html), '', false).join('\n');
}

function lines(parent: ParentNode, indent: string, pre: boolean): string[] {
  return parent.childNodes.flatMap((node, i) => {
    if ('value' in node) {
      const value = pre ? node.value : collapsed(node.value, parent, i);
      return value === '' ? [] : [`${indent}${JSON.stringify(value)}`];
    }
    if (node.nodeName === '#comment') return [`${indent}<!--${(node as DefaultTreeAdapterTypes.CommentNode).data}-->`];
    if (!('tagName' in node)) return [`${indent}${node.nodeName}`];
    const inside = 'content' in node ? (node as DefaultTreeAdapterTypes.Template).content : node;
    return [
      `${indent}<${node.tagName}${attributes(node)}>`,
      ...lines(inside, `${indent}  `, pre || node.tagName === 'pre'),
    ];
  });
}

function attributes({ attrs }: Element): string {
  const all = attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
  return all.sort().join('');
}

/** White space beside a block or at its edges is none; elsewhere a run of it is one space. */
function collapsed(value: string, parent: ParentNode, at: number): string {
  let text = value.replace(/[ \t\n\r\f]+/g, ' ');
  if (isEdge(parent, at, -1)) text = text.replace(/^ /, '');
  if (isEdge(parent, at, 1)) text = text.replace(/ $/, '');
  return text;
}

function isEdge(parent: ParentNode, at: number, step: 1 | -1): boolean {
  const beside = parent.childNodes[at + step];
  if (beside === undefined) return !('tagName' in parent) || BLOCKS.has(parent.tagName);
  return isBlock(beside);
}

function isBlock(node: Node): boolean {
  return (
    node.nodeName === '#comment' ||
    node.nodeName === '#documentType' ||
    BLOCKS.has(node.nodeName) ||
    node.nodeName === 'br'
  );
}

/** All elements of a fragment, in order, those in templates and foreign content too. */
export function elementsOf(html: string): Element[] {
  return descendantsOf(parseFragment(html));
}

function descendantsOf(parent: ParentNode): Element[] {
  return parent.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const inside = 'content' in node ? (node as DefaultTreeAdapterTypes.Template).content : node;
    return [node, ...descendantsOf(inside)];
  });
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** All elements of a whole document, in order. */
export function documentElementsOf(html: string): Element[] {
  return descendantsOf(parse(html));
}

/** The text inside an element. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Lines of two normalised texts that differ, from the first such line on; few, so that a failure can be read. */
export function differences(actual: string, expected: string): string[] {
  const [a, b] = [actual.split('\n'), expected.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  if (at < 0 && a.length === b.length) return [];
  const from = at < 0 ? a.length : at;
  const shown = (lines: readonly string[], mark: string) =>
    lines.slice(from, from + 4).map((line) => `${mark} ${line.slice(0, 300)}`);
  return [`line ${from + 1}`, ...shown(a, '+'), ...shown(b, '-')];
}
