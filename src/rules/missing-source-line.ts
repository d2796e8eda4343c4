import { message } from '../base/message';
import type { Rule } from './rule';
import { sourcedPictures } from './sources';

export const missingSourceLine: Rule = {
  id: 'missing-source-line',
  group: 'text',
  summary: message('A picture without a source where the others have one'),
  severity: 'hint',
  *check(subject) {
    if (subject.article.body.images.length <= LEAST) return;
    const pictures = sourcedPictures(subject);
    const bare = pictures.filter(({ label }) => !label);
    const sourced = pictures.length - bare.length;
    // The habit of an article shows in most of its pictures.
    if (sourced < LEAST || sourced <= bare.length) return;
    const usual = pictures.find(({ label }) => label)?.label?.form.trim() ?? '';
    for (const { image } of bare)
      yield {
        span: image.span,
        message: message(
          '{0} pictures of this article name their source, this one does not. Write below it where it comes from: “{1}…”.',
          sourced,
          usual,
        ),
      };
  },
};

/** Pictures with a source from which on it is a habit. */
const LEAST = 2;
