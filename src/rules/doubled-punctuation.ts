import { message } from '../base/message';
import { type Span, span } from '../base/span';
import { Prose } from './prose';
import type { Finding, Fix, Rule } from './rule';

export const doubledPunctuation: Rule = {
  id: 'doubled-punctuation',
  group: 'text',
  summary: message('Two stops or commas in a row'),
  severity: 'information',
  *check({ article }) {
    const { text, body } = article;
    const prose = new Prose(article);
    const runs = /[。，、；：]{2,}/g;
    runs.lastIndex = body.span.start;
    for (let match = runs.exec(text); match; match = runs.exec(text)) {
      const [run] = match;
      if (prose.at(match.index)) yield finding(run, span(match.index, match.index + run.length));
    }
  },
};

function finding(run: string, where: Span): Finding {
  const first = run[0] ?? '';
  const alike = run === first.repeat(run.length);
  if (alike && first === '。' && run.length > 2)
    return {
      span: where,
      message: message('Full stops in a row do not make an ellipsis in Chinese: that is “……”. Write it, or one “。”.'),
      fixes: [writing('……', where), writing('。', where)],
    };
  return {
    span: where,
    message: message('“{0}”: one of these marks is too many, or words between them are missing. Keep one.', run),
    fixes: [...new Set(run)].map((mark) => writing(mark, where, alike && run.length === 2 && first !== '、')),
  };
}

function writing(text: string, where: Span, preferred = false): Fix {
  return { title: message('Write {0}', text), edits: [{ span: where, text }], preferred };
}
