import type { ElementContent } from 'hast';
import type { Nodes, Paragraph } from 'mdast';
import { span } from '../../base/span';
import { plainTextOf } from '../hast';
import type { Rendering } from '../rendering';
import { type ShortcodeUse, usesIn } from './uses';

/** Puts what the shortcodes of a node make into its text; `write` makes nodes of the text around them. */
export function withShortcodes(
  rendering: Rendering,
  node: Nodes,
  value: string,
  write: (part: string) => ElementContent[],
): ElementContent[] {
  const result: ElementContent[] = [];
  let rest = value;
  for (const use of usesWithin(rendering, node)) {
    const at = rest.indexOf(use.source);
    if (at < 0) continue;
    if (at > 0) result.push(...write(rest.slice(0, at)));
    result.push(...rendering.medium.shortcode(use, rendering));
    rest = rest.slice(at + use.source.length);
  }
  if (rest !== '' || result.length === 0) result.push(...write(rest));
  return result;
}

/** The same for an attribute, where only text can stand: `[a]({{< ref "b.md" >}})`. */
export function fillShortcodes(rendering: Rendering, node: Nodes, value: string): string {
  let filled = value;
  for (const use of usesWithin(rendering, node)) {
    if (!filled.includes(use.source)) continue;
    const shown = rendering.medium.shortcode(use, rendering).map(plainTextOf).join('').trim();
    filled = filled.replace(use.source, () => shown);
  }
  return filled;
}

/** The shortcode that is all there is of a paragraph. */
export function loneShortcode(rendering: Rendering, { children }: Paragraph): ShortcodeUse | undefined {
  const only = children.length === 1 ? children[0] : undefined;
  if (only?.type !== 'text') return undefined;
  return usesWithin(rendering, only).find((use) => use.source === only.value);
}

function usesWithin({ shortcodes }: Rendering, { position }: Nodes): readonly ShortcodeUse[] {
  if (shortcodes.length === 0 || !position) return [];
  return usesIn(shortcodes, span(position.start.offset ?? 0, position.end.offset ?? 0));
}
