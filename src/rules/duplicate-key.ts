import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const duplicateKey = syntaxRule({
  id: 'duplicate-key',
  summary: message('A field that is written twice; only one of the values counts'),
  severity: 'warning',
  codes: ['duplicate-key'],
});
