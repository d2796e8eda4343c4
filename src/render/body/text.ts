import type { ElementContent } from 'hast';
import type { InlineCode, Text } from 'mdast';
import { element, text } from '../hast';
import { type Handle, placed, type Rendering } from '../rendering';
import { withShortcodes } from '../shortcodes/place';

/** Text as the typographer set it. On a site with `hardWraps` every line ends in a break. */
export function textHandler(rendering: Rendering): Handle<Text> {
  return (_, node) => {
    const value = node.data?.typeset ?? node.value;
    return withShortcodes(rendering, node, value, (part) => (rendering.hardWraps ? lines(part) : [text(part)]));
  };
}

function lines(value: string): ElementContent[] {
  return value.split('\n').flatMap((line, i) => (i === 0 ? [text(line)] : [element('br', {}), text(`\n${line}`)]));
}

/** Code within a line; line ends in it are spaces. */
export function inlineCodeHandler(rendering: Rendering): Handle<InlineCode> {
  return (state, node) => {
    const children = withShortcodes(rendering, node, node.value.replace(/\r?\n|\r/g, ' '), (part) => [text(part)]);
    return placed(state, node, element('code', {}, children));
  };
}
