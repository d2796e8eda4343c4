import { message } from '../base/message';
import { nearest } from '../base/near';
import type { Span } from '../base/span';
import { writing } from './fields';
import type { Finding, Rule } from './rule';
import { builtIn, LATER } from './shortcodes';

export const unknownShortcode: Rule = {
  id: 'unknown-shortcode',
  group: 'body',
  summary: message('A shortcode that neither Hugo nor the site has'),
  severity: 'error',
  *check({ article: { body }, world: { site, project } }) {
    if (body.shortcodes.length === 0) return;
    const own = builtIn(project.hugoVersion);
    for (const { name, nameSpan, closing, broken } of body.shortcodes) {
      // `{{< a.inline >}}` brings its own template.
      if (closing || broken || own.has(name) || site.shortcodes.has(name) || name.endsWith('.inline')) continue;
      const since = LATER.get(name);
      if (since)
        yield {
          span: nameSpan,
          message: message(
            'The shortcode “{0}” came with Hugo {1}, and {2} builds this site: it fails with “template for shortcode "{0}" not found”. Take it out, or add a template for it.',
            name,
            since.join('.'),
            project.hugoVersion.join('.'),
          ),
        };
      else yield unknown(name, nameSpan, nearest(name, [...own, ...site.shortcodes]));
    }
  },
};

function unknown(name: string, nameSpan: Span, meant: string | undefined): Finding {
  return {
    span: nameSpan,
    message: message(
      'There is no shortcode “{0}”: the build fails with “template for shortcode "{0}" not found”, even inside code. To show it as text, write {1}.',
      name,
      `{{</* ${name} */>}}`,
    ),
    fixes: meant === undefined ? [] : [writing(meant, nameSpan, false)],
  };
}
