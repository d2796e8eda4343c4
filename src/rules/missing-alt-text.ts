import { message } from '../base/message';
import { altFixes, isWithoutAddress, picturesIn } from './pictures';
import type { Rule, Subject } from './rule';

export const missingAltText: Rule = {
  id: 'missing-alt-text',
  group: 'images',
  summary: message('A picture without alt text'),
  severity: 'information',
  *check(subject) {
    const captioned = captionedFigures(subject);
    for (const image of picturesIn(subject)) {
      if (image.alt.trim() !== '' || isWithoutAddress(image, subject.world.site.unsafe)) continue;
      if (captioned.has(image.span.start)) continue;
      yield {
        span: image.span,
        message: message(
          'This picture has no alt text: readers who cannot see it, and search engines, learn nothing of it. Say in a few words what it shows.',
        ),
        fixes: () => altFixes(subject, image),
      };
    }
  },
};

/** Hugo takes the caption of a `figure` for its alt text. */
function captionedFigures({ article }: Subject): Set<number> {
  const starts = new Set<number>();
  for (const { name, args, span } of article.body.shortcodes)
    if (name === 'figure' && args.some((argument) => argument.name === 'caption' && argument.value.trim() !== ''))
      starts.add(span.start);
  return starts;
}
