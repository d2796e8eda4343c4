import { insertField } from '../article/edits';
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
    const field = fieldOf(frontMatter, 'widgets');
    if (field?.value.kind !== 'list' || field.value.items.length > 0) return;
    const edit = fieldOf(frontMatter, 'sidebar') ? undefined : insertField(subject.article, 'sidebar', 'false', field);
    yield {
      span: field.value.span,
      message: message(
        'An empty list does not empty the sidebar: the article gets the widgets of the site. Write sidebar: false for none.',
      ),
      fixes: fixesIn(subject, edit && { title: message('Leave the sidebar out'), edits: [edit] }),
    };
  },
};
