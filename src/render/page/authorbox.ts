import type { Element, Properties } from 'hast';
import { element } from '../hast';
import type { Medium } from '../rendering';
import { markdownText } from '../shortcodes/markdownify';
import { isTruthy } from '../values';
import type { ArticleView } from './view';

/** The box about the author, when the article or the site asks for it. @param picture properties of the portrait. */
export function authorbox(
  view: ArticleView,
  medium: Medium,
  picture: (address: string) => Properties,
): Element | undefined {
  if (!isTruthy(view.values.either('authorbox'))) return undefined;
  const author = view.source.site.author ?? {};
  const [name, bio, avatar] = ['name', 'bio', 'avatar'].map((key) => String(author[key] ?? ''));
  const size = { className: ['avatar'], height: 90, width: 90 };
  const portrait = avatar && element('img', { ...picture(avatar), alt: `${name} avatar`, ...size });
  const heading =
    name &&
    element(
      'span',
      { className: ['authorbox__name'] },
      view.words.about.replace('{0}', () => name),
    );
  return element(
    'div',
    { className: ['authorbox', 'clearfix'] },
    name || bio || avatar ? undefined : warning(),
    portrait && element('figure', { className: ['authorbox__avatar'] }, portrait),
    heading && element('div', { className: ['authorbox__header'] }, heading),
    bio && element('div', { className: ['authorbox__description'] }, markdownText(view.source, medium, bio)),
  );
}

function warning(): Element {
  const text = ' Authorbox is activated, but [Author] parameters are not specified.';
  return element('p', { className: ['authorbox__warning'] }, element('strong', {}, 'WARNING:'), text);
}
