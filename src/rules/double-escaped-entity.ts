import { textOffsets } from '../article/textOffsets';
import { message } from '../base/message';
import { span } from '../base/span';
import { Prose } from './prose';
import type { Rule } from './rule';

export const doubleEscapedEntity: Rule = {
  id: 'double-escaped-entity',
  group: 'text',
  summary: message('An HTML entity that was escaped twice, so that readers see it as code'),
  severity: 'warning',
  *check({ article }) {
    const { text, body } = article;
    // Readers see an entity only where its `&` is written as an entity itself.
    if (!/&(?:amp|#38|#x26);/i.test(text.slice(body.span.start))) return;
    const prose = new Prose(article);
    for (const placed of body.nodes.of('text')) {
      if (!placed.node.value.includes('&')) continue;
      const offsets = textOffsets(text, placed);
      for (const { 0: entity, index } of placed.node.value.matchAll(ENTITY)) {
        const start = offsets?.[index] ?? -1;
        const end = (offsets?.[index + entity.length - 1] ?? -1) + 1;
        const written = text.slice(start, end);
        const escaped = /^&(?:amp|#38|#x26);/i.exec(written)?.[0];
        if (start < 0 || !escaped || !prose.at(start)) continue;
        const space = /^&(?:nbsp|#160|#xa0|ensp|emsp);$/i.test(entity);
        const fixed = space ? ' ' : `&${written.slice(escaped.length)}`;
        yield {
          span: span(start, end),
          message: space
            ? message('Readers will see {0} as it stands: its & was escaped once more. Write a plain space.', entity)
            : message('Readers will see {0} as it stands: its & was escaped once more. Write {1}.', entity, fixed),
          fixes: [
            {
              title: space ? message('Write a plain space') : message('Write {0}', fixed),
              edits: [{ span: span(start, end), text: fixed }],
              // `&lt;` may be what the article is about.
              preferred: !/^&(?:lt|gt|amp|#60|#62|#38);$/i.test(entity),
            },
          ],
        };
      }
    }
  },
};

const ENTITY =
  /&(?:nbsp|ensp|emsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|laquo|raquo|mdash|ndash|hellip|middot|bull|times|deg|copy|reg|trade|euro|yen|pound|#\d{2,6}|#x[\da-f]{2,6});/gi;
