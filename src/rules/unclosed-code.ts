import { message } from '../base/message';
import { span } from '../base/span';
import type { Fix, Rule } from './rule';

export const unclosedCode: Rule = {
  id: 'unclosed-code',
  group: 'body',
  summary: message('A code block that nothing closes, so that the rest of the article is code'),
  severity: 'warning',
  *check({ article: { body, text } }) {
    if (!text.includes('```', body.span.start) && !text.includes('~~~', body.span.start)) return;
    for (const { node, span: where, parent } of body.nodes.of('code')) {
      if (!node.data?.unclosed) continue;
      const fence = /^(?:`+|~+)/.exec(text.slice(where.start, where.end))?.[0] ?? '```';
      const lines = node.value === '' ? 0 : node.value.split('\n').length;
      yield {
        span: span(where.start, where.start + fence.length),
        message: message(
          'Nothing closes this code block: the {0} lines from here to the end of the article are published as code. Put {1} on a line of its own where the code ends.',
          lines,
          fence,
        ),
        fixes: parent ? [] : closing(text, { start: where.start, end: where.end, fence }),
      };
    }
  },
};

/** Where the code may end: at the first blank line, and at the end of the text. */
function closing(text: string, { start, end, fence }: { start: number; end: number; fence: string }): readonly Fix[] {
  const source = text.slice(start, end);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const last = start + source.trimEnd().length;
  const atEnd = { span: span(last, last), text: `${lineEnd}${fence}` };
  const blank = /(?<=\S[ \t]*)(?:\r\n|\n|\r)(?=[ \t]*(?:\r\n|\n|\r)[ \t\r\n]*\S)/.exec(source);
  // Without one there is nothing to decide.
  if (!blank) return [{ title: message('Close it at the end'), edits: [atEnd], preferred: true }];
  const at = start + blank.index;
  // `~~~~~~~~` was to part two sections.
  const row = { span: span(start, start + fence.length), text: '***' };
  const isRow = /^~{6,}[ \t]*(?:[\r\n]|$)/.test(source);
  return [
    ...(isRow ? [{ title: message('Write {0}', '***'), edits: [row] }] : []),
    { title: message('Close it at the first blank line'), edits: [{ span: span(at, at), text: `${lineEnd}${fence}` }] },
    { title: message('Close it at the end'), edits: [atEnd] },
  ];
}
