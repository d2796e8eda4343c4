import type { Nodes } from 'mdast';
import { type GoldmarkOptions, HUGO_DEFAULTS } from '../../src/goldmark/options';
import { parse } from '../../src/goldmark/parse';

/** The tree of a text in one line, as it would be printed: `p("He said ", em("no"))`. Text is typeset. */
export function outline(source: string, options: Partial<GoldmarkOptions> = {}): string {
  return inside(parse(source, { ...HUGO_DEFAULTS, ...options }).children);
}

function inside(nodes: readonly Nodes[]): string {
  return nodes.map(one).join(', ');
}

function one(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return JSON.stringify(node.data?.typeset ?? node.value);
    case 'inlineCode':
      return `code(${JSON.stringify(node.value)})`;
    case 'code': {
      const name = node.data?.indented ? 'indented' : node.data?.unclosed ? 'unclosed' : 'fence';
      return `${name}${node.lang === null ? '' : `<${node.lang}>`}(${JSON.stringify(node.value)})`;
    }
    case 'html':
      return `html(${JSON.stringify(node.value)})`;
    case 'heading': {
      const attributes = node.data?.attributes?.map(({ name, value }) => ` ${name}=${value}`).join('') ?? '';
      return `h${node.depth}${attributes}(${inside(node.children)})`;
    }
    case 'link':
      return `link<${node.url}${titled(node.title)}>(${inside(node.children)})`;
    case 'image':
      return `image<${node.url}${titled(node.title)}>(${JSON.stringify(node.data?.hugoAlt ?? node.alt)})`;
    case 'linkReference':
      return `ref<${node.identifier}>(${inside(node.children)})`;
    case 'imageReference':
      return `imageRef<${node.identifier}>(${JSON.stringify(node.alt)})`;
    case 'definition':
      return `definition<${node.identifier} ${node.url}${titled(node.title)}>`;
    case 'footnoteReference':
      return `note<${node.label}>`;
    case 'footnoteDefinition':
      return `noteText<${node.label}>(${inside(node.children)})`;
    case 'list': {
      const loose = node.spread || node.children.some((item) => item.spread);
      return `${loose ? 'loose ' : ''}${node.ordered ? `ol<${node.start}>` : 'ul'}(${inside(node.children)})`;
    }
    case 'listItem':
      return `li${node.checked === null ? '' : node.checked ? '[x]' : '[ ]'}(${inside(node.children)})`;
    case 'checkbox':
      return node.checked ? 'box[x]' : 'box[ ]';
    case 'definitionDescription':
      return `${node.spread ? 'loose ' : ''}dd(${inside(node.children)})`;
    case 'table':
      return `table<${node.align?.map((a) => a?.charAt(0) ?? '-').join('')}>(${inside(node.children)})`;
    default: {
      const name = SHORT[node.type] ?? node.type;
      return 'children' in node ? `${name}(${inside(node.children)})` : name;
    }
  }
}

function titled(title: string | null | undefined): string {
  return title === null || title === undefined ? '' : ` "${title}"`;
}

const SHORT: Readonly<Record<string, string>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  blockquote: 'quote',
  thematicBreak: 'hr',
  break: 'br',
  tableRow: 'tr',
  tableCell: 'td',
  definitionList: 'dl',
  definitionTerm: 'dt',
};
