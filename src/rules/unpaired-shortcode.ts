import type { Shortcode } from '../article/article';
import { message } from '../base/message';
import type { Finding, Rule } from './rule';
import { builtIn, PAIRED } from './shortcodes';

export const unpairedShortcode: Rule = {
  id: 'unpaired-shortcode',
  group: 'body',
  summary: message('A shortcode that needs a closing tag and has none, or has one that it does not take'),
  severity: 'error',
  *check({ article: { body, text }, world: { site, project } }) {
    if (body.shortcodes.length === 0) return;
    const own = builtIn(project.hugoVersion);
    const open: Shortcode[] = [];
    for (const shortcode of body.shortcodes) {
      const { name, broken, closing, selfClosing } = shortcode;
      // A site may replace a built-in one; whether its own take text is not known here.
      if (broken || !own.has(name) || site.shortcodes.has(name)) continue;
      if (PAIRED.has(name)) {
        if (closing) close(open, name);
        else if (!selfClosing) open.push(shortcode);
      } else if (closing || selfClosing) yield needless(shortcode, text);
    }
    for (const { span, name, markdown } of open)
      yield {
        span,
        message: message(
          'Nothing closes this shortcode: the build fails with “shortcode "{0}" must be closed or self-closed”. Put {1} behind its text.',
          name,
          markdown ? `{{% /${name} %}}` : `{{< /${name} >}}`,
        ),
      };
  },
};

/** Takes the last of that name away; what was opened behind it stays open. */
function close(open: Shortcode[], name: string): void {
  const at = open.at(-1)?.name === name ? open.length - 1 : open.findLastIndex((one) => one.name === name);
  if (at >= 0) open.splice(at, 1);
}

/** `{{< /figure >}}`, `{{< figure src="a.png" />}}` */
function needless({ name, span, closing }: Shortcode, text: string): Finding {
  const written = text.slice(span.start, span.end);
  const slash = { start: span.start + written.lastIndexOf('/'), end: span.start + written.lastIndexOf('/') + 1 };
  return {
    span,
    message: message(
      'The shortcode “{0}” has no text of its own, and the build fails on a closing tag or slash. Take it out.',
      name,
    ),
    fixes: [{ title: message('Take it out'), edits: [{ span: closing ? span : slash, text: '' }], preferred: true }],
  };
}
