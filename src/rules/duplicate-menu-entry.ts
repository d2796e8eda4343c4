import type { ArticleBrief } from '../article/brief';
import { message } from '../base/message';
import { foldTitle } from '../catalog/marks';
import { fieldOf, spanOf } from './fields';
import { languageIn, othersWith, pathsOf, publishedBrief, relatedTo } from './others';
import type { Finding, Rule, Subject } from './rule';

export const duplicateMenuEntry: Rule = {
  id: 'duplicate-menu-entry',
  group: 'newsroom',
  summary: message('An entry of a menu that another article has too'),
  severity: 'warning',
  *check(subject) {
    const { frontMatter } = subject.article;
    const field = fieldOf(frontMatter, 'menus') ?? fieldOf(frontMatter, 'menu');
    const own = field && publishedBrief(subject);
    if (!field || !own) return;
    for (const { menu, entry = own.title } of own.menus ?? []) {
      const finding = inConfiguration(subject, menu, entry) ?? inArticles(subject, menu, entry);
      if (finding) yield { ...finding, span: spanOf(field) };
    }
  },
};

function inArticles(subject: Subject, menu: string, entry: string): Omit<Finding, 'span'> | undefined {
  const { site } = subject.world;
  const language = languageIn(site, subject.path);
  const others = [...othersWith(subject, 'title', foldTitle(entry)), ...othersWith(subject, 'entry', entry)].filter(
    (other) => isIn(other, menu, entry) && languageIn(site, other.path) === language,
  );
  if (others.length === 0) return undefined;
  if (menu === '')
    return {
      severity: 'information',
      message: message(
        '`menu: ""` puts this article into a menu without a name, as “{0}”, which {1} does too: Hugo warns of a “duplicate menu entry”. Take the field out, or give the article a title of its own.',
        entry,
        pathsOf(others),
      ),
      related: relatedTo(others),
    };
  return {
    message: message(
      'The menu “{0}” has an entry “{1}” from {2} too: Hugo shows only one of them. Give this one another `name` or `identifier` in the menu.',
      menu,
      entry,
      pathsOf(others),
    ),
    related: relatedTo(others),
  };
}

function isIn(brief: ArticleBrief, menu: string, entry: string): boolean {
  return brief.menus?.some((use) => use.menu === menu && (use.entry ?? brief.title) === entry) ?? false;
}

/** The entries of the site's configuration come first. */
function inConfiguration(
  { path, world: { site } }: Subject,
  menu: string,
  entry: string,
): Omit<Finding, 'span'> | undefined {
  const language = languageIn(site, path);
  const menus = site.languages.find(({ code }) => code === language)?.menus ?? site.menus;
  if (!menus.get(menu)?.some(({ name, identifier }) => (identifier ?? name) === entry)) return undefined;
  return {
    message: message(
      'The site’s own menu “{0}” has an entry “{1}”: Hugo shows that one, and this article is not in the menu. Give it another `name` or `identifier` there.',
      menu,
      entry,
    ),
  };
}
