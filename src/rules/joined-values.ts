import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const joinedValues = syntaxRule({
  id: 'joined-values',
  summary: message('Two fields on one line, or values that no comma of YAML parts'),
  severity: 'error',
  codes: ['two-fields', 'two-values', 'full-width-comma'],
});
