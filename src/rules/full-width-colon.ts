import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const fullWidthColon = syntaxRule({
  id: 'full-width-colon',
  summary: message('A full-width colon `：` after a field name'),
  severity: 'error',
  codes: ['full-width-colon'],
});
