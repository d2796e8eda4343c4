import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const unclosedFrontMatter = syntaxRule({
  id: 'unclosed-front-matter',
  summary: message('Front matter without a proper closing line `---`'),
  severity: 'error',
  codes: ['unclosed-front-matter', 'bad-closing-fence'],
});
