import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const badEscape = syntaxRule({
  id: 'bad-escape',
  summary: message('A backslash in double quotes that YAML cannot read'),
  severity: 'error',
  codes: ['bad-escape'],
});
