import { all } from '../rules/all';
import { pageOf } from '../rules/run';
import type { Terminal } from './terminal';

/** Lists every rule, in the order of the documentation. */
export function listRules(asJson: boolean, { translate, out, colour }: Terminal): number {
  const rules = all.map(({ id, group, severity, summary }) => ({
    id,
    group,
    severity,
    summary: translate(summary),
    page: pageOf(id),
  }));
  if (asJson) {
    out(`${JSON.stringify({ version: 1, rules }, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  const strong = (text: string): string => (colour ? `\u001b[1m${text}\u001b[0m` : text);
  for (const group of new Set(rules.map((rule) => rule.group))) {
    out(`${strong(group)}\n`);
    for (const { id, severity, summary } of rules.filter((rule) => rule.group === group))
      out(`  ${id.padEnd(width)}  ${severity.padEnd(11)}  ${summary}\n`);
  }
  return 0;
}
