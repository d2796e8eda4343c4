import { message } from '../base/message';
import type { Span } from '../base/span';
import { urlOf } from '../catalog/marks';
import { placeOf } from '../hugo/contentPath';
import { fenceOf, fieldOf, spanOf } from './fields';
import { othersWith, pathsOf, publishedBrief, relatedTo } from './others';
import type { Rule, Subject } from './rule';

export const duplicateUrl: Rule = {
  id: 'duplicate-url',
  group: 'newsroom',
  summary: message('An address that another article has too'),
  severity: 'error',
  *check(subject) {
    const own = publishedBrief(subject);
    const url = own && urlOf(subject.world.site, own);
    const others = url === undefined ? [] : othersWith(subject, 'url', url);
    if (url === undefined || others.length === 0) return;
    yield {
      span: decidingSpan(subject),
      message: message(
        '{0} has the same address, {1}: Hugo writes one of the articles over the other, without a word, and it is lost. Give this one another `slug`, `url` or file name.',
        pathsOf(others),
        decoded(url),
      ),
      related: relatedTo(others),
    };
  },
};

/** What decides the address: the field that sets it, else the opening fence, since a file's name stands nowhere. */
function decidingSpan({ article: { frontMatter }, path, world: { site } }: Subject): Span {
  const section = placeOf(site, path)?.folder.split('/')[0] || '/';
  const names = ['url', 'slug', ...(/:title|:slug\b/.test(site.permalinks.get(section) ?? '') ? ['title'] : [])];
  for (const name of names) {
    const field = fieldOf(frontMatter, name);
    if (field && field.value.span.end > field.value.span.start) return spanOf(field);
  }
  return fenceOf(frontMatter);
}

/** `/news/港口/` for the eye. */
function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
