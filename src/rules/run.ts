import { strictnessOf } from '../project/strictness';
import { all } from './all';
import type { Finding, Problem, Rule, Subject } from './rule';

export interface RunOptions {
  /** The rules to ask; all of them unless told. */
  readonly rules?: readonly Rule[];
  /** A rule that threw: a defect of ours, which must not cost the editor the other problems. */
  readonly onDefect?: (rule: string, error: unknown) => void;
}

/** Every problem of an article that the project wants to hear of, by position. */
export function problemsOf(subject: Subject, options: RunOptions = {}): Problem[] {
  const { project, strictness } = subject.world;
  const strict = (strictness?.project === project ? strictness : strictnessOf(project)).at(subject.path);
  if (strict.ignored) return [];
  const problems: Problem[] = [];
  for (const rule of options.rules ?? all) {
    const chosen = strict.severityOf(rule);
    if (chosen === 'off') continue;
    for (const finding of findingsOf(rule, subject, options))
      problems.push({
        rule: rule.id,
        span: finding.span,
        message: finding.message,
        severity: chosen ?? finding.severity ?? rule.severity,
        fixes: finding.fixes ?? [],
      });
  }
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** What a rule found up to where it threw, if it did. */
function findingsOf(rule: Rule, subject: Subject, { onDefect }: RunOptions): readonly Finding[] {
  const found: Finding[] = [];
  try {
    for (const finding of rule.check(subject)) found.push(finding);
  } catch (error) {
    onDefect?.(rule.id, error);
  }
  return found;
}

/** Where the page of a rule can be read. */
export function pageOf(rule: string): string {
  return `https://github.com/copydesk/copydesk/blob/main/docs/rules/${rule}.md`;
}
