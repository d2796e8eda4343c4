import type { Nodes } from 'mdast';
import type { Article } from '../article/article';
import { pieceOf } from '../article/body';
import { placedIn, within } from '../article/placed';
import { applyEdits, type Edit } from '../base/edit';
import { type Message, message } from '../base/message';
import { type Span, span } from '../base/span';
import { markedUp } from './emphasisFix';
import { type Piece, type Tag, tagAt } from './htmlTags';
import type { Fix } from './rule';

const WRITE = message('Write it in Markdown');
const OUT = message('Take the tags out, and leave the words');

/** Marks of Markdown that do what a pair of tags does. */
const MARKS: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  del: '~~',
  s: '~~',
  strike: '~~',
};

/** Tags that only say how words look. */
const LOOKS: ReadonlySet<string> = new Set(['span', 'font', 'div', 'section', 'article', 'big', 'small']);

/** Characters that may still be read again to try fixes. */
export interface Budget {
  left: number;
}

/** What a piece of inline HTML could be instead, the best first. */
export function inlineFixes(article: Article, piece: Piece, budget: Budget): readonly Fix[] {
  const { open, close } = piece;
  const fixes: Fix[] = [];
  const edits = close ? pairEdits(article.text, open, close) : singleEdits(article.text, piece);
  if (edits && isSound(article, piece, { edits, budget }))
    fixes.push({ title: WRITE, edits, preferred: isWhole(open) && !touchesTag(article.text, piece) });
  if (close)
    fixes.push({ title: OUT, edits: [gone(open), gone(close)], preferred: fixes.length === 0 && LOOKS.has(open.name) });
  else if (open.kind !== 'comment') fixes.push({ title: message('Take the tag out'), edits: [gone(open)] });
  return fixes;
}

/** `<b>甲</b><b>乙</b>`: each alone could be written in Markdown, and not both. */
function touchesTag(text: string, { open, close }: Piece): boolean {
  return open.name in MARKS && (text[open.start - 1] === '>' || text[(close ?? open).end] === '<');
}

function gone({ start, end }: Span): Edit {
  return { span: span(start, end), text: '' };
}

/** Whether Markdown says all that the tag does. */
function isWhole({ name, attributes }: Tag): boolean {
  const said = name === 'img' ? ['src', 'alt', 'title'] : name === 'a' ? ['href', 'title', 'target', 'rel'] : [];
  if (name === 'img' && !attributes.get('alt')) return false;
  return [...attributes.keys()].every((key) => said.includes(key));
}

