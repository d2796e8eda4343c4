import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const missingSpace = syntaxRule({
  id: 'missing-space',
  summary: message('No space after the colon of a field or the dash of a list item'),
  severity: 'error',
  codes: ['no-space-after-colon', 'no-space-after-dash'],
});
