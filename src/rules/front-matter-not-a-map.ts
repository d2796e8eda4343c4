import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const frontMatterNotAMap = syntaxRule({
  id: 'front-matter-not-a-map',
  summary: message('Front matter that is text or a list instead of fields'),
  severity: 'error',
  codes: ['not-a-map'],
});
