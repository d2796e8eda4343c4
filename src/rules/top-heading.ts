import { message } from '../base/message';
import { atDepth, type HeadingFacts, headingsOf } from './headings';
import type { Fix, Rule } from './rule';

export const topHeading: Rule = {
  id: 'top-heading',
  group: 'body',
  summary: message('A heading of the first level, which the title of the page is'),
  severity: 'information',
  *check(subject) {
    const { text } = subject.article;
    const headings = headingsOf(subject);
    for (let i = 0; i < headings.length; i++) {
      const heading = headings[i]!;
      if (heading.depth !== 1 || heading.fault) continue;
      const section = sectionFrom(headings, i);
      yield {
        span: heading.span,
        message: message(
          'The title is the heading of the page; this one is as large, and Mainroad leaves it out of the table of contents. Begin with the second level: {0}.',
          '##',
        ),
        fixes: lowered(text, section) ?? [],
      };
    }
  },
};

/** A heading and those below it, up to the next of its level. */
function sectionFrom(headings: readonly HeadingFacts[], at: number): readonly HeadingFacts[] {
  let end = at + 1;
  while (end < headings.length && headings[end]!.depth > 1) end++;
  return headings.slice(at, end);
}

/** Those below go down too where they would become its equals. */
function lowered(text: string, section: readonly HeadingFacts[]): readonly Fix[] | undefined {
  const below = section.some(({ depth }) => depth === 2) ? section : section.slice(0, 1);
  const edits = below.map((heading) => (heading.fault ? [] : atDepth(text, heading, heading.depth + 1)));
  if (edits.some((edit) => edit === undefined)) return undefined;
  const title =
    below.length > 1
      ? message('Lower this heading and those below it by one level')
      : message('Lower this heading by one level');
  return [{ title, edits: edits.flatMap((edit) => edit ?? []), preferred: true }];
}
