import { inQuotes } from '../article/edits';
import { message } from '../base/message';
import { span } from '../base/span';
import { fieldsThatCount, fixesIn } from './fields';
import type { Rule } from './rule';

/** Fields of running text: a comment behind a number or a date is on purpose. */
const TEXTS = new Set(['title', 'linktitle', 'lead', 'summary', 'description']);

export const cutByComment: Rule = {
  id: 'cut-by-comment',
  group: 'fields',
  summary: message('Text without quotation marks that a ` #` cuts off'),
  severity: 'warning',
  *check(subject) {
    const { text, frontMatter } = subject.article;
    if (frontMatter.format !== 'yaml') return;
    for (const { name, value } of fieldsThatCount(frontMatter)) {
      if (!TEXTS.has(name) || value.kind !== 'string' || value.style !== 'plain') continue;
      const rest = /^[ \t]+#[^\r\n]*/.exec(text.slice(value.span.end, frontMatter.content.end))?.[0];
      if (rest === undefined) continue;
      const whole = span(value.span.start, value.span.end + rest.trimEnd().length);
      const written = text.slice(whole.start, whole.end);
      yield {
        span: span(value.span.end + rest.indexOf('#'), whole.end),
        message: message(
          'From “{0}” on, the text is a comment: readers will see “{1}”. Put the whole text in quotes.',
          rest.trim(),
          value.value,
        ),
        fixes: fixesIn(subject, {
          title: message('Put the whole text in quotes'),
          edits: [{ span: whole, text: inQuotes(written, '"') }],
          preferred: true,
        }),
      };
    }
  },
};
