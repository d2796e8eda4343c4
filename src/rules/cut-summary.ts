import { message } from '../base/message';
import { span } from '../base/span';
import { fieldOf } from './fields';
import type { Rule } from './rule';
import { writtenIn } from './written';

export const cutSummary: Rule = {
  id: 'cut-summary',
  group: 'fields',
  summary: message('A summary that ends in dots, as one that was cut off by a program does'),
  severity: 'information',
  *check({ article }) {
    const value = fieldOf(article.frontMatter, 'summary')?.value;
    if (value?.kind !== 'string' || !DOTS.test(value.value)) return;
    const where = writtenIn(article, value);
    const at = where ? article.text.slice(where.start, where.end).search(DOTS) : -1;
    yield {
      span: where && at >= 0 ? span(where.start + at, where.end) : value.span,
      message: message(
        'The summary breaks off here. Readers see it so in lists and shared links: end it with a whole sentence.',
      ),
    };
  },
};

/** `...`, `…`, `……`, `。。。`, perhaps with a closing mark behind. */
const DOTS = /(?:\.{3,}|…+|。{2,}|\.\. ?\.)["'”’」』)）\]】]?\s*$/;
