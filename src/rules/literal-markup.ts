import { message } from '../base/message';
import { fieldOf } from './fields';
import type { Rule } from './rule';

export const literalMarkup: Rule = {
  id: 'literal-markup',
  group: 'fields',
  summary: message('Markdown or HTML in a title or lead, which is shown as typed'),
  severity: 'information',
  *check({ article: { frontMatter } }) {
    for (const name of ['title', 'lead']) {
      const field = fieldOf(frontMatter, name);
      if (field?.value.kind !== 'string') continue;
      const markup = MARKUP.exec(field.value.value)?.[0];
      if (markup !== undefined)
        yield {
          span: field.value.span,
          message: message(
            '{0} is plain text: readers will see “{1}” as it is typed here. Take the markup out.',
            field.key,
            markup,
          ),
        };
    }
  },
};

/** A pair of emphasis marks or backticks round a word, a link, an HTML tag, or an entity; `5 * 3` and `a < b` are none. */
const MARKUP =
  /\*\*[^*\s](?:[^*]*[^*\s])?\*\*|__[^_\s](?:[^_]*[^_\s])?__|(?<![\w*])\*[^*\s](?:[^*]*[^*\s])?\*(?![\w*])|`[^`]+`|!?\[[^\]]*\]\([^)]*\)|<\/?[A-Za-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i;
