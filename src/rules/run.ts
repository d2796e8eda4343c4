import { mayHaveDirectives } from '../article/directives';
import type { Severity } from '../project/project';
import { type PathStrictness, strictnessOf } from '../project/strictness';
import { all } from './all';
import { RULE_NAMES } from './names';
import type { Finding, Fix, Problem, Rule, Subject } from './rule';
import { silenceOf } from './silence';
import { unusedDisable, unusedDisables } from './unused-disable';

export interface RunOptions {
  /** The rules to ask; all of them unless told. */
  readonly rules?: readonly Rule[];
  /** A rule that threw: a defect of ours, which must not cost the editor the other problems. */
  readonly onDefect?: (rule: string, error: unknown) => void;
}

/** Every problem of an article that the project wants to hear of, by position. */
export function problemsOf(subject: Subject, options: RunOptions = {}): Problem[] {
  const checking = begin(subject, options);
  if (!checking) return [];
  for (const rule of checking.toAsk) ask(rule, checking);
  return heardOf(checking);
}

/** The same a rule at a time, for who has other things to do meanwhile, or may not want the rest. */
export function* checkingOf(subject: Subject, options: RunOptions = {}): Generator<void, Problem[]> {
  const checking = begin(subject, options);
  if (!checking) return [];
  for (const rule of checking.toAsk) if (ask(rule, checking)) yield;
  return heardOf(checking);
}

/** A check under way. */
interface Checking {
  readonly subject: Subject;
  readonly options: RunOptions;
  readonly toAsk: readonly Rule[];
  readonly asked: Asked;
  readonly problems: Problem[];
}

/** Undefined for an article that the project leaves out. */
function begin(subject: Subject, options: RunOptions): Checking | undefined {
  const { project, strictness } = subject.world;
  const strict = (strictness?.project === project ? strictness : strictnessOf(project)).at(subject.path);
  if (strict.ignored) return undefined;
  return { subject, options, toAsk: options.rules ?? all, asked: { rules: [], strict }, problems: [] };
}

/** Asks one rule. False when it is off. */
function ask(rule: Rule, { subject, options, asked, problems }: Checking): boolean {
  const chosen = chosenFor(rule, asked.strict);
  if (chosen === 'off') return false;
  asked.rules.push(rule);
  // What a rule found up to where it threw counts, if it did.
  try {
    for (const finding of rule.check(subject)) problems.push(problemOf(rule, finding, chosen, options));
  } catch (error) {
    options.onDefect?.(rule.id, error);
  }
  return true;
}

function heardOf({ subject, problems, asked }: Checking): Problem[] {
  const heard = mayHaveDirectives(subject.article.text) ? withoutSilenced(subject, problems, asked) : problems;
  return heard.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** A rule that is off by itself is not turned on by what is chosen for its group. */
function chosenFor({ id, group, off }: Rule, strict: PathStrictness): Severity | 'off' | undefined {
  return off ? (strict.severityOf({ id, group: '' }) ?? 'off') : strict.severityOf({ id, group });
}

function problemOf(rule: Rule, finding: Finding, chosen: Severity | undefined, { onDefect }: RunOptions = {}): Problem {
  const { fixes } = finding;
  let made: readonly Fix[] | undefined;
  return {
    rule: rule.id,
    span: finding.span,
    message: finding.message,
    severity: chosen ?? finding.severity ?? rule.severity,
    get fixes() {
      made ??= typeof fixes === 'function' ? madeBy(fixes, (error) => onDefect?.(rule.id, error)) : (fixes ?? NONE);
      return made;
    },
    ...(finding.unknownKey === undefined ? {} : { unknownKey: finding.unknownKey }),
    ...(finding.related && { related: finding.related }),
  };
}

const NONE: readonly Fix[] = [];

function madeBy(fixes: () => readonly Fix[], onDefect: (error: unknown) => void): readonly Fix[] {
  try {
    return fixes();
  } catch (error) {
    onDefect(error);
    return NONE;
  }
}

/** How an article was checked. */
interface Asked {
  /** Those that are not off. */
  readonly rules: Rule[];
  readonly strict: PathStrictness;
}

/** The problems that no comment of the article silences, and those of the comments that silence nothing. */
function withoutSilenced({ article }: Subject, problems: readonly Problem[], { rules, strict }: Asked): Problem[] {
  const bodyStart = article.frontMatter.span.end;
  const tells = rules.includes(unusedDisable);
  // A check of the front matter alone does not read the body.
  const silence = silenceOf(article, tells || problems.some(({ span }) => span.start >= bodyStart));
  const groups = new Map(rules.map(({ id, group }) => [id, group]));
  const heard = problems.filter((problem) => !silence.silences(problem, groups.get(problem.rule)));
  if (!tells) return heard;
  const wasAsked = (name: string): boolean =>
    all.every((rule) => (rule.id !== name && rule.group !== name) || groups.has(rule.id));
  const chosen = strict.severityOf(unusedDisable);
  for (const finding of unusedDisables({ article, silence, names: RULE_NAMES, wasAsked })) {
    const problem = problemOf(unusedDisable, finding, chosen === 'off' ? undefined : chosen);
    if (!silence.silences(problem, unusedDisable.group)) heard.push(problem);
  }
  return heard;
}

/** Where the page of a rule can be read. */
export function pageOf(rule: string): string {
  return `https://github.com/copydesk/copydesk/blob/main/docs/rules/${rule}.md`;
}
