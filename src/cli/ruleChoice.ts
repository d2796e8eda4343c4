import { type Message, message } from '../base/message';
import { nearest } from '../base/near';
import type { Severity } from '../project/project';
import { all } from '../rules/all';
import type { RuleGroup } from '../rules/rule';

const LEVELS: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Every group, whether it has rules or not: a script may name it before its first rule comes. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  'front-matter-syntax',
  'fields',
  'body',
  'links',
  'images',
  'text',
  'newsroom',
  'house',
];

/**
 * Severities of `--rule id=severity`, in the order given; the name of a group stands for each of its rules, so that the last one given counts.
 */
export function chosenSeverities(
  given: readonly string[],
): { readonly severities: ReadonlyMap<string, Severity | 'off'> } | { readonly wrong: Message } {
  const severities = new Map<string, Severity | 'off'>();
  for (const choice of given) {
    const equals = choice.lastIndexOf('=');
    const [name, level] = [choice.slice(0, Math.max(0, equals)), choice.slice(equals + 1)];
    if (name === '') return { wrong: message('“{0}” is no choice of a severity: write --rule ID=SEVERITY.', choice) };
    if (!isLevel(level)) return { wrong: message('“{0}” is not a severity: use {1}.', level, LEVELS.join(', ')) };
    const rules = all.filter(({ id, group }) => id === name || group === name);
    if (rules.length === 0 && !(RULE_GROUPS as readonly string[]).includes(name)) return { wrong: unknownRule(name) };
    for (const { id } of rules) severities.set(id, level);
  }
  return { severities };
}

function isLevel(text: string): text is Severity | 'off' {
  return (LEVELS as readonly string[]).includes(text);
}

function unknownRule(name: string): Message {
  const meant = nearest(name, [...all.map(({ id }) => id), ...RULE_GROUPS]);
  return meant === undefined
    ? message('There is no rule “{0}”. copydesk rules lists them.', name)
    : message('There is no rule “{0}”. Did you mean {1}?', name, meant);
}
