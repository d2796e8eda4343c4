import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const invalidJson = syntaxRule({
  id: 'invalid-json',
  summary: message('JSON that Hugo cannot read'),
  severity: 'error',
  codes: ['json'],
});
