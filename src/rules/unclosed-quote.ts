import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const unclosedQuote = syntaxRule({
  id: 'unclosed-quote',
  summary: message('A quotation mark that opens a value and is never closed'),
  severity: 'error',
  codes: ['unclosed-quote'],
});
