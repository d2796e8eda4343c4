import { message } from '../base/message';
import { nearest } from '../base/near';
import { fieldOf, fixesIn, partsOf, spanOf, textOf, writingName } from './fields';
import type { Rule } from './rule';

/** The formats that Hugo 0.111 has without configuration. */
const FORMATS = [
  'amp',
  'calendar',
  'css',
  'csv',
  'html',
  'json',
  'markdown',
  'robots',
  'rss',
  'sitemap',
  'webappmanifest',
];

export const unknownOutput: Rule = {
  id: 'unknown-output',
  group: 'fields',
  summary: message('An output format that Hugo does not know'),
  severity: 'error',
  *check(subject) {
    const field = fieldOf(subject.article.frontMatter, 'outputs');
    if (!field || field.value.kind === 'null' || field.value.kind === 'map') return;
    const known = new Set([...FORMATS, ...(subject.world.site.outputFormats ?? [])]);
    for (const item of partsOf(field.value)) {
      const name = textOf(item) ?? '';
      if (known.has(name.toLowerCase()) || (name === '' && field.value.kind === 'string')) continue;
      const meant = nearest(name, known);
      yield {
        span: item.span.end > item.span.start ? item.span : spanOf(field),
        message: message(
          'Hugo has no output format “{0}”: the build fails with “Failed to resolve output formats”. Use one of {1}.',
          name,
          [...known].join(', '),
        ),
        fixes: fixesIn(subject, writingName(meant, item)),
      };
    }
  },
};
