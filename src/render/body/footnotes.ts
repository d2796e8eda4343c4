import type { Element, ElementContent } from 'hast';
import type { FootnoteReference } from 'mdast';
import { element, text } from '../hast';
import { type Handle, type HandlerState, placed, type Rendering } from '../rendering';

/** `[^1]`: numbered in the order of first use. */
export function footnoteReferenceHandler(rendering: Rendering): Handle<FootnoteReference> {
  return (state, node) => {
    const { noteUses } = rendering;
    const before = noteUses.get(node.identifier) ?? 0;
    noteUses.set(node.identifier, before + 1);
    const number = [...noteUses.keys()].indexOf(node.identifier) + 1;
    const link = element(
      'a',
      { href: `#fn:${number}`, className: ['footnote-ref'], role: 'doc-noteref' },
      String(number),
    );
    return placed(state, node, element('sup', { id: referenceId(number, before) }, link));
  };
}

/** The notes below the text. Notes that only other notes refer to come last; those that nothing refers to are not published. */
export function footnotesOf(rendering: Rendering, state: HandlerState): Element | undefined {
  const { noteUses, notes } = rendering;
  const written = new Map<string, ElementContent[]>();
  for (let found = true; found; ) {
    found = false;
    for (const label of [...noteUses.keys()]) {
      const note = notes.get(label);
      if (written.has(label) || !note) continue;
      written.set(label, state.all(note));
      found = true;
    }
  }
  if (written.size === 0) return undefined;
  const items = [...written].map(([label, blocks], i) => {
    const item = element(
      'li',
      { id: `fn:${i + 1}` },
      '\n',
      withBackLinks(blocks, i + 1, noteUses.get(label) ?? 0),
      '\n',
    );
    return placed(state, notes.get(label)!, item);
  });
  const list = element('ol', {}, '\n', ...items.map((item) => [item, text('\n')]));
  return element('div', { className: ['footnotes'], role: 'doc-endnotes' }, '\n', element('hr', {}), '\n', list, '\n');
}

/** The links back stand in the last paragraph, or behind the blocks when they end in something else. */
function withBackLinks(blocks: readonly ElementContent[], number: number, uses: number): ElementContent[] {
  const links = Array.from({ length: uses }, (_, use) => [text('\u00a0'), backLink(number, use)]).flat();
  const last = blocks.at(-1);
  const lines = blocks.flatMap((block, i) => (i === 0 ? [block] : [text('\n'), block]));
  if (last?.type !== 'element' || last.tagName !== 'p') return [...lines, text('\n'), ...links];
  last.children.push(...links);
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
