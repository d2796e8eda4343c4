import { message } from '../base/message';
import { atDepth, type HeadingFacts, headingsOf } from './headings';
import type { Fix, Rule } from './rule';

export const skippedLevel: Rule = {
  id: 'skipped-level',
  group: 'body',
  summary: message('A heading more than one level below the one before'),
  severity: 'information',
  *check(subject) {
    const { text } = subject.article;
    const headings = headingsOf(subject).filter(({ fault }) => !fault);
    // `top-heading` moves them first.
    const isSettled = headings.every(({ depth }) => depth > 1);
    let before = 1;
    for (let i = 0; i < headings.length; i++) {
      const heading = headings[i]!;
      const { span } = heading;
      const depth = Math.max(heading.depth, 2);
      const wanted = before + 1;
      const isFirst = i === 0;
      before = depth;
      if (depth <= wanted) continue;
      yield {
        span,
        // A whole article that begins with the third level looks like a choice.
        severity: isFirst ? 'hint' : 'information',
        message: isFirst
          ? message(
              'The first heading is of level {0}, though the title is of level 1: the table of contents begins with a gap. Begin with {1}.',
              depth,
              '##',
            )
          : message(
              'This heading is of level {0}, and the one before of level {1}: readers cannot see what it belongs to, and the table of contents has a gap. Write {2}.',
              depth,
              wanted - 1,
              '#'.repeat(wanted),
            ),
        fixes: isSettled ? raised(text, headings, i, wanted) : [],
      };
    }
  },
};

/** The heading and those below it go up as far as it does. */
function raised(text: string, headings: readonly HeadingFacts[], at: number, depth: number): readonly Fix[] {
  const by = headings[at]!.depth - depth;
  const edits = [];
  for (const heading of headings.slice(at)) {
    if (heading.depth < headings[at]!.depth) break;
    const edit = atDepth(text, heading, heading.depth - by);
    if (!edit) return [];
    edits.push(...edit);
  }
  return [{ title: message('Write it as level {0}', depth), edits, preferred: true }];
}
