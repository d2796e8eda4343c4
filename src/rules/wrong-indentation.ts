import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const wrongIndentation = syntaxRule({
  id: 'wrong-indentation',
  summary: message('Tabs or a wrong number of spaces before a field or a list item'),
  severity: 'error',
  codes: ['tab', 'indent'],
});
