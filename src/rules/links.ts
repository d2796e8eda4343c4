import type { Link } from 'mdast';
import type { Placed } from '../article/placed';
import { message } from '../base/message';
import { type Span, span } from '../base/span';
import type { Fix, Subject } from './rule';

/** A scheme that Goldmark empties in links: `javascript:`, `vbscript:`, `file:`, and `data:` but for pictures. It compares small letters. */
export const EMPTIED = /^(?:javascript:|vbscript:|file:|data:(?!image\/(?:png|gif|jpeg|webp);))/;

/** The links that are written `[words](address)`. */
export function* writtenLinks({ article }: Subject): Iterable<Placed<Link>> {
  if (article.body.links.length === 0) return;
  for (const link of article.body.nodes.of('link')) if (!link.node.data?.auto) yield link;
}

/** What stands between the brackets; undefined for a link with nothing in it. */
export function labelOf({ node }: Placed<Link>): Span | undefined {
  const [first, last] = [node.children[0]?.position, node.children.at(-1)?.position];
  if (first?.start.offset === undefined || last?.end.offset === undefined) return undefined;
  return span(first.start.offset, last.end.offset);
}

/** Leaves the words of a link, or takes an empty one away. */
export function unlink(link: Placed<Link>, preferred: boolean): Fix {
  const label = labelOf(link);
  const edits = label
    ? [
        { span: span(link.span.start, label.start), text: '' },
        { span: span(label.end, link.span.end), text: '' },
      ]
    : [{ span: link.span, text: '' }];
  return { title: label ? message('Keep only its words') : message('Take the link out'), edits, preferred };
}
