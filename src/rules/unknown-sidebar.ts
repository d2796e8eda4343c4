import type { Value } from '../article/frontMatter';
import { message } from '../base/message';
import { fieldOf, fixesIn, textOf, writing } from './fields';
import type { Fix, Rule } from './rule';

export const unknownSidebar: Rule = {
  id: 'unknown-sidebar',
  group: 'fields',
  summary: message('A place for the sidebar that Mainroad does not know'),
  severity: 'warning',
  *check(subject) {
    const value = fieldOf(subject.article.frontMatter, 'sidebar')?.value;
    if (!value || value.kind === 'null' || isKnown(value)) return;
    yield {
      span: value.span,
      message: message(
        'Mainroad knows "left", "right" and false: with anything else the sidebar stands on the right. Write one of them.',
      ),
      fixes: fixesIn(subject, ...['right', 'left', 'false'].map((place) => write(place, value))),
    };
  },
};

/** `false` is a value of its own, not a text: the text `"false"` puts the sidebar on the right. */
function isKnown(value: Value): boolean {
  if (value.kind === 'boolean') return !value.value;
  return value.kind === 'string' && (value.value === 'left' || value.value === 'right');
}

/** What readers see now stays the same with `right`; a slip in case or spaces (`Left`) is clear. */
function write(place: string, value: Value): Fix {
  const quote = value.kind === 'string' && value.style === 'single' ? "'" : '"';
  const text = place === 'false' ? place : `${quote}${place}${quote}`;
  return writing(text, value.span, textOf(value)?.trim().toLowerCase() === place);
}
