import { message } from '../base/message';
import { type Span, span } from '../base/span';
import { Prose } from './prose';
import type { Finding, Rule } from './rule';
import { isChineseAround, isFullWidthMark, isHan, unitAfter, unitBefore } from './scripts';

export const halfWidthParentheses: Rule = {
  id: 'half-width-parentheses',
  group: 'text',
  summary: message('Half-width parentheses round Chinese, or a pair of which one is half-width'),
  severity: 'information',
  *check({ article }) {
    const { text, body } = article;
    if (text.indexOf('(', body.span.start) < 0 && text.indexOf(')', body.span.start) < 0) return;
    const prose = new Prose(article);
    const pairs = /[(（]([^()（）\n]*)[)）]/g;
    pairs.lastIndex = body.span.start;
    for (let match = pairs.exec(text); match; match = pairs.exec(text)) {
      const [pair, inner = ''] = match;
      const where = span(match.index, match.index + pair.length);
      if (pair.startsWith('（') && pair.endsWith('）')) continue;
      if (!isChinese(text, where, inner)) continue;
      // An address in it would no longer become a link.
      if (/:\/\/|www\.|@|[\\`]/.test(inner) || text[where.start - 1] === '\\') continue;
      const node = prose.at(where.start);
      if (node && node.span.end >= where.end) yield finding(pair, where);
    }
  },
};

/** 汉字 within, and Chinese outside: `Tsao (曹世綸) told` is English. */
function isChinese(text: string, { start, end }: Span, inner: string): boolean {
  if (!HAN.test(inner) || !isChineseAround(text, start)) return false;
  const before = unitBefore(text, start);
  const after = unitAfter(text, end);
  if (isHan(before) || isHan(after) || isFullWidthMark(before) || isFullWidthMark(after)) return true;
  return (before === 10 || after === 10) && (isHan(inner.charCodeAt(0)) || isHan(inner.charCodeAt(inner.length - 1)));
}

const HAN = /[\u3400-\u9fff]/;

function finding(pair: string, where: Span): Finding {
  const mixed = !pair.startsWith('(') || !pair.endsWith(')');
  return {
    span: where,
    message: mixed
      ? message('One of these parentheses is half-width, the other full-width. Write （ and ） both.')
      : message(
          'Round Chinese, parentheses are full-width: readers see these squeezed against the characters. Write （ and ） both.',
        ),
    fixes: [
      {
        title: message('Write （ and ） both'),
        edits: [
          { span: span(where.start, where.start + 1), text: '（' },
          { span: span(where.end - 1, where.end), text: '）' },
        ].filter(({ text }) => !(pair.startsWith('（') && text === '（') && !(pair.endsWith('）') && text === '）')),
        preferred: true,
      },
    ],
  };
}
