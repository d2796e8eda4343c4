import type { Shortcode } from '../article/article';
import { type Message, message } from '../base/message';
import type { Rule } from './rule';

export const brokenShortcode: Rule = {
  id: 'broken-shortcode',
  group: 'body',
  summary: message('A shortcode that Hugo cannot read'),
  severity: 'error',
  *check({ article: { body } }) {
    for (const { span, name, closing, broken } of body.shortcodes)
      if (broken)
        yield {
          span,
          message: closing
            ? message(
                'Nothing opens the shortcode that is closed here: the build fails. Take this tag out, or open “{0}” before it.',
                name,
              )
            : why(broken, name),
        };
  },
};

function why(broken: NonNullable<Shortcode['broken']>, name: string): Message {
  switch (broken) {
    case 'unclosed':
      return message(
        'This shortcode has no end, or a quote in it has none: the build fails with “unclosed shortcode action”. End it with >}} or %}}.',
      );
    case 'bad-name':
      return message(
        'A shortcode must begin with its name: the build fails here. Write for example {0}.',
        '{{< figure src="photo.jpg" >}}',
      );
    case 'bad-argument':
      return message(
        'Hugo cannot read what follows the name “{0}”: the build fails here. Give all values a name or none, and put values with spaces or signs in quotes.',
        name,
      );
    default:
      return broken satisfies never;
  }
}
