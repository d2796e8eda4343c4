import { type Span, span } from '../base/span';
import type { Article } from './article';
import { commentsOf } from './frontMatter/comments';

/** A comment of an article that speaks to Copydesk: `# copydesk-disable draft -- on purpose`, `<!-- copydesk-enable links -->`. */
export interface Directive {
  /** `unknown`: begins with `copydesk-` and means nothing. */
  readonly kind: 'disable' | 'disable-line' | 'disable-next-line' | 'enable' | 'unknown';
  readonly place: 'front-matter' | 'body';
  /** The whole comment. */
  readonly span: Span;
  /** `copydesk-disable` in it. */
  readonly wordSpan: Span;
  /** Rules or groups of rules. */
  readonly names: readonly DirectiveName[];
}

export interface DirectiveName {
  readonly name: string;
  readonly span: Span;
  /** Its place among the names of the comment. */
  readonly index: number;
}

const MARK = 'copydesk-';

/** Whether an article may have such comments at all: without them, nothing else is looked at. */
export function mayHaveDirectives(text: string): boolean {
  return text.includes(MARK);
}

/** Whether raw HTML is a comment for Copydesk, and nothing else. @param html as written: `<!-- copydesk-disable draft -->` */
export function isCopydeskComment(html: string): boolean {
  return /^\s*<!--\s*copydesk-(?:(?!-->)[\s\S])*-->\s*$/.test(html);
}

/** Those of the front matter. */
export function frontMatterDirectives({ text, frontMatter }: Article): readonly Directive[] {
  if (!text.slice(frontMatter.span.start, frontMatter.span.end).includes(MARK)) return [];
  return commentsOf(text, frontMatter).flatMap((comment) => {
    const inside = span(comment.start + 1, comment.end);
    return directiveIn(text, inside, { place: 'front-matter', span: comment }) ?? [];
  });
}

/** Those of the body: comments of HTML where HTML may stand, not in code. */
export function bodyDirectives({ text, frontMatter, body }: Article): readonly Directive[] {
  if (!text.includes(MARK, frontMatter.span.end)) return [];
  return body.nodes.of('html').flatMap(({ span: html }) => {
    const found: Directive[] = [];
    for (const comment of htmlComments(text, html)) {
      const inside = span(comment.start + 4, comment.end - 3);
      const directive = directiveIn(text, inside, { place: 'body', span: comment });
      if (directive) found.push(directive);
    }
    return found;
  });
}

function* htmlComments(text: string, html: Span): Iterable<Span> {
  const source = text.slice(html.start, html.end);
  if (!source.includes(MARK)) return;
  for (let at = source.indexOf('<!--'); at >= 0; ) {
    const end = source.indexOf('-->', at + 4);
    if (end < 0) return;
    yield span(html.start + at, html.start + end + 3);
    at = source.indexOf('<!--', end);
  }
}

const KINDS: ReadonlySet<string> = new Set(['disable', 'disable-line', 'disable-next-line', 'enable']);

function directiveIn(text: string, inside: Span, where: Pick<Directive, 'place' | 'span'>): Directive | undefined {
  const source = text.slice(inside.start, inside.end);
  const match = /^(\s*)copydesk-([\w-]*)/.exec(source);
  if (!match) return undefined;
  const [all, blank = '', word = ''] = match;
  const start = inside.start + all.length;
  const wordSpan = span(inside.start + blank.length, start);
  const kind = KINDS.has(word) ? (word as Directive['kind']) : 'unknown';
  return { kind, ...where, wordSpan, names: namesIn(source.slice(all.length), start) };
}

/** Names up to the reason, which begins with a dash of two or more. Commas between them are welcome. */
function namesIn(source: string, shift: number): DirectiveName[] {
  const reason = source.search(/(?:^|\s)(?:--|[—–])/);
  const named = reason < 0 ? source : source.slice(0, reason);
  return [...named.matchAll(/[^\s,，、]+/g)].map(({ 0: name, index: at }, index) => ({
    name,
    span: span(shift + at, shift + at + name.length),
    index,
  }));
}
