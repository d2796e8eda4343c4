import type { Field, SyntaxCode, SyntaxProblem } from '../article/frontMatter';
import { type Message, message } from '../base/message';
import type { Span } from '../base/span';
import type { Finding, Fix, Rule, Subject } from './rule';

interface SyntaxRule {
  readonly id: string;
  readonly summary: Message;
  readonly severity: Rule['severity'];
  readonly codes: readonly SyntaxCode[];
}

/** A rule for what the front matter reader found out: which of its complaints belong together under one name. */
export function syntaxRule({ id, summary, severity, codes }: SyntaxRule): Rule {
  return {
    id,
    group: 'front-matter-syntax',
    summary,
    severity,
    *check(subject: Subject): Iterable<Finding> {
      const { problems } = subject.article.frontMatter;
      // Below the line where the end is missing stands the article: what is odd there is no fault of the front matter.
      const end = problems.find(({ code }) => code === 'unclosed-front-matter')?.span.start ?? Number.POSITIVE_INFINITY;
      for (const problem of problems)
        if (codes.includes(problem.code) && (problem.span.start < end || problem.code === 'unclosed-front-matter'))
          yield {
            span: problem.span,
            message: problem.message,
            severity: problem.severity,
            fixes: fixesOf(subject, problem),
          };
    },
  };
}

/** Faults of one value that quotes would mend. */
const QUOTING: ReadonlySet<SyntaxCode> = new Set([
  'bracket-in-value',
  'reserved-character',
  'colon-in-value',
  'undefined-alias',
  'two-values',
  'other',
]);

/** Quotes round `["a"` or `- "a"` make a text of it, which is no help where the field wants a list; nor are brackets where it wants text. */
function fixesOf({ article: { frontMatter }, world }: Subject, problem: SyntaxProblem): readonly Fix[] {
  const { code, fix, asList } = problem;
  const field = fieldAt(frontMatter.fields, problem.span);
  const types = field && world.schema.properties.get(field.name)?.types;
  const wantsText = types === undefined || types.includes('string');
  const wantsList = types === undefined || types.includes('array');
  const fixes: Fix[] = [];
  if (asList && wantsList)
    fixes.push({ title: message('Make it a list'), edits: asList, preferred: types !== undefined && !wantsText });
  if (fix && (wantsText || !asList)) {
    const isListMeant = QUOTING.has(code) && field?.value.kind !== 'list' && !wantsText;
    const isTextMeant = code === 'full-width-comma' && !wantsList;
    const isUnclear = asList !== undefined && wantsList;
    fixes.push({ ...fix, preferred: fix.preferred ?? !(isListMeant || isTextMeant || isUnclear) });
  }
  return fixes;
}

/** The field with this in its value. Fields stand in the order written. */
function fieldAt(fields: readonly Field[], { start, end }: Span): Field | undefined {
  let low = 0;
  let high = fields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fields[middle]!.span.start <= start) low = middle + 1;
    else high = middle;
  }
  const field = fields[low - 1];
  return field && field.value.span.start <= start && field.value.span.end >= end ? field : undefined;
}
