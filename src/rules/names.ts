import type { RuleNames } from '../project/options';
import { all } from './all';

/** The names that settings, the project's file and comments in articles may use. */
export const RULE_NAMES: RuleNames = {
  rules: new Set(all.map(({ id }) => id)),
  groups: new Set(all.map(({ group }) => group)),
};
