import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const textBeforeFrontMatter = syntaxRule({
  id: 'text-before-front-matter',
  summary: message('Text before the front matter, which is then published as text'),
  severity: 'warning',
  codes: ['text-before-front-matter'],
});
