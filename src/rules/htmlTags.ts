import type { Html } from 'mdast';
import type { Placed } from '../article/placed';
import { type Span, span } from '../base/span';

/** A tag, comment or other piece of raw HTML as it is written. */
export interface Tag extends Span {
  /** Small letters; '' for what is no tag. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'void' | 'comment' | 'other';
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*?)(\/?)>$/;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** The one tag that a stretch of text is; `other` when it is something else. */
export function tagAt(text: string, { start, end }: Span): Tag {
  const source = text.slice(start, end);
  if (source.startsWith('<!--')) return { start, end, name: '', kind: 'comment', attributes: NONE };
  const match = TAG.exec(source);
  if (!match) return { start, end, name: '', kind: 'other', attributes: NONE };
  const [, slash, written = '', rest = ''] = match;
  const name = written.toLowerCase();
  const kind = slash ? 'close' : VOID.has(name) || match[4] ? 'void' : 'open';
  return { start, end, name, kind, attributes: rest.trim() === '' ? NONE : attributesIn(rest) };
}

const NONE: ReadonlyMap<string, string> = new Map();

function attributesIn(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return attributes;
}

/** A tag alone, or two that belong together. */
export interface Piece {
  readonly open: Tag;
  readonly close: Tag | undefined;
  readonly placed: Placed<Html>;
}

/** The tags of a body, pairs of one parent together. Blocks that hold more than one tag are `other`. */
export function piecesOf(text: string, nodes: readonly Placed<Html>[]): Piece[] {
  const pieces: Piece[] = [];
  /** Tags that are not closed yet, by what they stand in and by their names. */
  const waitingIn = new Map<object | undefined, Map<string, number[]>>();
  for (const placed of nodes) {
    let open = waitingIn.get(placed.parent);
    if (!open) {
      open = new Map();
      waitingIn.set(placed.parent, open);
    }
    const tag = tagAt(text, trimmed(text, placed.span));
    const waiting = open.get(tag.name);
    const at = tag.kind === 'close' ? waiting?.pop() : undefined;
    if (at !== undefined) {
      const opened = pieces[at]!;
      pieces[at] = { ...opened, close: tag };
      continue;
    }
    if (tag.kind === 'open') {
      if (waiting) waiting.push(pieces.length);
      else open.set(tag.name, [pieces.length]);
    }
    pieces.push({ open: tag, close: undefined, placed });
  }
  return pieces;
}

/** Without white space at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
  const source = text.slice(start, end);
  const from = start + source.length - source.trimStart().length;
  return span(from, Math.max(from, start + source.trimEnd().length));
}
