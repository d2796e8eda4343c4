import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const invalidYaml = syntaxRule({
  id: 'invalid-yaml',
  summary: message('YAML that Hugo cannot read, for another reason'),
  severity: 'error',
  codes: ['other'],
});
