import type { Element, ElementContent } from 'hast';
import type { FootnoteReference } from 'mdast';
import { element, text } from '../hast';
import { type Handle, type HandlerState, placed, type Rendering } from '../rendering';

/** `[^1]`: numbered in the order of first use. */
export function footnoteReferenceHandler(rendering: Rendering): Handle<FootnoteReference> {
  return (state, node) => {
    const use = rendering.notes.uses.get(node);
    if (!use) return [];
    const number = String(use.number);
    const link = element('a', { href: `#fn:${number}`, className: ['footnote-ref'], role: 'doc-noteref' }, number);
    return placed(state, node, element('sup', { id: referenceId(use.number, use.before) }, link));
  };
}

/** The notes below the text; those that nothing refers to are not published. */
export function footnotesOf({ notes }: Rendering, state: HandlerState): Element | undefined {
  if (notes.all.length === 0) return undefined;
  const items = notes.all.map(({ definition, uses }, i) => {
    const blocks = withBackLinks(state.all(definition), i + 1, uses);
    return placed(state, definition, element('li', { id: `fn:${i + 1}` }, '\n', blocks, '\n'));
  });
  const list = element(
    'ol',
    {},
    '\n',
    items.map((item) => [item, text('\n')]),
  );
  return element('div', { className: ['footnotes'], role: 'doc-endnotes' }, '\n', element('hr', {}), '\n', list, '\n');
}

/** The links back stand in the last paragraph, or behind the blocks when they end in something else. */
function withBackLinks(blocks: readonly ElementContent[], number: number, uses: number): ElementContent[] {
  const links = Array.from({ length: uses }, (_, use) => [text('\u00a0'), backLink(number, use)]).flat();
  const last = blocks.at(-1);
  const lines = blocks.flatMap((block, i) => (i === 0 ? [block] : [text('\n'), block]));
  if (last?.type !== 'element' || last.tagName !== 'p') return [...lines, text('\n'), ...links];
  last.children = last.children.concat(links);
  return lines;
}

function backLink(number: number, use: number): Element {
  const href = `#${referenceId(number, use)}`;
  return element('a', { href, className: ['footnote-backref'], role: 'doc-backlink' }, '\u21a9\ufe0e');
}

/** `fnref:2`, and `fnref1:2` for its second use. */
function referenceId(number: number, use: number): string {
  return `fnref${use === 0 ? '' : use}:${number}`;
}
