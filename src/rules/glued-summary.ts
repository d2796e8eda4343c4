import type { Field } from '../article/frontMatter';
import { message } from '../base/message';
import { type Span, span } from '../base/span';
import { fieldOf } from './fields';
import type { Finding, Rule, Subject } from './rule';
import { writtenIn } from './written';

export const gluedSummary: Rule = {
  id: 'glued-summary',
  group: 'fields',
  summary: message('Sentences that are glued together in a summary or lead, as where lines were joined by a program'),
  severity: 'information',
  *check(subject) {
    for (const name of ['summary', 'lead']) {
      const field = fieldOf(subject.article.frontMatter, name);
      if (field?.value.kind === 'string' && field.value.value.length > 8 && MAYBE.test(field.value.value))
        yield* joints(subject, field, field.value.value);
    }
  },
};

/** More of one text are not told. */
const MOST = 5;

function* joints({ article }: Subject, { key, value }: Field, text: string): Iterable<Finding> {
  const where = writtenIn(article, value);
  const written = where ? article.text.slice(where.start, where.end) : text;
  let count = 0;
  for (const match of written.matchAll(GLUED)) {
    const joint = match[0];
    if (ADDRESS.test(joint)) continue;
    const at: Span = where ? span(where.start + match.index, where.start + match.index + joint.length) : value.span;
    yield {
      span: at,
      message: message(
        'Two sentences are glued together in {0}: “{1}”. Put a space or a line of its own between.',
        key,
        joint,
      ),
    };
    if (!where || ++count >= MOST) return;
  }
}

/**
 * `word.Next`, `word?Next`, `heading:Next`: a small letter, a mark, a capital and a small one; and a word in capitals right behind itself, as in
 * `QbitAIAI` of a byline and the text below it. Chinese sentences have no space between them, so that nothing shows there.
 */
const GLUED = /\b[A-Za-z]*[a-z]{2}[.!?:][”’"]?[A-Z][a-z]+|[A-Za-z]*([A-Z]{2,5})\1(?=[\p{Script=Han}])/gu;
/** What each of them holds. */
const MAYBE = /[a-z]{2}[.!?:][”’"]?[A-Z][a-z]|([A-Z]{2,5})\1/;
/** Parts of addresses and of names that are written so. */
const ADDRESS = /\.(?:Com|Net|Org|Io|Ai|Js|Cn|Co|Gov|Edu|App|Dev|Tv|Me)$/;
