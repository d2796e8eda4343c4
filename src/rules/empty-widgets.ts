import { message } from '../base/message';
import { fieldOf, fixesIn } from './fields';
import type { Rule } from './rule';

export const emptyWidgets: Rule = {
  id: 'empty-widgets',
  group: 'fields',
  summary: message('An empty list of widgets, which does not empty the sidebar'),
  severity: 'information',
  *check(subject) {
    const { frontMatter } = subject.article;
    const value = fieldOf(frontMatter, 'widgets')?.value;
    if (value?.kind !== 'list' || value.items.length > 0) return;
    const lineEnd = subject.article.text.includes('\r\n') ? '\r\n' : '\n';
    const hasSidebar = fieldOf(frontMatter, 'sidebar') !== undefined;
    yield {
      span: value.span,
      message: message(
        'An empty list does not empty the sidebar: the article gets the widgets of the site. Write sidebar: false for none.',
      ),
      fixes: hasSidebar
        ? []
        : fixesIn(subject, {
            title: message('Leave the sidebar out'),
            edits: [{ span: value.span, text: `[]${lineEnd}sidebar: false` }],
          }),
    };
  },
};
