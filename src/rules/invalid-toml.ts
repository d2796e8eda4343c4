import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const invalidToml = syntaxRule({
  id: 'invalid-toml',
  summary: message('TOML that Hugo cannot read'),
  severity: 'error',
  codes: ['toml'],
});
