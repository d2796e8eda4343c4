import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const innerQuote = syntaxRule({
  id: 'inner-quote',
  summary: message('A quotation mark inside a quoted value that ends it early'),
  severity: 'error',
  codes: ['inner-quote'],
});
