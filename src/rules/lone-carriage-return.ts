import { message } from '../base/message';
import { span } from '../base/span';
import type { Rule } from './rule';

export const loneCarriageReturn: Rule = {
  id: 'lone-carriage-return',
  group: 'text',
  summary: message('Line ends as old Macs wrote them, which Hugo does not see in the text'),
  severity: 'warning',
  *check({ article: { text } }) {
    if (!text.includes('\r')) return;
    const places = [...text.matchAll(/\r(?!\n)/g)].map(({ index }) => index);
    const first = places[0];
    if (first === undefined) return;
    const brk = text.includes('\r\n') ? '\r\n' : '\n';
    yield {
      span: span(first, first + 1),
      message: message(
        'Lines end with a lone carriage return here ({0} in the file), which Hugo does not take for a line end: paragraphs run together into one. Save the file with the line ends LF.',
        String(places.length),
      ),
      fixes: [
        {
          title: message('Write the line ends anew'),
          edits: places.map((at) => ({ span: span(at, at + 1), text: brk })),
          preferred: true,
        },
      ],
    };
  },
};
