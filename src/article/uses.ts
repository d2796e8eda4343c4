import type { Definition, Image, Link, Node, Nodes, Parent, Root } from 'mdast';
import { type Span, span } from '../base/span';
import type { Heading, ImageUse, LinkUse, Shortcode } from './article';
import { htmlImagesOf } from './html';
import { resourceOf } from './resource';

interface Uses {
  readonly images: readonly ImageUse[];
  readonly links: readonly LinkUse[];
  readonly headings: readonly Heading[];
}

interface Finding {
  readonly text: string;
  /** The same with words in place of shortcodes, so that their brackets and quotes are not in the way. */
  readonly blanked: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly images: ImageUse[];
  readonly links: LinkUse[];
  readonly headings: Heading[];
}

/** Pictures, links and headings of a tree, in the order of the text. */
export function usesOf(tree: Root, texts: Pick<Finding, 'text' | 'blanked'>, shortcodes: readonly Shortcode[]): Uses {
  const finding: Finding = { ...texts, definitions: definitionsOf(tree), images: [], links: [], headings: [] };
  collect(finding, tree);
  for (const shortcode of shortcodes) {
    const image = figureOf(shortcode);
    if (image) finding.images.push(image);
  }
  const { images, links, headings } = finding;
  images.sort((a, b) => a.span.start - b.span.start);
  return { images, links, headings };
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const visit = (node: Node): void => {
    if (node.type === 'definition') {
      const definition = node as Definition;
      if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
    }
    for (const child of (node as Partial<Parent>).children ?? []) visit(child);
  };
  visit(tree);
  return definitions;
}

function collect(finding: Finding, node: Nodes): void {
  switch (node.type) {
    case 'image':
      finding.images.push(markdownImage(finding.blanked, nodeSpan(node), node));
      break;
    case 'imageReference': {
      const where = nodeSpan(node);
      const definition = finding.definitions.get(node.identifier);
      const alt = altSpan(finding.blanked, where);
      if (definition)
        finding.images.push({
          kind: 'reference',
          span: where,
          url: definition.url,
          urlSpan: definitionUrl(finding.blanked, definition),
          alt: node.alt ?? '',
          altSpan: alt,
          title: definition.title ?? undefined,
        });
      break;
    }
    case 'html':
      finding.images.push(...htmlImagesOf(finding.text, nodeSpan(node)));
      break;
    case 'link':
      finding.links.push(linkUse(finding.blanked, nodeSpan(node), node));
      break;
    case 'linkReference': {
      const definition = finding.definitions.get(node.identifier);
      if (definition) {
        const urlSpan = definitionUrl(finding.blanked, definition);
        finding.links.push({ span: nodeSpan(node), url: definition.url, urlSpan, text: plainText(node) });
      }
      break;
    }
    case 'heading':
      finding.headings.push({ depth: node.depth, span: nodeSpan(node), text: plainText(node) });
      break;
    default:
      break;
  }
  if ('children' in node) for (const child of node.children) collect(finding, child as Nodes);
}

function markdownImage(text: string, where: Span, node: Image): ImageUse {
  const found = resourceOf(text, span(where.start + 1, where.end));
  return {
    kind: 'markdown',
    span: where,
    url: node.url,
    urlSpan: found?.url ?? where,
    alt: node.alt ?? '',
    altSpan: found?.label ?? where,
    title: node.title ?? undefined,
  };
}

function linkUse(text: string, where: Span, node: Link): LinkUse {
  const common = { span: where, url: node.url, text: plainText(node) };
  if (text[where.start] === '[') return { ...common, urlSpan: resourceOf(text, where)?.url ?? where };
  const angle = text[where.start] === '<' && text[where.end - 1] === '>';
  return { ...common, urlSpan: angle ? span(where.start + 1, where.end - 1) : where };
}

/** The `alt` of `![alt][ref]`, `![alt][]` and `![alt]`. */
function altSpan(text: string, where: Span): Span {
  const source = text.slice(where.start, where.end);
  const label = /\]\[(?:\\.|[^\\[\]])*\]$/.exec(source);
  return span(where.start + 2, where.start + (label ? label.index : source.length - 1));
}

/** The address in `[ref]: address "title"`. */
function definitionUrl(text: string, definition: Definition): Span {
  const where = nodeSpan(definition);
  const label = /^\[(?:\\[\s\S]|[^\\\]])*\]:[\s>]*/.exec(text.slice(where.start, where.end));
  if (!label) return where;
  const start = where.start + label[0].length;
  const url = /^(?:<((?:\\.|[^<>\\\r\n])*)>|\S+)/.exec(text.slice(start, where.end));
  if (!url) return where;
  return url[1] === undefined ? span(start, start + url[0].length) : span(start + 1, start + 1 + url[1].length);
}

/** `{{< figure src="…" alt="…" >}}` */
function figureOf(shortcode: Shortcode): ImageUse | undefined {
  if (shortcode.name !== 'figure' || shortcode.closing || shortcode.broken) return undefined;
  const argument = (name: string) => shortcode.args.find((a) => a.name === name);
  const src = argument('src');
  if (!src) return undefined;
  const alt = argument('alt');
  const nowhere = span(shortcode.nameSpan.end, shortcode.nameSpan.end);
  return {
    kind: 'shortcode',
    span: shortcode.span,
    url: src.value,
    urlSpan: src.valueSpan,
    alt: alt?.value ?? '',
    altSpan: alt?.valueSpan ?? nowhere,
    title: argument('title')?.value,
  };
}

function nodeSpan(node: Node): Span {
  return span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** What a reader sees of a node, without marks. */
function plainText(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if ('alt' in node) return node.alt ?? '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map((child) => plainText(child as Nodes)).join('') : '';
}
