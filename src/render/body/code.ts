import type { Properties } from 'hast';
import type { Code } from 'mdast';
import { element, text } from '../hast';
import { type Handle, placed, type Rendering } from '../rendering';
import { withShortcodes } from '../shortcodes/place';

/** Fenced and indented code. Colours of known languages are not made. */
export function codeHandler(rendering: Rendering): Handle<Code> {
  return (state, node) => {
    const indented = node.data?.indented === true;
    const value = indented ? `${node.value}\n` : endedOnce(node.value);
    const children = withShortcodes(rendering, node, value, (part) => [text(part)]);
    const properties: Properties = node.lang ? { className: [`language-${node.lang}`], dataLang: node.lang } : {};
    return placed(state, node, element('pre', indented ? {} : { tabIndex: 0 }, element('code', properties, children)));
  };
}

/** Hugo cuts all empty lines off the end of a fence. */
function endedOnce(value: string): string {
  const kept = value.replace(/\n+$/, '');
  return kept === '' ? '' : `${kept}\n`;
}
