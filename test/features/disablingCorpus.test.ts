import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, type Edit } from '../../src/base/edit';
import { disablings } from '../../src/features/quieting';
import { renderBody } from '../../src/render/body';
import type { Problem } from '../../src/rules/rule';
import { problemsOf } from '../../src/rules/run';
import { subjectOf } from '../rules/subjectOf';
import { corpusArticle, corpusNames, skipWithoutShared } from '../support/paths';

const kindsOf = (problems: readonly Problem[]): string[] => problems.map(({ rule }) => rule).sort();

/** The body as Hugo publishes it, without what it leaves of a comment. */
function published(text: string): string {
  const { article, path, world } = subjectOf(text);
  return renderBody({ article, site: world.site, path }).replaceAll('<!-- raw HTML omitted -->\n', '');
}

/** What disabling the first problem of each rule does otherwise than it should. */
function faultsIn(text: string): string[] {
  const subject = subjectOf(text);
  const problems = problemsOf(subject);
  const faults: string[] = [];
  for (const rule of new Set(kindsOf(problems))) {
    const problem = problems.find((one) => one.rule === rule)!;
    for (const { title, edit } of disablings(subject.article, problem)) {
      const written = applyEdits(text, [edit]);
      const left = kindsOf(problemsOf(subjectOf(written)));
      const wanted = title.template.includes('article')
        ? kindsOf(problems.filter((one) => one.rule !== rule))
        : kindsOf(problems.filter((one) => one.rule !== rule || !isOnLine(text, problem, one)));
      if (left.join() !== wanted.join()) faults.push(`${title.template} ${rule}: ${left} instead of ${wanted}`);
      if (published(written) !== published(text)) faults.push(`${title.template} ${rule}: another page`);
      if (!isInsertion(text, written, edit)) faults.push(`${title.template} ${rule}: other bytes`);
    }
  }
  return faults;
}

function isOnLine(text: string, { span: { start } }: Problem, other: Problem): boolean {
  const between = text.slice(Math.min(start, other.span.start), Math.max(start, other.span.start));
  return !/[\r\n]/.test(between);
}

function isInsertion(text: string, written: string, { span, text: added }: Edit): boolean {
  return written.slice(0, span.start) + written.slice(span.start + added.length) === text;
}

test('disabling a rule silences that rule, changes no other byte, and not the page', {
  skip: skipWithoutShared,
}, () => {
  let seen = 0;
  for (const name of corpusNames().filter((_, i) => i % 4 === 0)) {
    const text = corpusArticle(name);
    assert.deepEqual(faultsIn(text), [], name);
    assert.deepEqual(faultsIn(text.replace(/\r?\n/g, '\r\n')), [], `${name} with CRLF`);
    seen++;
  }
  assert.ok(seen > 100);
});
