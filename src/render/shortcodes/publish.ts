import type { ElementContent } from 'hast';
import { omitted } from '../body/rawHtml';
import { comment, element, text } from '../hast';
import type { Rendering } from '../rendering';
import { printed, valuesOf } from '../values';
import { figure } from './figure';
import { refUrl } from './ref';
import { argument, type ShortcodeUse } from './uses';
import { vimeo, youtube } from './videos';

/**
 * What a shortcode leaves in the page. Those that ask another site when Hugo builds (`tweet`, `instagram`), and those of the site's own
 * layouts, leave a comment that names them.
 */
export function publishShortcode(use: ShortcodeUse, rendering: Rendering): ElementContent[] {
  const { tag } = use;
  const words = shortcodeText(use, rendering);
  if (words !== undefined) return words === '' ? [] : [text(words)];
  const made = published(use, rendering);
  if (!made) return tag.closing ? [] : [comment(` shortcode ${tag.name} `)];
  // What `{{% x %}}` makes is read as Markdown again, so that HTML in it is dropped like any other.
  return tag.markdown && !rendering.unsafe ? [omitted()] : [text('\n'), made, text('\n')];
}

/** What a shortcode writes that only stands for words: `{{< param author >}}`, `{{< ref "b.md" >}}`; undefined for all others. */
export function shortcodeText(use: ShortcodeUse, { source }: Rendering): string | undefined {
  switch (use.tag.name) {
    case 'param':
      return printed(valuesOf(source).either((argument(use, 'name', 0) ?? '').toLowerCase()));
    case 'ref':
    case 'relref':
      return refUrl(argument(use, 'path', 0) ?? '', source);
    default:
      return undefined;
  }
}

function published(use: ShortcodeUse, rendering: Rendering): ElementContent | undefined {
  switch (use.tag.name) {
    case 'figure':
      return figure(use, rendering);
    case 'youtube':
      return youtube(use);
    case 'vimeo':
      return vimeo(use);
    case 'gist':
      return gist(use);
    case 'highlight':
      return highlight(use);
    default:
      return undefined;
  }
}

function gist(use: ShortcodeUse): ElementContent {
  const [user = '', id = ''] = [argument(use, 'user', 0), argument(use, 'id', 1)];
  const file = argument(use, 'file', 2);
  const src = `https://gist.github.com/${user}/${id}.js${file === undefined ? '' : `?file=${file}`}`;
  return element('script', { type: 'application/javascript', src });
}

/** Code without its colours. */
function highlight(use: ShortcodeUse): ElementContent {
  const lang = argument(use, 'lang', 0) ?? '';
  const code = element(
    'code',
    { className: [`language-${lang}`], dataLang: lang },
    (use.inner ?? '').replace(/^\n|\n$/g, ''),
  );
  return element('div', { className: ['highlight'] }, element('pre', { tabIndex: 0 }, code));
}
