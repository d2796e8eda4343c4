import type { SyntaxCode } from '../article/frontMatter';
import type { Message } from '../base/message';
import type { Finding, Rule, Subject } from './rule';

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
    *check({ article }: Subject): Iterable<Finding> {
      for (const problem of article.frontMatter.problems)
        if (codes.includes(problem.code))
          yield {
            span: problem.span,
            message: problem.message,
            severity: problem.severity,
            fixes: problem.fix && [{ ...problem.fix, preferred: true }],
          };
    },
  };
}
