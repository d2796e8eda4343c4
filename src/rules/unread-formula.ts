import type { Article } from '../article/article';
import { insertField } from '../article/edits';
import type { Edit } from '../base/edit';
import { message } from '../base/message';
import { fieldOf, fixesIn, isRead, textOf } from './fields';
import { dollarPairs, hasMathJax } from './math';
import type { Fix, Rule, Subject } from './rule';

export const unreadFormula: Rule = {
  id: 'unread-formula',
  group: 'body',
  summary: message('A formula in an article without `mathjax: true`'),
  severity: 'information',
  *check(subject) {
    const { article } = subject;
    const { body, text, frontMatter } = article;
    if (!text.includes('$', body.span.start) || hasMathJax(article)) return;
    const field = fieldOf(frontMatter, 'mathjax');
    // What looks like a true value and is none is told where it stands.
    if (field && /^(?:true|yes|on|1)$/i.test(textOf(field.value) ?? '') && field.value.kind !== 'boolean') return;
    let fixes: readonly Fix[] | undefined;
    for (const span of dollarPairs(article)) {
      const written = text.slice(span.start, span.end);
      if (!isFormula(written)) continue;
      fixes ??= turnOn(subject);
      yield {
        span,
        message: message(
          'Readers will see {0} as it stands here: formulas need {1} in the front matter. If it is none, put a backslash before each $.',
          written.length > 24 ? `${written.slice(0, 22)}…` : written,
          'mathjax: true',
        ),
        fixes,
      };
    }
  },
};

/** Two prices, `$5 and $6`, are none: a formula has no space at its ends, and a sign or name that only formulas have. */
function isFormula(written: string): boolean {
  const isBlock = written.startsWith('$$');
  const inner = written.slice(isBlock ? 2 : 1, isBlock ? -2 : -1);
  if (inner.length > LONGEST || CJK.test(inner.replace(/\\text\s*\{[^}]*\}/g, ''))) return false;
  if (!isBlock && inner.trim() !== inner) return false;
  return /\\[A-Za-z]|[\^_={}]/.test(inner) || /^[A-Za-z]$/.test(inner);
}

/** Characters; beyond them, two signs are far from each other. */
const LONGEST = 500;
const CJK = /[\p{Script=Han}，。；：！？、]/u;

function turnOn(subject: Subject): readonly Fix[] {
  const { article } = subject;
  if (!isRead(article.frontMatter)) return [];
  const edit = edited(article);
  return fixesIn(subject, edit && { title: message('Write {0}', 'mathjax: true'), edits: [edit] });
}

function edited(article: Article): Edit | undefined {
  const field = fieldOf(article.frontMatter, 'mathjax');
  if (!field) return insertField(article, 'mathjax', 'true');
  const { span } = field.value;
  return field.value.kind === 'boolean' && span.end > span.start ? { span, text: 'true' } : undefined;
}
