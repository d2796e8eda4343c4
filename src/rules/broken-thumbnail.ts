import type { Value } from '../article/frontMatter';
import { message } from '../base/message';
import { fieldOf } from './fields';
import type { Rule } from './rule';

export const brokenThumbnail: Rule = {
  id: 'broken-thumbnail',
  group: 'fields',
  summary: message('A thumbnail that no browser can show'),
  severity: 'warning',
  *check({ article: { frontMatter } }) {
    const value = addressIn(fieldOf(frontMatter, 'thumbnail')?.value);
    if (value?.kind !== 'string') return;
    const address = value.value.trim();
    if (SCHEME.test(address))
      yield {
        span: value.span,
        message: message(
          'This is not an address that a reader can open: they will see a broken image. Write https://… or a path such as /img/photo.jpg.',
        ),
      };
    else if (/^!?\[[^\]]*\]\(/.test(address))
      yield {
        span: value.span,
        message: message(
          'The thumbnail is an address, not Markdown: readers will see a broken image. Keep only what is between the round brackets.',
        ),
      };
  },
};

function addressIn(value: Value | undefined): Value | undefined {
  return value?.kind === 'map' ? value.fields.find((field) => field.name === 'src')?.value : value;
}

/** `javascript:`, `file:`, `data:` (which Hugo puts below the site's address), `C:\photo.jpg`. */
const SCHEME = /^(?:javascript|vbscript|file|data|blob|about|mailto):|^[a-z]:[\\/]|^\\\\/i;
