import { message } from '../base/message';
import { span } from '../base/span';
import { fieldOf } from './fields';
import type { Rule } from './rule';
import { writtenIn } from './written';

export const codeInSummary: Rule = {
  id: 'code-in-summary',
  group: 'fields',
  summary: message('A summary with HTML, entities, JSON or script left in it'),
  severity: 'information',
  *check({ article }) {
    for (const name of ['summary', 'description']) {
      const field = fieldOf(article.frontMatter, name);
      if (field?.value.kind !== 'string' || !HINT.test(field.value.value)) continue;
      const where = writtenIn(article, field.value);
      const written = where ? article.text.slice(where.start, where.end) : field.value.value;
      const found = CODE.exec(written);
      if (!found) continue;
      const from = (where?.start ?? 0) + found.index;
      yield {
        span: where ? span(from, from + found[0].length) : field.value.span,
        message: message(
          '“{0}” looks like code that was left in {1}: lists, feeds and shared links show it or drop what is around it. Write words only.',
          found[0].length > 40 ? `${found[0].slice(0, 40)}…` : found[0],
          field.key,
        ),
      };
    }
  },
};

/** Without one of these there is no code. */
const HINT = /[<&{;]|\/\//;
/** An entity, a tag, `{"key":`, `function (`, a statement of script or PHP, a shortcode or template. */
const CODE =
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});|<\/?[a-z][^<>]{0,200}>|\{\s*\\?"@?[\w-]+\\?"\s*:|\bfunction\s*\w*\s*\(|\b(?:var|let|const)\s+\w+\s*=|\b(?:window|document)\.\w+|<\?php|\/\/php\b|\{\{[^{}]{0,200}\}\}/i;
