import { message } from '../base/message';
import { span } from '../base/span';
import type { Rule } from './rule';
import { isInShortcode } from './shortcodes';

export const undefinedReference: Rule = {
  id: 'undefined-reference',
  group: 'links',
  summary: message('A link or picture by reference, `[words][name]`, whose name stands nowhere'),
  severity: 'warning',
  *check({ article: { body, text } }) {
    if (!text.includes('][', body.span.start)) return;
    for (const { span: where } of body.nodes.of('text')) {
      const source = text.slice(where.start, where.end);
      if (!source.includes('][')) continue;
      for (const { 0: whole, 1: words = '', 2: name = '', index } of source.matchAll(REFERENCE)) {
        if (name.startsWith('^') || (COUNT.test(words) && COUNT.test(name))) continue;
        const start = where.start + index;
        if (isInShortcode(body, start)) continue;
        yield {
          span: span(start, start + whole.length),
          message: message(
            'Readers will see {0} with its brackets: no line says where “{1}” leads. Write the address in round brackets, or add the line {2}.',
            whole,
            name || words,
            `[${name || words}]: https://…`,
          ),
          fixes: [
            {
              title: message('Keep only its words'),
              edits: [{ span: span(start, start + whole.length), text: words }],
            },
          ],
        };
      }
    }
  },
};

const REFERENCE = /(?<!\\)!?\[([^[\]\\]+)\]\[([^[\]\\]*)\]/g;

/** `[1][2]` are two notes. */
const COUNT = /^[\d\s,，、–-]+$/;
