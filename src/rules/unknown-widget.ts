import { message } from '../base/message';
import { nearest } from '../base/near';
import { fieldOf, fixesIn, isFalsy, partsOf, spanOf, textOf, writingName } from './fields';
import type { Rule } from './rule';

export const unknownWidget: Rule = {
  id: 'unknown-widget',
  group: 'fields',
  summary: message('A widget that neither the theme nor the site has'),
  severity: 'error',
  *check(subject) {
    const { widgets } = subject.world.site;
    // Those of a theme that is not here are not known.
    if (widgets.size === 0) return;
    const field = fieldOf(subject.article.frontMatter, 'widgets');
    // What is no list of names at all is told by `wrong-type`.
    if (!field || isFalsy(field.value) || (field.value.kind !== 'list' && field.value.kind !== 'map')) return;
    for (const item of partsOf(field.value)) {
      const name = textOf(item);
      if (name !== undefined && widgets.has(name)) continue;
      const meant = name === undefined ? undefined : nearest(name.trim(), widgets);
      yield {
        span: item.span.end > item.span.start ? item.span : spanOf(field),
        message:
          name === undefined
            ? message(
                'This entry of widgets has no name: the build fails here. Take it out, or name one of {0}.',
                [...widgets].join(', '),
              )
            : message(
                'There is no widget “{0}”: the build fails with “partial "widgets/{0}.html" not found”. Use one of {1}.',
                name,
                [...widgets].join(', '),
              ),
        fixes: fixesIn(subject, writingName(meant, item)),
      };
    }
  },
};
