import type { Value } from '../article/frontMatter';
import { message } from '../base/message';
import { fixesIn, textOf } from './fields';
import type { Fix, Rule, Subject } from './rule';
import { termFields } from './terms';

export const mergedTerms: Rule = {
  id: 'merged-terms',
  group: 'fields',
  summary: message('Several tags or categories in one entry, parted by `，` or `、` where a comma belongs'),
  severity: 'information',
  *check(subject) {
    for (const field of termFields(subject.article.frontMatter, subject.world.site)) {
      if (field.value.kind !== 'list') continue;
      for (const item of field.value.items) {
        const text = textOf(item);
        if (text === undefined || !MARK.test(text)) continue;
        const names = namesIn(text);
        if (names.length < 2) continue;
        yield {
          span: item.span,
          // In `[甲，乙]` the mark can only be meant to part two.
          severity: isPlainIn(field.value, item) ? 'warning' : 'information',
          message: message(
            'Hugo takes this for one entry of {0} and gives “{1}” a page of its own. Write them one by one.',
            field.key,
            text,
          ),
          fixes: fixesIn(subject, parted(subject, item, names, field.value.style)),
        };
      }
    }
  },
};

const MARK = /[，、；]/;

function namesIn(text: string): string[] {
  return text
    .split(MARK)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function isPlainIn(list: Value & { kind: 'list' }, item: Value): boolean {
  return list.style === 'flow' && item.kind === 'string' && item.style === 'plain';
}

/** In the quotes that stand there; each on a line of its own where the list is written so. */
function parted(
  { article: { text } }: Subject,
  item: Value,
  names: readonly string[],
  style: 'flow' | 'block',
): Fix | undefined {
  if (item.kind !== 'string' || item.style === 'literal' || item.style === 'folded') return undefined;
  const written = text.slice(item.span.start, item.span.end);
  const mark = item.style === 'double' ? '"' : item.style === 'single' ? "'" : '';
  if (/[\r\n\\]/.test(written) || names.some((name) => /["'#:[\]{},&*!|>%@`]/.test(name))) return undefined;
  const lineStart = text.lastIndexOf('\n', item.span.start - 1) + 1;
  const lead = text.slice(lineStart, item.span.start);
  if (style === 'block' && !/^[ \t]*-[ \t]+$/.test(lead)) return undefined;
  const brk = text[lineStart - 2] === '\r' ? '\r\n' : '\n';
  const between = style === 'flow' ? ', ' : `${brk}${lead}`;
  const meant = names.map((name) => `${mark}${name}${mark}`).join(between);
  return { title: message('Write them one by one'), edits: [{ span: item.span, text: meant }] };
}
