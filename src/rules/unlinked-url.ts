import type { Text } from 'mdast';
import type { Article } from '../article/article';
import type { Placed } from '../article/placed';
import { message } from '../base/message';
import { type Span, span } from '../base/span';
import { countUpTo } from './places';
import type { Finding, Rule } from './rule';
import { isInShortcode } from './shortcodes';

export const unlinkedUrl: Rule = {
  id: 'unlinked-url',
  group: 'links',
  summary: message('A web address that Hugo does not make a link of, or ends in the wrong place'),
  severity: 'information',
  *check({ article }) {
    const { body, text } = article;
    for (const node of withAddress(body.nodes.of('text'), text, body.span.start))
      if (!isInLink(node)) yield* bareIn(article, node);
    for (const { node, span: where } of body.nodes.of('link'))
      if (node.data?.auto === 'linkify' && SWALLOWED.test(text.slice(where.start, where.end)))
        yield swallowed(text, where);
  },
};

/** The texts that may have an address in them. Addresses are looked for rather than in each text, since nearly all stand in links and pictures. */
function withAddress(texts: readonly Placed<Text>[], source: string, from: number): readonly Placed<Text>[] {
  const found = new Set<number>();
  for (const mark of ['://', 'www.', 'WWW.'])
    for (let at = source.indexOf(mark, from); at >= 0; ) {
      const index = countUpTo(texts, at) - 1;
      const end = texts[index]?.span.end ?? 0;
      if (at < end) found.add(index);
      at = source.indexOf(mark, Math.max(end, at + 1));
    }
  return [...found].sort((a, b) => a - b).map((index) => texts[index]!);
}

function isInLink({ parent }: Placed): boolean {
  for (let above = parent; above; above = above.parent)
    if (above.node.type === 'link' || above.node.type === 'linkReference') return true;
  return false;
}

/** An address as far as ASCII goes; what may end a sentence does not end it. */
const URL = /(?:(?:https?|ftp):\/\/|(?<![\w.@/-])www\.)[!#-'*-;=?-[\]_`a-z{|}~\\()]+/gi;

function* bareIn({ body, text }: Article, { span: where }: Placed<Text>): Iterable<Finding> {
  for (const { 0: match, index } of text.slice(where.start, where.end).matchAll(URL)) {
    const start = where.start + index;
    const written = trimmed(match);
    if (isInShortcode(body, start)) continue;
    const found = span(start, start + written.length);
    const url = plain(written);
    const host = /^(?:\w+:\/\/)?([^/?#:]+)/.exec(url)?.[1] ?? '';
    if (!/^[\w-]+(?:\.[\w-]+)+$/.test(host) && host !== 'localhost') continue;
    const linked = /^www\./i.test(url) ? `[${written}](https://${url})` : `<${url}>`;
    yield {
      span: found,
      message: message(
        'Readers cannot click this address: Hugo makes a link only of one with a space before it, in small letters. Write {0}.',
        linked.length > 60 ? '<…>' : linked,
      ),
      fixes: [
        { title: message('Make it a link'), edits: [{ span: found, text: linked }], preferred: host !== 'localhost' },
      ],
    };
  }
}

/** Without what belongs to the sentence: final marks, and a bracket that opens before it. */
function trimmed(url: string): string {
  let round = surplus(url, '(', ')');
  let square = surplus(url, '[', ']');
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1]!;
    if (last === ')') {
      if (round-- <= 0) break;
    } else if (last === ']') {
      if (square-- <= 0) break;
    } else if (!"?!.,:;*_~\\'`|}".includes(last)) break;
  }
  return url.slice(0, end);
}

/** How many brackets are closed that are not opened. */
function surplus(url: string, open: string, close: string): number {
  let found = 0;
  for (const char of url) found += char === close ? 1 : char === open ? -1 : 0;
  return found;
}

/** As readers see it: `a\_b` and `&amp;` are ways to write `a_b` and `&`. */
function plain(url: string): string {
  return url.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
}

/** `https://a.com/x"`, `https://a.com/x.png![`: signs that no address has, though Hugo takes them for a part of it. */
const SWALLOWED = /["'^`{}[\]>]/;

function swallowed(text: string, where: Span): Finding {
  const source = text.slice(where.start, where.end);
  const at = SWALLOWED.exec(source)?.index ?? source.length;
  const url = trimmed(source.slice(0, at));
  const found = span(where.start, where.start + url.length);
  return {
    span: where,
    message: message(
      'Hugo takes “{0}” for a part of the address, so that the link leads nowhere. Put the address between < and >.',
      source.slice(url.length, url.length + 12),
    ),
    fixes: /^www\./.test(url)
      ? []
      : [
          {
            title: message('End the address here'),
            edits: [{ span: found, text: `<${plain(url)}>` }],
            // What is left may be a picture, with faults of its own.
            preferred: !/[![]/.test(source.slice(url.length)),
          },
        ],
  };
}
