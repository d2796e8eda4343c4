import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const unquotedText = syntaxRule({
  id: 'unquoted-text',
  summary: message('A value that YAML cannot read without quotation marks'),
  severity: 'error',
  codes: ['colon-in-value', 'reserved-character', 'bracket-in-value', 'undefined-alias'],
});
