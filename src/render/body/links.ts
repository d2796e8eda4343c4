import type { ElementContent } from 'hast';
import type { Link, LinkReference } from 'mdast';
import { element } from '../hast';
import { type Handle, placed, type Rendering } from '../rendering';
import { fillShortcodes } from '../shortcodes/place';
import { escapeUrl, isDangerous } from './urls';

/** `[text](url "title")` and bare addresses. */
export function linkHandler(rendering: Rendering): Handle<Link> {
  return (state, node) => {
    const url = fillShortcodes(rendering, node, node.url);
    const title = node.title == null ? undefined : fillShortcodes(rendering, node, node.title);
    const emptied = !rendering.unsafe && node.data?.auto === undefined && isDangerous(url);
    return placed(state, node, anchor(emptied ? '' : escapeUrl(url), title, state.all(node)));
  };
}

/** `[text][ref]`; one without a definition is its text. */
export function linkReferenceHandler(rendering: Rendering): Handle<LinkReference> {
  return (state, node) => {
    const definition = rendering.definitions.get(node.identifier);
    if (!definition) return state.all(node);
    const url = fillShortcodes(rendering, definition, definition.url);
    const href = !rendering.unsafe && isDangerous(url) ? '' : escapeUrl(url);
    return placed(state, node, anchor(href, definition.title ?? undefined, state.all(node)));
  };
}

function anchor(href: string, title: string | undefined, children: ElementContent[]) {
  return element('a', { href, title }, children);
}
