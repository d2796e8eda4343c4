import { type Field, isTrue } from '../article/frontMatter';
import { type Message, message } from '../base/message';
import { fieldsThatCount, fixesIn, writing } from './fields';
import type { Rule } from './rule';

export const booleanInQuotes: Rule = {
  id: 'boolean-in-quotes',
  group: 'fields',
  summary: message('`"true"` or `"false"` in quotes, where a plain true or false belongs'),
  severity: 'warning',
  *check(subject) {
    const { properties } = subject.world.schema;
    for (const field of fieldsThatCount(subject.article.frontMatter)) {
      const { value, name } = field;
      if (value.kind !== 'string' || value.style === 'literal' || value.style === 'folded') continue;
      const said = meaningOf(value.value);
      const types = properties.get(name)?.types ?? [];
      if (said === undefined || types.length !== 1 || types[0] !== 'boolean') continue;
      const harm = harmOf(field, said, value.value);
      yield {
        span: value.span,
        message:
          harm ??
          message('In quotes, this is text and not yes or no. Write {0}: {1} without quotes.', field.key, String(said)),
        severity: harm ? 'warning' : 'information',
        fixes: fixesIn(subject, writing(String(said), value.span)),
      };
    }
  },
};

function meaningOf(text: string): boolean | undefined {
  if (/^\s*(?:true|yes|on|1|t)\s*$/i.test(text)) return true;
  return /^\s*(?:false|no|off|0|f)\s*$/i.test(text) ? false : undefined;
}

/** What goes wrong; undefined when Hugo happens to do what is meant. */
function harmOf({ key, name, value }: Field, said: boolean, text: string): Message | undefined {
  switch (name) {
    case 'authorbox':
    case 'pager':
    case 'toc':
      // Any text but '' counts as true.
      return said
        ? undefined
        : message('In quotes, "{0}" counts as true: it will be shown. Write {1}: false without quotes.', text, key);
    case 'mathjax':
      return said
        ? message('In quotes, "{0}" does not switch formulas on. Write mathjax: true without quotes.', text)
        : undefined;
    case 'draft':
    case 'headless':
      return said && !isTrue(value)
        ? message(
            'In quotes, Hugo does not take "{0}" for true: the article is published. Write {1}: true without quotes.',
            text,
            key,
          )
        : undefined;
    default:
      return undefined;
  }
}
