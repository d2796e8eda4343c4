import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../src/base/edit';
import type { Problem, Rule } from '../../src/rules/rule';
import { ROOT } from '../support/paths';
import { named, problemsIn } from './subjectOf';

/** An example of a rule's page. `«…»` in a wrong one marks where the rule's problems stand. */
export interface Example {
  readonly kind: 'bad' | 'good';
  readonly text: string;
  readonly marked: readonly string[];
}

export function pageText(id: string): string {
  return readFileSync(path.join(ROOT, `docs/rules/${id}.md`), 'utf8');
}

export function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^````md (bad|good)\n([\s\S]*?)^````$/gm)].map(([, kind, written = '']) => ({
    kind: kind as Example['kind'],
    text: written.replace(/[«»]/g, ''),
    marked: marksIn(written),
  }));
}

/** `start–end` of each mark, as offsets of the text without marks. */
function marksIn(written: string): string[] {
  const marks: string[] = [];
  let shift = 0;
  let start = 0;
  for (const { 0: mark, index } of written.matchAll(/[«»]/g)) {
    if (mark === '«') start = index - shift;
    else marks.push(`${start}–${index - shift}`);
    shift++;
  }
  return marks;
}

/** What is not as the page says; empty when all is. `rules` are those that run beside, so that an example shows nothing else. */
export function faultsOf(rule: Rule, rules: readonly Rule[]): string[] {
  const examples = examplesOf(pageText(rule.id));
  const faults: string[] = [];
  for (const kind of ['bad', 'good'] as const)
    if (!examples.some((e) => e.kind === kind)) faults.push(`no ${kind} example`);
  for (const { kind, text, marked } of examples) {
    const problems = problemsIn(text, { rules });
    const found = problems.map(({ span }) => `${span.start}–${span.end}`);
    const others = problems.filter((problem) => problem.rule !== rule.id);
    if (others.length > 0) faults.push(`${kind}: another rule finds ${named(text, others).join(', ')}`);
    if (kind === 'bad' && marked.length === 0) faults.push('bad: nothing is marked');
    if (found.join() !== marked.join())
      faults.push(`${kind}: found ${named(text, problems).join(', ') || 'nothing'} in\n${text}`);
    const left = afterFixes(text, problems, rules);
    if (left.length > 0) faults.push(`${kind}: the fix leaves ${left.join(', ')}`);
  }
  return faults;
}

/** Problems that stay when every preferred fix is applied, if each problem has one. */
function afterFixes(text: string, problems: readonly Problem[], rules: readonly Rule[]): string[] {
  const fixes = problems.map((problem) => problem.fixes.find((fix) => fix.preferred));
  if (problems.length === 0 || fixes.some((fix) => fix === undefined)) return [];
  const fixed = applyEdits(
    text,
    fixes.flatMap((fix) => fix!.edits),
  );
  return named(fixed, problemsIn(fixed, { rules }));
}
