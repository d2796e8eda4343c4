import type { Translate } from '../../base/message';
import type { CheckedFile, CheckedProblem } from './checked';

/** JUnit's XML: a suite for each article; a problem is a failed case, an article without problems one case that passed. */
export function junitReport(checked: readonly CheckedFile[], translate: Translate): string {
  let tests = 0;
  let failures = 0;
  const suites = checked.map(({ file, problems }) => {
    const name = xml(file);
    tests += Math.max(1, problems.length);
    failures += problems.length;
    const cases =
      problems.length === 0
        ? `    <testcase classname="${name}" name="${name}"/>\n`
        : problems.map((problem) => failed(name, problem, translate)).join('');
    const count = `tests="${Math.max(1, problems.length)}" failures="${problems.length}" errors="0"`;
    return `  <testsuite name="${name}" ${count}>\n${cases}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="copydesk" tests="${tests}" failures="${failures}" errors="0">\n${suites.join('')}</testsuites>\n`;
}

function failed(name: string, { rule, severity, message, start }: CheckedProblem, translate: Translate): string {
  const place = `${start.line + 1}:${start.character + 1}`;
  const text = xml(translate(message));
  return `    <testcase classname="${name}" name="${rule} ${place}">\n      <failure type="${severity}" message="${text}">${name}:${place} ${text}</failure>\n    </testcase>\n`;
}

/** Characters that XML cannot hold, even escaped, become the replacement character. */
function xml(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[<>&"'\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}
