import type { Root } from 'mdast';
import { remark } from 'remark';
import type { Span } from '../base/span';
import { parse } from '../goldmark/parse';
import { goldmark } from '../goldmark/remark';
import type { Body, Dialect } from './article';
import { blank, unblank } from './blank';
import { type PlacedNodes, placedIn } from './placed';
import { shortcodesOf } from './shortcodes';
import { usesOf } from './uses';

/** Reads the Markdown below the front matter: from `span.start` to the end of the text. Never throws. */
export function bodyOf(text: string, span: Span, dialect: Dialect): Body {
  const shortcodes = shortcodesOf(text, span.start);
  const blanks = blank(text, shortcodes);
  const tree: Root = remark().use(goldmark, dialect.goldmark, span.start).parse(blanks.text);
  unblank(tree, text, blanks);
  const uses = usesOf(tree, { text, blanked: blanks.text }, shortcodes.all);
  let nodes: PlacedNodes | undefined;
  return {
    span,
    tree,
    get nodes() {
      nodes ??= placedIn(tree);
      return nodes;
    },
    ...uses,
    shortcodes: shortcodes.all,
  };
}

/** Reads a piece of a body by itself, as it might be written: quickly, and without what else an article has. Never throws. */
export function pieceOf(text: string, dialect: Dialect): Root {
  if (text.includes('{{')) return bodyOf(text, { start: 0, end: text.length }, dialect).tree;
  return parse(text, dialect.goldmark);
}
