import { message } from '../base/message';
import { syntaxRule } from './syntax';

export const badOpeningFence = syntaxRule({
  id: 'bad-opening-fence',
  summary: message('An opening line that is not exactly `---`'),
  severity: 'error',
  codes: ['bad-opening-fence'],
});
