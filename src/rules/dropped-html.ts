import { lineBreakOf } from '../article/frontMatter/lineBreak';
import { type Message, message } from '../base/message';
import { type Span, span } from '../base/span';
import { type Budget, blockFix, inlineFixes } from './htmlFix';
import { type Piece, piecesOf } from './htmlTags';
import type { Finding, Fix, Rule, Subject } from './rule';

export const droppedHtml: Rule = {
  id: 'dropped-html',
  group: 'body',
  summary: message('HTML that Hugo leaves out'),
  severity: 'warning',
  *check(subject) {
    const { article, world } = subject;
    if (world.site.unsafe || !article.text.includes('<', article.body.span.start)) return;
    const nodes = article.body.nodes.of('html');
    if (nodes.length === 0) return;
    const budget = { left: 50_000 };
    for (const piece of piecesOf(article.text, nodes)) {
      const finding =
        piece.open.kind === 'comment'
          ? comment(subject, piece)
          : piece.placed.parent && isInline(piece)
            ? inline(subject, piece, budget)
            : block(subject, piece);
      if (finding) yield finding;
    }
  },
};

function isInline({ placed }: Piece): boolean {
  return placed.node.data?.closedLater === undefined;
}

/** Comments for Copydesk, and the one that ends the summary, are asked for. */
function comment({ article: { text } }: Subject, { open, placed }: Piece): Finding | undefined {
  const written = text.slice(open.start, open.end);
  // Hugo takes the end of the summary out before it reads Markdown.
  const lost = written.startsWith('<!--more-->') ? undefined : textBehind(written);
  if (lost !== undefined) return lostText(text, span(open.start + lost, open.end), placed.parent === undefined);
  if (written.startsWith('<!--more-->') || /^<!--\s*copydesk-/.test(written)) return undefined;
  const isMore = /^<!--\s*more\s*-->$/i.test(written);
  const fixes: Fix[] = [];
  if (isMore)
    fixes.push({
      title: message('Write {0}', '<!--more-->'),
      edits: [{ span: span(open.start, open.end), text: '<!--more-->' }],
      preferred: true,
    });
  else if (isInline({ open, close: undefined, placed }) || !placed.parent)
    fixes.push({ title: message('Take the comment out'), edits: [{ span: span(open.start, open.end), text: '' }] });
  return {
    span: span(open.start, open.end),
    severity: isMore ? 'warning' : 'information',
    message: isMore
      ? message(
          'Hugo knows {0} only without spaces and in small letters: the summary does not end here.',
          '<!--more-->',
        )
      : message(
          'Hugo publishes “<!-- raw HTML omitted -->” in place of this comment. Readers do not see it, unless they look at the source of the page.',
        ),
    fixes,
  };
}

/** Offset of the text that stands behind a comment in its block: `<!-- a --> text`. */
function textBehind(block: string): number | undefined {
  const end = /^(?:<!--(?:(?!-->)[\s\S])*-->[ \t]*)+/.exec(block)?.[0].length;
  return end !== undefined && end < block.length ? end : undefined;
}

/** A line that begins with a comment is HTML to its end. */
function lostText(text: string, lost: Span, isFixed: boolean): Finding {
  const edit = { span: span(lost.start, lost.start), text: lineBreakOf(text) };
  return {
    span: lost,
    message: message(
      'Hugo leaves this text out: readers will see nothing of it, because a line that begins with a comment is HTML to its end. Begin a new line behind the comment.',
    ),
    fixes: isFixed ? [{ title: message('Begin a new line'), edits: [edit], preferred: true }] : [],
  };
}

function inline({ article }: Subject, piece: Piece, budget: Budget): Finding {
  const { open, close } = piece;
  const name = open.kind === 'close' ? `/${open.name}` : open.name;
  const where = span(open.start, (close ?? open).end);
  if (!KNOWN.test(open.name))
    return {
      span: where,
      message: message(
        'Hugo takes {0} for HTML and leaves it out: readers will not see it. If it is text, put a backslash before it.',
        article.text.slice(open.start, open.end),
      ),
      fixes: [
        {
          title: message('Put a backslash before it'),
          edits: [open, ...(close ? [close] : [])].map(({ start }) => ({ span: span(start, start), text: '\\' })),
        },
      ],
    };
  const fixes = inlineFixes(article, piece, budget);
  return {
    span: where,
    message:
      open.name === 'img'
        ? message('Hugo leaves the tag <{0}> out: readers will not see the picture. Write {1}.', name, '![…](…)')
        : message(
            'Hugo leaves the tag <{0}> out: readers will see the words as if it were not there. Write Markdown in its place, or take it out.',
            name,
          ),
    fixes,
  };
}

/** Names of HTML's elements, and of what old pages have. */
const KNOWN =
  /^(?:a|abbr|acronym|address|area|article|aside|audio|b|base|basefont|bdi|bdo|big|blink|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|menu|menuitem|meta|meter|nav|nobr|noframes|noscript|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|samp|script|section|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr)?$/;

function block({ article: { text } }: Subject, { open, close, placed }: Piece): Finding {
  const where = span(open.start, open.end);
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(text.slice(open.start, open.end))?.[1]?.toLowerCase() ?? '';
  // `<div>` and `</div>` on lines of their own: what is between is published.
  if (
    open.kind !== 'other' &&
    open.kind !== 'void' &&
    open.name !== 'iframe' &&
    open.name !== 'script' &&
    open.name !== 'style'
  )
    return {
      span: where,
      message: message(
        'Hugo leaves the tag <{0}> out: readers will see the words as if it were not there. Write Markdown in its place, or take it out.',
        name,
      ),
      fixes: placed.parent
        ? []
        : [
            {
              title: message('Take the tags out'),
              edits: [open, ...(close ? [close] : [])].map(({ start, end }) => ({ span: span(start, end), text: '' })),
              preferred: close !== undefined,
            },
          ],
    };
  const fix = placed.parent ? undefined : blockFix(text, where, standsAlone(text, open));
  return {
    span: where,
    message: instead(name),
    fixes: fix ? [fix] : [],
  };
}

function instead(name: string): Message {
  switch (name) {
    case 'table':
      return message(
        'Hugo leaves this table out: readers will see nothing of it. Write it with | between the cells, and a line | --- | below the first.',
      );
    case 'iframe':
    case 'video':
    case 'audio':
    case 'embed':
    case 'object':
      return message(
        'Hugo leaves this <{0}> out: readers will see nothing of it. Use a shortcode such as {1}, or one of the site’s own.',
        name,
        '{{< youtube id >}}',
      );
    case 'script':
    case 'style':
      return message(
        'Hugo leaves this <{0}> out, and readers see nothing of it. Take it out: scripts and styles belong into the theme.',
        name,
      );
    default:
      return message(
        'Hugo leaves this HTML out, with all the words in it: readers will see nothing of it. Write it in Markdown.',
      );
  }
}

/** Whether blank lines stand round it, so that it can become a paragraph. */
function standsAlone(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = /(?:^|\n|\r)[ \t]*(?:\r\n|\n|\r)[ \t]*$|^$/.test(text.slice(Math.max(0, start - 80), start));
  const after = /^[ \t]*(?:$|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$))/.test(text.slice(end, end + 80));
  return before && after;
}
