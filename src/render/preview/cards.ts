import type { Element, ElementContent } from 'hast';
import type { Html } from 'mdast';
import { type Message, message, type Translate } from '../../base/message';
import { wellFormed } from '../../base/wellFormed';
import { omitted } from '../body/rawHtml';
import { element, text } from '../hast';
import type { Medium } from '../rendering';
import { figure } from '../shortcodes/figure';
import { shortcodeText } from '../shortcodes/publish';
import { argument, type ShortcodeUse } from '../shortcodes/uses';

/** The body for an editor: what would run a script or open a frame is a labelled box. */
export function previewMedium(translate: Translate): Medium {
  return {
    rawHtml: (node, block) => [rawHtmlBox(node, block, translate)],
    shortcode(use, rendering) {
      const words = shortcodeText(use, rendering);
      if (words !== undefined) return words === '' ? [] : [text(words)];
      const { tag } = use;
      if (tag.closing) return [];
      if (tag.name !== 'figure') return [card(use, translate)];
      return tag.markdown && !rendering.unsafe ? [omitted()] : [figure(use, rendering)];
    },
  };
}

function rawHtmlBox({ value }: Html, block: boolean, translate: Translate): ElementContent {
  const label = translate(message('HTML from the article, which the preview does not run'));
  if (!block) return element('code', { className: ['preview-html'], title: label }, value);
  const code = element('pre', {}, element('code', {}, value));
  return element('div', { className: ['preview-card', 'preview-card--html'] }, kind(label), code);
}

/** Of a video or a post: what it is, and where. Of any other shortcode: its name. */
function card(use: ShortcodeUse, translate: Translate): Element {
  const known = publication(use);
  const label = translate(known?.kind ?? message('Shortcode “{0}”', use.tag.name));
  const link = known && element('a', { className: ['preview-card__link'], href: known.url }, known.url);
  const inner =
    known || use.inner === undefined ? undefined : element('pre', {}, element('code', {}, use.inner.trim()));
  return element('div', { className: ['preview-card'] }, kind(label), link, inner);
}

function kind(label: string): Element {
  return element('span', { className: ['preview-card__kind'] }, label);
}

function publication(use: ShortcodeUse): { readonly kind: Message; readonly url: string } | undefined {
  const id = (name: string, place: number) => encodeURIComponent(wellFormed(argument(use, name, place) ?? ''));
  switch (use.tag.name) {
    case 'youtube':
      return { kind: message('YouTube video'), url: `https://www.youtube.com/watch?v=${id('id', 0)}` };
    case 'vimeo':
      return { kind: message('Vimeo video'), url: `https://vimeo.com/${id('id', 0)}` };
    case 'gist':
      return { kind: message('Code from GitHub Gist'), url: `https://gist.github.com/${id('user', 0)}/${id('id', 1)}` };
    case 'instagram':
      return { kind: message('Instagram post'), url: `https://www.instagram.com/p/${id('id', 0)}/` };
    case 'tweet':
    case 'twitter': {
      const named = argument(use, 'user') !== undefined;
      const user = named ? id('user', 0) : 'i';
      return { kind: message('Post on X (Twitter)'), url: `https://twitter.com/${user}/status/${id('id', 0)}` };
    }
    default:
      return undefined;
  }
}
