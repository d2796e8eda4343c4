import type { RuleNames } from '../project/options';
import { all } from './all';
import { GROUP_TEXTS } from './groups';

/** The names that settings, the project's file and comments in articles may use. */
export const RULE_NAMES: RuleNames = {
  rules: new Set(all.map(({ id }) => id)),
  groups: new Set(Object.keys(GROUP_TEXTS)),
};
