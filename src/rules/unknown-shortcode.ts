import { message } from '../base/message';
import { nearest } from '../base/near';
import { writing } from './fields';
import type { Rule } from './rule';
import { BUILT_IN, LATER } from './shortcodes';

export const unknownShortcode: Rule = {
  id: 'unknown-shortcode',
  group: 'body',
  summary: message('A shortcode that neither Hugo nor the site has'),
  severity: 'error',
  *check({ article: { body }, world: { site } }) {
    for (const { name, nameSpan, closing, broken } of body.shortcodes) {
      // `{{< a.inline >}}` brings its own template.
      if (closing || broken || BUILT_IN.has(name) || site.shortcodes.has(name) || name.endsWith('.inline')) continue;
      const meant = nearest(name, [...BUILT_IN, ...site.shortcodes]);
      yield {
        span: nameSpan,
        message: LATER.has(name)
          ? message(
              'The shortcode “{0}” came with a later Hugo: this one fails with “template for shortcode "{0}" not found”. Take it out, or add a template for it.',
              name,
            )
          : message(
              'There is no shortcode “{0}”: the build fails with “template for shortcode "{0}" not found”, even inside code. To show it as text, write {1}.',
              name,
              `{{</* ${name} */>}}`,
            ),
        fixes: meant === undefined ? [] : [writing(meant, nameSpan, false)],
      };
    }
  },
};
