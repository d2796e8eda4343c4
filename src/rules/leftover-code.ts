import type { Article } from '../article/article';
import { type Message, message } from '../base/message';
import { type Span, span } from '../base/span';
import { blockAt } from './places';
import { Prose } from './prose';
import type { Fix, Rule } from './rule';

export const leftoverCode: Rule = {
  id: 'leftover-code',
  group: 'text',
  summary: message('Code of a web page that was left in the text: tags, scripts, styles, data'),
  severity: 'warning',
  *check({ article }) {
    const { text, body } = article;
    const source = text.slice(body.span.start);
    let prose: Prose | undefined;
    let reach = 0;
    for (const { first, pattern, what } of KINDS) {
      if (!first.some((word) => source.includes(word))) continue;
      prose ??= new Prose(article);
      for (const { 0: code, index } of source.matchAll(pattern)) {
        const start = body.span.start + index;
        if (start < reach || !prose.at(start)) continue;
        const where = span(start, start + code.trimEnd().length);
        const block = blockAt(body.nodes.blocks, start)?.block.span;
        // The rest of the block is of the same kind; one finding is enough.
        reach = block?.end ?? where.end;
        yield { span: where, message: reason(what, code), fixes: block ? fixesFor(article, where, block) : [] };
      }
    }
  },
};

type What = 'tag' | 'script' | 'style' | 'data';

/** What a pattern finds, and words of which one must stand there. */
interface Kind {
  readonly what: What;
  readonly first: readonly string[];
  readonly pattern: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    what: 'tag',
    first: ['&lt;', '\\<', '&#60;'],
    pattern:
      /(?:&lt;|\\<|&#60;)\/?(?:p|div|span|br|a|img|strong|em|b|i|u|h[1-6]|ul|ol|li|table|tr|td|iframe|script|style|font|section|figure)(?=[\s/>&\\])[^\n<>]{0,200}?(?:&gt;|\\?>|&#62;)/gi,
  },
  { what: 'script', first: ['function'], pattern: /\bfunction\b[ \t]*[\w$]*[ \t]*\([\w\s,$]{0,80}\)\s*\{/g },
  {
    what: 'script',
    first: ['window.', 'document.'],
    pattern:
      /\bwindow\.[\w$\\]+(?:\.[\w$\\]+)*\s*(?:=|\(|\|\|)|\bdocument\.(?:getElement|write|querySelector|createElement|cookie|addEventListener|body|domain)[\w$]*/g,
  },
  {
    what: 'script',
    first: ['.push('],
    pattern: /(?:\badsbygoogle|\bdataLayer|_hmt|\bgoogletag\.cmd|_gaq)\b[^\n]{0,40}\.push\(/g,
  },
  {
    what: 'script',
    first: ['var ', 'const ', 'let '],
    pattern: /(?:^|[\n;{}])[ \t]*(?:var|const|let)\s+[\w$]+\s*=\s*[^\n]{0,200};/g,
  },
  { what: 'data', first: ['{"', '{ "', '[{'], pattern: /\{\s*"[\w@$-]{1,40}"\s*:\s*["\d[{tfn-]/g },
  {
    what: 'style',
    first: ['{'],
    pattern:
      /(?:@media\b[^{}\n]{0,80}|[.#@]?[a-z][\w-]{0,40}(?:[\s,>:.#][\w.#:-]{1,40}){0,4})\s*\{\s*[a-z-]{2,30}\s*:[^{};\n]{1,80};/gi,
  },
];

function reason(what: What, code: string): Message {
  const shown = code.replace(/\s+/g, ' ').trim().slice(0, 24);
  switch (what) {
    case 'tag':
      return message(
        'Readers will see this HTML tag as it stands, {0}. Take it out, or put it in backticks if it is what the article is about.',
        shown,
      );
    case 'script':
      return message(
        'This looks like a script left from a web page, and readers will see it: {0}… Take it out, or put it in a code block.',
        shown,
      );
    case 'style':
      return message(
        'This looks like a style sheet left from a web page, and readers will see it: {0}… Take it out, or put it in a code block.',
        shown,
      );
    case 'data':
      return message(
        'This looks like data left from a web page, and readers will see it: {0}… Take it out, or put it in a code block.',
        shown,
      );
    default:
      return what satisfies never;
  }
}

/** Takes out the paragraph that begins with it; where words stand before, only an editor knows what is left. */
function fixesFor({ text }: Article, where: Span, block: Span): readonly Fix[] {
  if (text.slice(block.start, where.start).trim() !== '') return [];
  return [{ title: message('Take this paragraph out'), edits: [{ span: block, text: '' }] }];
}
