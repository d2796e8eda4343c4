import { message } from '../base/message';
import { isWithoutAddress, picturesIn, sameAddress, takingOut } from './pictures';
import type { Rule } from './rule';

export const duplicateImage: Rule = {
  id: 'duplicate-image',
  group: 'images',
  summary: message('A picture that stands in the article twice'),
  severity: 'information',
  *check(subject) {
    const pictures = picturesIn(subject);
    if (pictures.length < 2) return;
    const seen = new Set<string>();
    for (const image of pictures) {
      if (isWithoutAddress(image, subject.world.site.unsafe) || /^data:/i.test(image.url)) continue;
      const address = sameAddress(image.url);
      if (!seen.has(address)) {
        seen.add(address);
        continue;
      }
      const out = takingOut(subject.article, image);
      yield {
        span: image.span,
        message: message(
          'This picture stands further up already: readers see it twice. Take one out, or put in the one that was meant.',
        ),
        fixes: out ? [out] : [],
      };
    }
  },
};
