import { message } from '../base/message';
import { type ArticleLanguage, languageOf, type SuspectSuffix } from '../hugo/articles';
import { fenceOf } from './fields';
import type { Finding, Rule } from './rule';

export const unmatchedLanguage: Rule = {
  id: 'unmatched-language',
  group: 'newsroom',
  summary: message('A language in a file name that Hugo does not take for one'),
  severity: 'warning',
  *check({ article: { frontMatter }, path, world: { site } }) {
    if (!site.found) return;
    const language = languageOf(site, path);
    const finding =
      site.lostDefault !== undefined && language.how === 'default'
        ? lost(site.lostDefault, site.defaultLanguage)
        : language.suspect && findingOf(language, language.suspect);
    if (finding) yield { ...finding, span: fenceOf(frontMatter) };
  },
};

/** Hugo compares `defaultContentLanguage = "zh-CN"` with its own `zh-cn`, and publishes nothing that has no language of its own. */
function lost(written: string, code: string): Omit<Finding, 'span'> {
  return {
    severity: 'error',
    message: message(
      'Hugo does not publish this article: it knows languages in lower case only, and defaultContentLanguage is “{0}”. Write “{1}” there.',
      written,
      code,
    ),
  };
}

function findingOf(language: ArticleLanguage, suspect: SuspectSuffix): Omit<Finding, 'span'> | undefined {
  const { suffix, meant, why } = suspect;
  switch (why) {
    case 'disabled':
      return {
        severity: 'information',
        message: message('The language “{0}” is turned off in the site: Hugo does not publish this article.', suffix),
      };
    case 'case':
      // Its folder says the language already: all that the name does is to stand in the address, as the newsroom wants it.
      if (language.how === 'folder' && language.code === meant) return undefined;
      return {
        message: message(
          'Hugo takes “.{0}” for a part of the name, since it knows languages in lower case only: the article is published in “{1}”, with “.{2}” in its address and without its translations. Name the file ….{2}.md.',
          suffix,
          language.code,
          suffix.toLowerCase(),
        ),
      };
    case 'unknown':
      return {
        severity: 'information',
        message: message(
          'The site has no language “{0}”: Hugo takes “.{0}” for a part of the name and publishes the article in “{1}”. Set the language up, or take it out of the file name.',
          suffix,
          language.code,
        ),
      };
    default:
      return why satisfies never;
  }
}
