import type { ArticleBrief } from '../article/brief';
import { message } from '../base/message';
import { urlOf } from '../catalog/marks';
import { aliasUrlOf } from '../hugo/permalinks';
import { fenceOf, fieldOf, partsOf, textOf } from './fields';
import { languageIn, othersWith, pathsOf, publishedBrief, relatedTo } from './others';
import type { Finding, Rule, Subject } from './rule';

export const duplicateAlias: Rule = {
  id: 'duplicate-alias',
  group: 'newsroom',
  summary: message('An alias that leads to another article too, or is its address'),
  severity: 'warning',
  *check(subject) {
    const own = publishedBrief(subject);
    const url = own && urlOf(subject.world.site, own);
    if (url === undefined) return;
    yield* overwritten(subject, url);
    const field = own?.aliases && fieldOf(subject.article.frontMatter, 'aliases');
    for (const item of field ? partsOf(field.value) : []) {
      for (const alias of aliasesIn(textOf(item) ?? '', field?.value.kind === 'string')) {
        const finding = findingOf(subject, aliasUrlOf(subject.world.site, url, alias), alias);
        if (finding) yield { ...finding, span: item.span };
      }
    }
  },
};

/** In one text, aliases have spaces between them; in a list they may have spaces. */
function aliasesIn(text: string, several: boolean): readonly string[] {
  return several ? text.split(/\s+/).filter(Boolean) : text === '' ? [] : [text];
}

function findingOf(subject: Subject, address: string, alias: string): Omit<Finding, 'span'> | undefined {
  const pages = othersWith(subject, 'url', address);
  const lost = pages.filter(({ path }) => isBuiltAfter(subject, subject.path, path));
  if (lost.length > 0)
    return {
      severity: 'error',
      message: message(
        'The alias “{0}” is the address of {1}: Hugo writes the alias over that article, which is lost. Take the alias out.',
        alias,
        pathsOf(lost),
      ),
      related: relatedTo(lost),
    };
  if (pages.length > 0)
    return {
      message: message(
        'The alias “{0}” is the address of {1}, and readers get that article: the alias does nothing. Take it out.',
        alias,
        pathsOf(pages),
      ),
      related: relatedTo(pages),
    };
  const others = othersWith(subject, 'alias', address);
  if (others.length === 0) return undefined;
  return {
    message: message(
      'The alias “{0}” is one of {1} too: Hugo leads readers to only one of the articles. Take it out of the others.',
      alias,
      pathsOf(others),
    ),
    related: relatedTo(others),
  };
}

/** An alias of another language that takes the place of this article. */
function* overwritten(subject: Subject, url: string): Iterable<Finding> {
  const others = othersWith(subject, 'alias', url).filter(({ path }: ArticleBrief) =>
    isBuiltAfter(subject, path, subject.path),
  );
  if (others.length === 0) return;
  yield {
    span: fenceOf(subject.article.frontMatter),
    severity: 'error',
    message: message(
      'An alias of {0} is the address of this article: Hugo writes it over the article, which is lost. Take the alias out there.',
      pathsOf(others),
    ),
    related: relatedTo(others),
  };
}

/** Hugo builds one language after the other, in each its aliases before its articles. */
function isBuiltAfter({ world: { site } }: Subject, path: string, other: string): boolean {
  const order = (of: string) => site.languages.findIndex(({ code }) => code === languageIn(site, of));
  return order(path) > order(other);
}
