import type { Image, ImageReference } from 'mdast';
import { element } from '../hast';
import { type Handle, placed, type Rendering } from '../rendering';
import { fillShortcodes } from '../shortcodes/place';
import { escapeUrl, isDangerous } from './urls';

/** `![alt](url "title")` */
export function imageHandler(rendering: Rendering): Handle<Image> {
  return (state, node) => {
    const fill = (value: string) => fillShortcodes(rendering, node, value);
    const alt = fill(node.data?.hugoAlt ?? node.alt ?? '');
    return placed(
      state,
      node,
      picture({ rendering, url: fill(node.url), alt, title: node.title == null ? undefined : fill(node.title) }),
    );
  };
}

/** `![alt][ref]`; one without a definition is text already. */
export function imageReferenceHandler(rendering: Rendering): Handle<ImageReference> {
  return (state, node) => {
    const definition = rendering.definitions.get(node.identifier);
    const alt = fillShortcodes(rendering, node, node.data?.hugoAlt ?? node.alt ?? '');
    if (!definition) return [];
    const url = fillShortcodes(rendering, definition, definition.url);
    return placed(state, node, picture({ rendering, url, alt, title: definition.title ?? undefined }));
  };
}

function picture(of: { rendering: Rendering; url: string; alt: string; title: string | undefined }) {
  const src = !of.rendering.unsafe && isDangerous(of.url) ? '' : escapeUrl(of.url);
  return element('img', { src, alt: of.alt, title: of.title });
}
