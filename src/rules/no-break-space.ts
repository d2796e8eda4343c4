import type { Text } from 'mdast';
import { type Placed, within } from '../article/placed';
import { type Message, message } from '../base/message';
import { type Span, span } from '../base/span';
import { charAfter, charBefore } from './flanking';
import { lineOf, Prose } from './prose';
import type { Finding, Fix, Rule } from './rule';
import { isFullWidthMark, isHan } from './scripts';

export const noBreakSpace: Rule = {
  id: 'no-break-space',
  group: 'text',
  summary: message('A no-break space that came with a paste'),
  severity: 'information',
  *check({ article }) {
    const { text, body } = article;
    let at = text.indexOf(NBSP, body.span.start);
    if (at < 0) return;
    const prose = new Prose(article);
    for (; at >= 0; at = text.indexOf(NBSP, at)) {
      const start = at;
      while (text[at] === NBSP) at++;
      const node = prose.at(start);
      if (node && node.span.end >= at && !isHonest(text, span(start, at))) yield finding(text, span(start, at), node);
    }
  },
};

const NBSP = '\u00a0';

/** One that typesetters put: between a number and what it counts, before the marks of French, behind an initial or an abbreviation. */
function isHonest(text: string, { start, end }: Span): boolean {
  if (end - start > 1) return false;
  const before = charBefore(text, start);
  const after = charAfter(text, end);
  if (isChinese(before) || isChinese(after)) return false;
  const digitBefore = /\d/.test(before);
  const digitAfter = /\d/.test(after);
  if ((digitBefore && /[\p{L}\d%‰°€£¥$₽]/u.test(after)) || (digitAfter && /[\p{L}№§#€£¥$.]/u.test(before))) return true;
  if (/[«‹]/.test(before) || /[»›:;?!–—]/.test(after)) return true;
  // `M. Dupont`, `J. K.`, and words of one letter, as Czech, Polish and Russian keep them.
  const line = text.slice(Math.max(0, start - 6), start);
  return /(?:^|[^\p{L}])\p{Lu}\p{Ll}{0,3}\.$/u.test(line) || /(?:^|[^\p{L}\p{M}’'])\p{L}$/u.test(line);
}

function isChinese(char: string): boolean {
  const code = char.charCodeAt(0);
  return isHan(code) || isFullWidthMark(code);
}

function finding(text: string, where: Span, node: Placed<Text>): Finding {
  const fix = fixFor(text, where, node);
  return { span: where, message: reason(text, where), fixes: fix ? [fix] : [] };
}

function reason(text: string, { start, end }: Span): Message {
  if (end - start > 1)
    return message(
      'These {0} no-break spaces are published as a gap that nobody can see here. Write one space, or none.',
      end - start,
    );
  return isChinese(charBefore(text, start)) || isChinese(charAfter(text, end))
    ? message(
        'This is a no-break space: it came with a paste, keeps the line from breaking here, and hides the words from searches. Write a plain space, or none.',
      )
    : message(
        'This is a no-break space: it keeps the line from breaking here, and hides the words from searches. Write a plain space.',
      );
}

/** A space, or nothing where one stands beside it or the line ends. None at the start of a line, where Markdown could read the rest otherwise. */
function fixFor(text: string, { start, end }: Span, node: Placed<Text>): Fix | undefined {
  const line = lineOf(node).span;
  // A paragraph of nothing else makes a gap on the page.
  if (line.end - line.start < NEAR && /^[\s\u00a0]*$/.test(text.slice(line.start, line.end))) return taking(line);
  const near = text.slice(Math.max(0, start - NEAR), start);
  if (/(?:^|\n)[\s\u00a0>]*(?:[-+*•·]|\d+[.)])?[\s\u00a0]*$/.test(near)) return undefined;
  const behind = /[ \t\u00a0]*(?=\r?\n|$)/y;
  behind.lastIndex = end;
  if (end === line.end || behind.test(text)) return taking(span(start - (/[ \t]*$/.exec(near)?.[0].length ?? 0), end));
  if (/[ \t]/.test(charBefore(text, start)) || /[ \t]/.test(charAfter(text, end))) return taking(span(start, end));
  // A space would let Hugo make a link of the address behind it; in a heading it becomes part of the address.
  const sure = !within(node, 'heading') && !/^(?:https?:|ftp:|www\.|[\w.+-]+@)/i.test(text.slice(end, end + NEAR));
  return { title: message('Write a plain space'), edits: [{ span: span(start, end), text: ' ' }], preferred: sure };
}

/** Characters that are looked at on each side. */
const NEAR = 64;

function taking(where: Span): Fix {
  return { title: message('Take it out'), edits: [{ span: where, text: '' }], preferred: true };
}
