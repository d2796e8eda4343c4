import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const noFrontMatter = syntaxRule({
  id: 'no-front-matter',
  summary: message('An article without front matter'),
  severity: 'warning',
  codes: ['no-front-matter'],
});
