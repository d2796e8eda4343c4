import type { ArticleBrief } from '../article/brief';
import { message } from '../base/message';
import { versionOf } from '../catalog/marks';
import { fieldOf, partsOf, textOf } from './fields';
import { languageIn, othersWith, publishedBrief, relatedTo } from './others';
import type { Rule, Subject } from './rule';

export const missingTranslation: Rule = {
  id: 'missing-translation',
  group: 'newsroom',
  summary: message('A translation that `translations` names and that does not exist, or does not name this article'),
  severity: 'information',
  *check(subject) {
    const { article, path, world } = subject;
    const { site, catalog } = world;
    const field = fieldOf(article.frontMatter, 'translations');
    if (!field || site.languages.length < 2 || !catalog.complete) return;
    const own = languageIn(site, path);
    const named = partsOf(field.value).filter((item) => {
      const code = codeOf(textOf(item));
      return code !== own && site.languages.some((language) => language.code === code);
    });
    const versions = named.length === 0 ? [] : versionsOf(subject);
    for (const item of named) {
      const there = versions.filter((version) => languageIn(site, version.path) === codeOf(textOf(item)));
      if (there.length === 0)
        yield {
          span: item.span,
          message: message(
            'There is no “{0}” version of this article: none has its file name or its `translationKey`. Take the language out until it is written, or connect the two.',
            textOf(item) ?? '',
          ),
        };
      else if (!there.some((version) => names(version, own)))
        yield {
          span: item.span,
          message: message(
            'The “{0}” version, {1}, does not name this article in its `translations`. Add “{2}” there.',
            textOf(item) ?? '',
            there[0]?.path ?? '',
            own,
          ),
          related: relatedTo(there),
        };
    }
  },
};

/** By the same `translationKey`, or the same file name but for the language. */
function versionsOf(subject: Subject): readonly ArticleBrief[] {
  const key = publishedBrief(subject)?.translationKey;
  const byName = othersWith(subject, 'version', versionOf(subject.path));
  return key === undefined ? byName : [...othersWith(subject, 'version', key), ...byName];
}

function names(version: ArticleBrief, language: string): boolean {
  return version.terms.get('translations')?.some((code) => codeOf(code) === language) ?? false;
}

function codeOf(text: string | undefined): string {
  return (text ?? '').trim().toLowerCase().replaceAll('_', '-');
}
