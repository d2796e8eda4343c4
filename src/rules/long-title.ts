import { columnsOf } from '../base/columns';
import { message } from '../base/message';
import { fieldOf } from './fields';
import type { Rule } from './rule';

export const longTitle: Rule = {
  id: 'long-title',
  group: 'fields',
  summary: message('A title that is too long for the cards of lists, or for search results'),
  severity: 'information',
  *check({ article: { frontMatter }, kind }) {
    const value = fieldOf(frontMatter, 'title')?.value;
    if (kind === 'section' || value?.kind !== 'string' || value.value.length <= SEARCH / 2) return;
    const columns = columnsOf(value.value.trim());
    if (columns > CARD)
      yield {
        span: value.span,
        message: message(
          'The title is {0} columns wide (a 汉字 takes two): on the cards of lists it needs three lines or more. Up to {1} is good.',
          String(columns),
          String(CARD),
        ),
      };
    else if (columns > SEARCH)
      yield {
        span: value.span,
        severity: 'hint',
        message: message(
          'The title is {0} columns wide (a 汉字 takes two): search engines show about {1} and cut the rest off.',
          String(columns),
          String(SEARCH),
        ),
      };
  },
};

const SEARCH = 60;
const CARD = 100;
