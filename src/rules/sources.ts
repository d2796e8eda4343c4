import type { Article, ImageUse } from '../article/article';
import { isCopydeskComment } from '../article/directives';
import { type Span, slice, span } from '../base/span';
import { isWithoutAddress, picturesIn } from './pictures';
import { blockAt, holding } from './places';
import type { Subject } from './rule';

/** A picture and the line below it that says where it comes from. */
export interface Sourced {
  readonly image: ImageUse;
  /** Undefined when there is no such line. */
  readonly label: Label | undefined;
}

/** `图源：` */
export interface Label {
  /** As it is written: word, space and mark. */
  readonly form: string;
  readonly word: string;
  readonly span: Span;
}

/** A word for where a picture comes from, and the mark behind it. */
const LABEL =
  /(图片来源|圖片來源|图片提供|截图来源|图源|圖源|供图|供圖|摄影|攝影|来源|來源|\b(?:[Ss]ources?|[Pp]hotos?|[Cc]redit)(?=[ \t]*[:：–—]))[ \t]*[:：/／|｜–—][ \t]?/;

/** Characters of a caption in which it is looked for. */
const LONGEST = 160;

/** The pictures that stand alone, in their order. Those in links lead elsewhere, and of those in a row one source may be that of all. */
export function sourcedPictures(subject: Subject): Sourced[] {
  const { article, world } = subject;
  const found: Sourced[] = [];
  for (const image of picturesIn(subject)) {
    if (isWithoutAddress(image, world.site.unsafe) || holding(article.body.links, image.span.end)) continue;
    const place = captionPlace(article, image);
    if (place) found.push({ image, label: labelIn(article.text, place) });
  }
  return found;
}

/** Where its caption stands, if it has one: behind it in its paragraph, or in the paragraph below. Undefined beside another picture. */
function captionPlace({ text, body }: Article, image: ImageUse): Span | undefined {
  const { blocks } = body.nodes;
  const at = blockAt(blocks, image.span.start);
  if (!at) return undefined;
  let where = span(image.span.end, at.block.span.end);
  const rest = text.slice(where.start, where.end);
  if (rest.trim() === '') {
    let below = at.index + 1;
    while (blocks[below]?.node.type === 'html' && isCopydeskComment(slice(text, blocks[below]!.span))) below++;
    const next = blocks[below];
    if (next?.node.type !== 'paragraph') return span(where.end, where.end);
    where = next.span;
  }
  return /!\[|\{\{/.test(text.slice(where.start, Math.min(where.end, where.start + LONGEST))) ? undefined : where;
}

function labelIn(text: string, where: Span): Label | undefined {
  const end = Math.min(where.end, where.start + LONGEST);
  const match = LABEL.exec(text.slice(where.start, end));
  if (!match) return undefined;
  const [form, word = ''] = match;
  const start = where.start + match.index;
  return { form, word, span: span(start, start + form.length) };
}
