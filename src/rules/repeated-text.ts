import type { Field } from '../article/frontMatter';
import { message } from '../base/message';
import { fieldOf } from './fields';
import type { Rule } from './rule';

export const repeatedText: Rule = {
  id: 'repeated-text',
  group: 'fields',
  summary: message('A summary or lead that says the same as the title, or as each other'),
  severity: 'information',
  *check({ article: { frontMatter } }) {
    const [title, lead, summary] = ['title', 'lead', 'summary'].map((name) => fieldOf(frontMatter, name));
    const told = lead && title && same(lead, title) ? title : undefined;
    if (lead && told) yield { span: lead.value.span, message: again(lead, told) };
    const other = summary && [title, lead].find((field) => field && same(summary, field));
    if (summary && other) yield { span: summary.value.span, message: again(summary, other) };
  },
};

function again({ key }: Field, other: Field) {
  return message(
    '{0} says the same as {1}, so readers see one text twice. Say something that {1} does not.',
    key,
    other.key,
  );
}

/** Apart from blanks and marks. */
function same(a: Field, b: Field): boolean {
  if (a.value.kind !== 'string' || b.value.kind !== 'string') return false;
  if (firstOf(a.value.value) !== firstOf(b.value.value)) return false;
  const text = wordsOf(a.value.value);
  return text !== '' && text === wordsOf(b.value.value);
}

/** The first character of its words, by which most texts differ. */
function firstOf(text: string): string | undefined {
  return /[^\s\p{P}]/u.exec(text)?.[0].toLowerCase();
}

function wordsOf(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, '').toLowerCase();
}
