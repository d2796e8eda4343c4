import type { FrontMatter } from '../article/frontMatter';
import { message } from '../base/message';
import { fenceOf, fieldOf, isRead, spanOf } from './fields';
import type { Rule } from './rule';

export const missingDate: Rule = {
  id: 'missing-date',
  group: 'fields',
  summary: message('An article without a date'),
  severity: 'warning',
  *check({ article: { frontMatter }, kind, path, world }) {
    if (kind === 'section' || !isRead(frontMatter)) return;
    const { dateOrder } = world.site;
    if (dateOrder.some((source) => isFilled(frontMatter, source) || isFoundElsewhere(source, path))) return;
    const field = fieldOf(frontMatter, 'date');
    yield {
      span: field ? spanOf(field) : fenceOf(frontMatter),
      message: field
        ? message(
            'The date is empty: the article shows no date and stands last in every list. Write one such as 2025-02-07 19:11:57.',
          )
        : message(
            'The article has no date: it shows none and stands last in every list. Add a line such as date: 2025-02-07 19:11:57.',
          ),
    };
  },
};

function isFilled(frontMatter: FrontMatter, name: string): boolean {
  const value = fieldOf(frontMatter, name.toLowerCase())?.value;
  return value !== undefined && value.kind !== 'null' && !(value.kind === 'string' && value.value.trim() === '');
}

/** `:filename` is the `2025-02-07` that a file's name begins with; `:git` and `:fileModTime` always give a date. */
function isFoundElsewhere(source: string, path: string): boolean {
  if (source.toLowerCase() === ':filename') return /(?:^|\/)\d{4}-\d{2}-\d{2}[^/]*$/.test(path);
  return source.startsWith(':');
}
