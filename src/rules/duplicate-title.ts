import { message } from '../base/message';
import { foldTitle } from '../catalog/marks';
import { fieldOf, spanOf, textOf } from './fields';
import { languageIn, othersWith, pathsOf, publishedBrief, relatedTo } from './others';
import type { Rule } from './rule';

export const duplicateTitle: Rule = {
  id: 'duplicate-title',
  group: 'newsroom',
  summary: message('A title that another article has too'),
  severity: 'information',
  *check(subject) {
    const field = fieldOf(subject.article.frontMatter, 'title');
    const title = foldTitle((field && textOf(field.value)) ?? '');
    if (!field || title === '' || subject.world.catalog.sharing('title', title).length === 0) return;
    const { site } = subject.world;
    const language = languageIn(site, subject.path);
    const others = othersWith(subject, 'title', title).filter(({ path }) => languageIn(site, path) === language);
    if (others.length === 0 || !publishedBrief(subject)) return;
    yield {
      span: spanOf(field),
      message: message(
        'Another article has this title too: {0}. Readers cannot tell them apart in lists and search results: give each a title of its own, or take out the double.',
        pathsOf(others),
      ),
      related: relatedTo(others),
    };
  },
};
