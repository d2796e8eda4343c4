import type { Article } from '../article/article';
import type { Directive, DirectiveName } from '../article/directives';
import { message } from '../base/message';
import { nearest } from '../base/near';
import { type Span, span } from '../base/span';
import type { RuleNames } from '../project/options';
import type { Finding, Fix, Rule } from './rule';
import type { Silence } from './silence';

/** Found by `unusedDisables`, which is asked when all other rules have been: what they found decides. */
export const unusedDisable: Rule = {
  id: 'unused-disable',
  group: 'house',
  summary: message('A comment that disables a rule which finds nothing there'),
  severity: 'information',
  check: () => [],
};

/** What the other rules have to do with an article's comments. */
export interface Outcome {
  readonly article: Article;
  readonly silence: Silence;
  readonly names: RuleNames;
  /** Whether every rule that a name stands for was asked. */
  wasAsked(name: string): boolean;
}

/** So many unknown names are compared with all that there are. */
const LOOKED_UP = 50;

/** The comments, or names in them, that do nothing. */
export function* unusedDisables({ article, silence, names, wasAsked }: Outcome): Iterable<Finding> {
  const isKnown = (name: string): boolean => names.rules.has(name) || names.groups.has(name);
  const all = [...names.rules, ...names.groups];
  let looked = 0;
  for (const directive of silence.directives) {
    if (directive.kind === 'unknown') yield unknownWord(article, directive);
    else if (directive.names.length === 0 && directive.kind !== 'enable')
      yield {
        span: directive.span,
        message: message(
          'This comment names no rule, so it does nothing. Name the rules that it is for, or take it out.',
        ),
        fixes: removing(article, directive),
      };
    for (const name of directive.names)
      if (!isKnown(name.name)) yield unknownName(article, directive, name, looked++ < LOOKED_UP ? all : []);
  }
  for (const { directive, name, used } of silence.silencers) {
    if (used || name.name === unusedDisable.id || !isKnown(name.name) || !wasAsked(name.name)) continue;
    yield {
      span: name.span,
      message: message('“{0}” finds nothing here, so disabling it does nothing. Take it out.', name.name),
      fixes: removing(article, directive, name),
    };
  }
  for (const { directive, name } of silence.idle)
    if (name.name === '' || isKnown(name.name))
      yield {
        span: name.span,
        message: message('Nothing is disabled here that this could enable. Take it out.'),
        fixes: removing(article, directive, name),
      };
}

const WORDS = ['copydesk-disable', 'copydesk-disable-line', 'copydesk-disable-next-line', 'copydesk-enable'];

function unknownWord({ text }: Article, { wordSpan }: Directive): Finding {
  const word = text.slice(wordSpan.start, wordSpan.end);
  const meant = nearest(word, WORDS);
  return {
    span: wordSpan,
    message: message('“{0}” means nothing to Copydesk. There are {1}.', word, WORDS.join(', ')),
    fixes:
      meant === undefined ? [] : [{ title: message('Write {0}', meant), edits: [{ span: wordSpan, text: meant }] }],
  };
}

function unknownName(article: Article, directive: Directive, name: DirectiveName, known: readonly string[]): Finding {
  const meant = nearest(name.name, known);
  const fixes = removing(article, directive, name);
  if (meant === undefined)
    return {
      span: name.span,
      message: message('Copydesk has no rule and no group of rules “{0}”, so this does nothing.', name.name),
      fixes,
    };
  return {
    span: name.span,
    message: message(
      'Copydesk has no rule and no group of rules “{0}”, so this does nothing. Did you mean “{1}”?',
      name.name,
      meant,
    ),
    fixes: [
      { title: message('Write {0}', meant), edits: [{ span: name.span, text: meant }] },
      ...fixes.map((fix) => ({ ...fix, preferred: false })),
    ],
  };
}

/**
 * Takes a name out, or the whole comment when there is no other. In the body that is left to the editor's eye, since a comment can keep two
 * paragraphs or lists apart. TOML is not rewritten.
 */
function removing({ text, frontMatter }: Article, directive: Directive, name?: DirectiveName): readonly Fix[] {
  if (directive.place === 'front-matter' && frontMatter.format !== 'yaml') return [];
  const preferred = directive.place === 'front-matter';
  if (name && directive.names.length > 1) {
    const where = withBlank(directive, name);
    return [{ title: message('Take {0} out', name.name), edits: [{ span: where, text: '' }], preferred }];
  }
  const where = wholeOf(text, directive.span);
  return [{ title: message('Take the comment out'), edits: [{ span: where, text: '' }], preferred }];
}

/** A name with what parts it from the one before, or of the first the one behind. */
function withBlank({ names }: Directive, { span: where, index }: DirectiveName): Span {
  const before = names[index - 1];
  const after = names[index + 1];
  if (before) return span(before.span.end, where.end);
  return after ? span(where.start, after.span.start) : where;
}

/** A comment with its line when it stands there alone, else with the blanks before it. */
function wholeOf(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  const alone = from === 0 || text[from - 1] === '\n' || text[from - 1] === '\r';
  const brk = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end, end + 200));
  return alone && brk ? span(from, end + brk[0].length) : span(from, end);
}