function pairEdits(text: string, open: Tag, close: Tag): readonly Edit[] | undefined {
  const inner = span(open.end, close.start);
  const mark = MARKS[open.name];
  if (mark !== undefined) return markedUp(text, { inner, outer: span(open.start, close.end), mark });
  const source = text.slice(inner.start, inner.end);
  if (open.name === 'a') {
    const href = open.attributes.get('href');
    if (href === undefined || source.trim() === '') return undefined;
    const address = addressOf(href);
    if (address === undefined) return undefined;
    return [
      { span: span(open.start, open.end), text: '[' },
      { span: span(close.start, close.end), text: `](${address}${titleOf(open)})` },
    ];
  }
  if (open.name === 'code' && /^[^`<>&\\*_\n~[\]]+$/.test(source) && source.trim() === source)
    return [open, close].map(({ start, end }) => ({ span: span(start, end), text: '`' }));
  const digits = open.name === 'sub' ? SUB : open.name === 'sup' ? SUP : undefined;
  if (digits && /^[0-9]+$/.test(source))
    return [{ span: span(open.start, close.end), text: source.replace(/\d/g, (digit) => digits[Number(digit)]!) }];
  return undefined;
}

const SUB = '₀₁₂₃₄₅₆₇₈₉';
const SUP = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function singleEdits(text: string, { open, placed }: Piece): readonly Edit[] | undefined {
  if (open.name === 'img') {
    const image = imageOf(open);
    return image === undefined ? undefined : [{ span: span(open.start, open.end), text: image }];
  }
  if (open.name !== 'br' || within(placed, 'heading', 'table')) return undefined;
  const after = /^[ \t]*(\r\n|\n|\r|$)?/.exec(text.slice(open.end, open.end + 80))!;
  // At the end of a paragraph it does nothing.
  const isLast = placed.parent !== undefined && text.slice(open.end, placed.parent.span.end).trim() === '';
  if (isLast) return [gone(open)];
  if (after[1]) return [{ span: span(open.start, open.end), text: '\\' }];
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return [{ span: span(open.start, open.end + after[0].length), text: `\\${lineEnd}` }];
}

/** `<img src="a.png" alt="甲">` → `![甲](a.png)` */
export function imageOf(tag: Tag): string | undefined {
  const address = addressOf(tag.attributes.get('src') ?? '');
  const alt = tag.attributes.get('alt') ?? '';
  if (address === undefined || /[[\]\\<>&\n]/.test(alt)) return undefined;
  return `![${alt}](${address}${titleOf(tag)})`;
}

function titleOf({ attributes }: Tag): string {
  const title = attributes.get('title') ?? '';
  return title === '' || /["\\<>&\n]/.test(title) ? '' : ` "${title}"`;
}

/** An address as it can stand between round brackets. */
function addressOf(written: string): string | undefined {
  const address = written.trim().replaceAll('&amp;', '&');
  if (address === '' || /[\s<>"'\\]|&\w+;/.test(address)) return undefined;
  return /[()]/.test(address) ? `<${address}>` : address;
}

/** Reads the block as it would be: there is less HTML, no mark that readers see, and what was asked for. */
function isSound(
  { text, dialect }: Article,
  { open, close, placed }: Piece,
  { edits, budget }: { readonly edits: readonly Edit[]; readonly budget: Budget },
): boolean {
  let block = placed.parent;
  while (block?.parent && INLINE.has(block.node.type)) block = block.parent;
  if (!block) return false;
  const { start, end } = block.span;
  budget.left -= end - start;
  if (budget.left < 0) return false;
  const source = text.slice(start, end);
  const before = countsIn(source, dialect);
  const here = edits.map((edit) => ({ ...edit, span: span(edit.span.start - start, edit.span.end - start) }));
  const after = countsIn(applyEdits(source, here), dialect);
  return (
    after.blocks === before.blocks &&
    after.html === before.html - (close ? 2 : 1) &&
    after.marks <= before.marks &&
    (open.name !== 'br' || after.breaks >= before.breaks)
  );
}

const INLINE: ReadonlySet<Nodes['type']> = new Set(['strong', 'emphasis', 'delete', 'link', 'linkReference']);

function countsIn(block: string, dialect: Article['dialect']) {
  const nodes = placedIn(pieceOf(block, dialect));
  let marks = 0;
  for (const { node } of nodes.of('text')) for (const run of node.data?.leftover ?? []) marks += run.end - run.start;
  return { marks, html: nodes.of('html').length, breaks: nodes.of('break').length, blocks: nodes.blocks.length };
}

/** What a block of HTML could be instead. */
export function blockFix(text: string, where: Span, isAlone: boolean): Fix | undefined {
  const source = text.slice(where.start, where.end).trim();
  const written = markdownOf(source, isAlone);
  if (written === undefined) return undefined;
  const title: Message = written.text === '' ? message('Take the tags out') : WRITE;
  return { title, edits: [{ span: where, text: written.text }], preferred: isAlone && written.isWhole };
}

interface Written {
  readonly text: string;
  /** Nothing of it is lost. */
  readonly isWhole: boolean;
}

const SIMPLE = /^<(p|h[1-6]|blockquote|center|div|figure)((?:\s[^<>]*)?)>([\s\S]*?)<\/\1\s*>$/i;
/** Text that means the same in Markdown. */
const PLAIN = /^[^<>&\\*_`[\]{}~|#\n]*$/;

function markdownOf(source: string, isAlone: boolean): Written | undefined {
  if (/^(?:<br\s*\/?>\s*)+$/i.test(source)) return { text: '', isWhole: true };
  if (/^<hr(?:\s[^<>]*)?\/?>$/i.test(source)) return { text: isAlone ? '---' : '***', isWhole: true };
  const tag = tagOf(source);
  if (tag?.name === 'img') {
    const image = imageOf(tag);
    return image === undefined ? undefined : { text: image, isWhole: isWhole(tag) };
  }
  const simple = SIMPLE.exec(source);
  if (!simple) return undefined;
  const [, name = '', attributes = '', inner = ''] = simple;
  const words = inner.trim();
  const image = tagOf(words);
  if (image?.name === 'img') {
    const written = imageOf(image);
    return written === undefined ? undefined : { text: written, isWhole: isWhole(image) && attributes.trim() === '' };
  }
  if (!PLAIN.test(words) || words === '' || /^(?:[-+]\s|\d+[.)]\s|:|={3}|-{3})/.test(words)) return undefined;
  const heading = /^h([1-6])$/i.exec(name);
  const head = heading ? `${'#'.repeat(Math.max(2, Number(heading[1])))} ` : /^blockquote$/i.test(name) ? '> ' : '';
  return { text: head + words, isWhole: attributes.trim() === '' };
}

function tagOf(source: string): Tag | undefined {
  const tag = tagAt(source, span(0, source.length));
  return tag.kind === 'other' || tag.kind === 'comment' ? undefined : tag;
}
