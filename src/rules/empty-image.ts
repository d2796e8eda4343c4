import type { ImageUse } from '../article/article';
import { message } from '../base/message';
import { span } from '../base/span';
import { isWithoutAddress, picturesIn, takingOut } from './pictures';
import type { Fix, Rule, Subject } from './rule';

export const emptyImage: Rule = {
  id: 'empty-image',
  group: 'images',
  summary: message('A picture without an address, of which readers see nothing'),
  severity: 'warning',
  *check(subject) {
    const { unsafe } = subject.world.site;
    for (const image of picturesIn(subject)) {
      if (!isWithoutAddress(image, unsafe)) continue;
      const written = image.url.trim() !== '';
      yield {
        span: image.span,
        message: written
          ? message(
              'Hugo empties this address, since it could run a script, and readers see no picture. Use the address of a picture file.',
            )
          : message(
              'This picture has no address: readers see nothing, or a broken frame. Put its address between the round brackets, or take it out.',
            ),
        fixes: fixesFor(subject, image),
      };
    }
  },
};

/** `![]()https://a.com/b.png![]()`: the address has slipped out behind. */
const SLIPPED = /(https?:\/\/[^\s()<>"!]+\.(?:png|jpe?g|gif|webp|avif))(?:!\[\]\(\))?(?=\s|$)/iy;

function fixesFor({ article }: Subject, image: ImageUse): Fix[] {
  const fixes: Fix[] = [];
  SLIPPED.lastIndex = image.span.end;
  const slipped = image.kind === 'markdown' && image.url === '' ? SLIPPED.exec(article.text) : undefined;
  if (slipped)
    fixes.push({
      title: message('Put the address behind it into the picture'),
      edits: [
        { span: image.urlSpan, text: slipped[1]! },
        { span: span(image.span.end, image.span.end + slipped[0].length), text: '' },
      ],
    });
  const out = takingOut(article, image);
  if (out) fixes.push(out);
  return fixes;
}
