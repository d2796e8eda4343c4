import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const namelessLine = syntaxRule({
  id: 'nameless-line',
  summary: message('A line without a field name, or without the colon behind it'),
  severity: 'error',
  codes: ['nameless-line', 'wrong-sign'],
});
