import { message } from '../base/message';
import { span } from '../base/span';
import { Prose } from './prose';
import type { Rule } from './rule';
import { missingSpaces } from './spacing';

export const chineseTypography: Rule = {
  id: 'chinese-typography',
  group: 'text',
  summary: message('汉字 and Latin letters or digits without a space between them'),
  severity: 'hint',
  off: true,
  *check({ article }) {
    const { text, body } = article;
    const prose = new Prose(article);
    for (const node of body.nodes.of('text')) {
      const { start, end } = node.span;
      for (const offset of missingSpaces(text.slice(start, end))) {
        const at = start + offset;
        if (!prose.at(at - 1) || !prose.at(at)) continue;
        yield {
          span: span(at - 1, at + 1),
          message: message(
            'A space between 汉字 and Latin letters or digits is easier to read, and this newsroom asks for it.',
          ),
          fixes: [{ title: message('Put a space in'), edits: [{ span: span(at, at), text: ' ' }], preferred: true }],
        };
      }
    }
  },
};
