import { message } from '../base/message';
import { fenceOf, fieldOf, isRead, spanOf, textOf } from './fields';
import type { Rule } from './rule';

export const missingSummary: Rule = {
  id: 'missing-summary',
  group: 'fields',
  summary: message('An article without `summary`, for which Hugo takes the beginning of the text'),
  severity: 'information',
  *check({ article: { frontMatter, text }, kind }) {
    if (kind === 'section' || !isRead(frontMatter)) return;
    const field = fieldOf(frontMatter, 'summary');
    // A list instead of a text: `wrong-type` speaks of it.
    if (field && (field.value.kind === 'list' || field.value.kind === 'map')) return;
    if (field && (textOf(field.value) ?? '').trim() !== '') return;
    // With the mark, somebody chose where the summary ends.
    if (/<!--[ \t]*more[ \t]*-->/.test(text)) return;
    yield {
      span: field ? spanOf(field) : fenceOf(frontMatter),
      message: message(
        'The article has no summary: in lists and shared links Hugo shows the beginning of the text, cut where it happens to be. Write one or two sentences in summary.',
      ),
    };
  },
};
