import type { Text } from 'mdast';
import type { Article } from '../article/article';
import { regionsOf } from '../article/blank';
import { type Placed, within } from '../article/placed';
import { type Span, span } from '../base/span';
import { fieldOf } from './fields';
import { blockAt, holding } from './places';

/**
 * Tells what of an article is prose: words that readers read as such. Code, raw HTML, addresses, shortcodes and formulas are not. Rules look for
 * their characters in the whole text, which is quick, and ask of each that they find.
 */
export class Prose {
  private readonly isMath: boolean;
  private regions: readonly Stretch[] | undefined;
  private formulas: { readonly block: Span; readonly all: readonly Stretch[] } | undefined;

  constructor(private readonly article: Article) {
    const mathjax = fieldOf(article.frontMatter, 'mathjax')?.value;
    this.isMath = mathjax?.kind === 'boolean' && mathjax.value;
  }

  /** The text node that a character of the source stands in, when it is prose. */
  at(offset: number): Placed<Text> | undefined {
    const { body } = this.article;
    if (offset < body.span.start) return undefined;
    const node = holding(body.nodes.of('text'), offset);
    if (!node || offset >= node.span.end) return undefined;
    const parent = node.parent?.node;
    if (parent?.type === 'link' && parent.data?.auto) return undefined;
    if (this.inShortcode(offset) || (this.isMath && this.inFormula(offset))) return undefined;
    return node;
  }

  private inShortcode(offset: number): boolean {
    const { shortcodes } = this.article.body;
    if (shortcodes.length === 0) return false;
    this.regions ??= regionsOf(shortcodes).map((region) => ({ span: region }));
    const region = holding(this.regions, offset);
    return region !== undefined && offset < region.span.end;
  }

  private inFormula(offset: number): boolean {
    const block = blockAt(this.article.body.nodes.blocks, offset)?.block.span;
    if (!block) return false;
    if (this.formulas?.block !== block) this.formulas = { block, all: formulasIn(this.article.text, block) };
    const formula = holding(this.formulas.all, offset);
    return formula !== undefined && offset < formula.span.end;
  }
}

interface Stretch {
  readonly span: Span;
}

/** `$…$` and `$$…$$`, as MathJax finds them. */
function formulasIn(text: string, block: Span): Stretch[] {
  const source = text.slice(block.start, block.end);
  return Array.from(source.matchAll(/\$\$[^$]+\$\$|\$[^$\n]+\$/g), ({ 0: formula, index }) => ({
    span: span(block.start + index, block.start + index + formula.length),
  }));
}

/** The paragraph, heading, cell or term whose words a text node is among. */
export function lineOf(node: Placed): Placed {
  return within(node, 'paragraph', 'heading', 'tableCell', 'definitionTerm') ?? node.parent ?? node;
}
