import type { Field } from '../article/frontMatter';
import { message } from '../base/message';
import { span } from '../base/span';
import { fieldsThatCount, fixesIn } from './fields';
import type { Finding, Rule, Subject } from './rule';
import { TEXT_FIELDS, writtenIn } from './written';

export const straySpace: Rule = {
  id: 'stray-space',
  group: 'fields',
  summary: message('Blanks at the edge of a title, lead or summary, or more than one between words'),
  severity: 'information',
  *check(subject) {
    for (const field of fieldsThatCount(subject.article.frontMatter))
      if (TEXT_FIELDS.includes(field.name) && field.value.kind === 'string' && STRAY.test(field.value.value))
        yield* straysOf(subject, field);
  },
};

/** Blanks that are seen or not: space, tab, no-break and full-width space, zero-width ones. */
const BLANK = '[ \\t\\u00a0\\u3000\\u200b\\u2060\\ufeff]';
/** One full-width space between the halves of a headline is usual. */
const STRAY = new RegExp(`^${BLANK}+|${BLANK}+$|${BLANK}{2,}`);

function* straysOf(subject: Subject, { key, value }: Field): Iterable<Finding> {
  const where = writtenIn(subject.article, value);
  if (!where) {
    const told = message('There are blanks at the edge of {0}, or several between two words. Take them out.', key);
    // What runs over lines ends with a break of its own, and is folded as its writer likes.
    if (value.kind === 'string' && value.style !== 'literal' && value.style !== 'folded')
      yield { span: value.span, message: told };
    return;
  }
  const written = subject.article.text.slice(where.start, where.end);
  for (const { 0: blanks, index } of written.matchAll(new RegExp(STRAY, 'g'))) {
    const at = span(where.start + index, where.start + index + blanks.length);
    const edge = index === 0 || index + blanks.length === written.length;
    // Without quotes, what then comes first could be read as something else.
    const mayGo = (value.kind === 'string' && value.style !== 'plain') || index > 0;
    // All of it is blank: `empty-title` and `missing-summary` speak of that.
    if (blanks.length === written.length) return;
    yield {
      span: at,
      message: edge
        ? message('{0} begins or ends with a blank, which shared links and feeds show. Take it out.', key)
        : message('There are {1} blanks side by side in {0}. Leave one.', key, String(blanks.length)),
      fixes: fixesIn(
        subject,
        mayGo
          ? {
              title: edge ? message('Take the blank out') : message('Leave one blank'),
              edits: [{ span: at, text: edge ? '' : ' ' }],
              preferred: true,
            }
          : undefined,
      ),
    };
  }
}
