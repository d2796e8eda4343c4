import type { Root, RootContent } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';

/** Ids get this before them, so that none is one of the preview's own. */
export const ID_PREFIX = 'article-';

/** The only classes that leave: those of the theme that the preview's style knows, never those of an article. */
const CLASSES = (
  'post post__header post__title post__lead post__meta post__thumbnail post__toc post__content post__footer ' +
  'post__tags content clearfix flex btn meta meta__item meta__text meta__link meta__item-datetime ' +
  'meta__item-categories meta__item-author thumbnail thumbnail__image toc toc__title toc__menu tags tags__list ' +
  'tags__item tags__link avatar authorbox authorbox__warning authorbox__avatar authorbox__header ' +
  'authorbox__name authorbox__description pager pager__item pager__item--prev pager__item--next pager__link ' +
  'pager__subtitle pager__title footnotes footnote-ref footnote-backref preview-html preview-card ' +
  'preview-card--html preview-card__kind preview-card__link'
).split(' ');

/** No form, frame, script or style; an `input` is the box of a task only. */
const TAGS = (
  'article header footer nav div span p h1 h2 h3 h4 h5 h6 blockquote pre code em strong del sup br hr a img ' +
  'time figure figcaption ul ol li dl dt dd table thead tbody tr th td input'
).split(' ');

const SCHEMA: Schema = {
  tagNames: TAGS,
  attributes: {
    '*': ['id', 'title', 'dataLine', ['className', ...CLASSES]],
    a: ['href'],
    code: ['dataLang', ['className', 'preview-html', /^language-/]],
    img: ['src', 'alt', 'width', 'height', 'dataFile'],
    input: [['type', 'checkbox'], 'disabled', 'checked'],
    ol: ['start'],
    td: [['dataAlign', 'left', 'center', 'right']],
    th: [['dataAlign', 'left', 'center', 'right']],
    time: ['dateTime'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https', 'data'] },
  strip: ['script', 'style'],
  clobber: ['id'],
  clobberPrefix: ID_PREFIX,
};

/** Leaves only what is listed above: no script, no frame, no form, no style, no comment. */
export function sanitised(nodes: readonly RootContent[]): RootContent[] {
  const root: Root = { type: 'root', children: [...nodes] };
  const clean = sanitize(root, SCHEMA);
  return clean.type === 'root' ? clean.children : [clean as RootContent];
}
