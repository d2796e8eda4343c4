import type { Element } from 'hast';
import { wellFormed } from '../../base/wellFormed';
import { element } from '../hast';
import { argument, type ShortcodeUse } from './uses';

const BOX = 'position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;';
const FRAME = 'position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;';

/** `{{< youtube w7Ft2ymGmfc >}}`, as Hugo's own template writes it. */
export function youtube(use: ShortcodeUse): Element {
  const id = argument(use, 'id', 0) ?? '';
  const start = argument(use, 'autoplay') === 'true' ? '?autoplay=1' : '';
  const src = `https://www.youtube.com/embed/${encodeURIComponent(wellFormed(id))}${start}`;
  return framed(use, { src, allowFullScreen: true, title: argument(use, 'title') ?? 'YouTube Video' });
}

/** `{{< vimeo 146022717 >}}`, as Hugo's own template writes it. */
export function vimeo(use: ShortcodeUse): Element {
  const src = `https://player.vimeo.com/video/${encodeURIComponent(wellFormed(argument(use, 'id', 0) ?? ''))}`;
  const full = { webkitallowfullscreen: '', mozallowfullscreen: '', allowFullScreen: true };
  return framed(use, { src, ...full, title: argument(use, 'title') ?? 'vimeo video' });
}

/** With a `class` of its own the site styles the box. */
function framed(use: ShortcodeUse, properties: Readonly<Record<string, string | boolean>>): Element {
  const own = argument(use, 'class');
  if (own !== undefined) return element('div', { class: own }, '\n', element('iframe', { ...properties }), '\n');
  return element('div', { style: BOX }, '\n', element('iframe', { ...properties, style: FRAME }), '\n');
}
