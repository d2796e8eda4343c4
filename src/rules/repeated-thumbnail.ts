import type { Value } from '../article/frontMatter';
import { message } from '../base/message';
import { fieldOf } from './fields';
import { picturesIn, sameAddress, takingOut } from './pictures';
import type { Rule, Subject } from './rule';

export const repeatedThumbnail: Rule = {
  id: 'repeated-thumbnail',
  group: 'images',
  summary: message('A first picture that is the thumbnail again'),
  severity: 'information',
  *check(subject) {
    const address = thumbnailShown(subject);
    if (!address) return;
    const [first] = picturesIn(subject);
    if (!first || first.url.trim() === '' || sameAddress(first.url) !== sameAddress(address)) return;
    const out = takingOut(subject.article, first);
    yield {
      span: first.span,
      message: message(
        'The first picture is the thumbnail, which the theme shows above the text: readers see it twice. Take it out here, or choose another thumbnail.',
      ),
      fixes: out ? [out] : [],
    };
  },
};

/** The address of the thumbnail, unless the site or the article keeps it to lists. */
function thumbnailShown({ article, world }: Subject): string | undefined {
  const value = fieldOf(article.frontMatter, 'thumbnail')?.value;
  if (!value) return undefined;
  const own = inMap(value, 'visibility');
  const shown = own ? namesIn(own) : siteVisibility(world.site.params);
  if (shown.length > 0 && !shown.includes('post')) return undefined;
  const address = value.kind === 'map' ? inMap(value, 'src') : value;
  return address?.kind === 'string' ? address.value : undefined;
}

function inMap(value: Value, name: string): Value | undefined {
  return value.kind === 'map' ? value.fields.find((field) => field.name === name)?.value : undefined;
}

function namesIn(value: Value): string[] {
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}

function siteVisibility(params: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { thumbnail } = params;
  const visibility: unknown =
    typeof thumbnail === 'object' && thumbnail !== null && 'visibility' in thumbnail ? thumbnail.visibility : undefined;
  return Array.isArray(visibility) ? visibility : [];
}
