import type { Root } from 'mdast';
import { BlockParser } from './blocks';
import { Document } from './document';
import { InlineParser } from './inlines';
import { type GoldmarkOptions, HUGO_DEFAULTS } from './options';

/**
 * Reads Markdown exactly as Hugo's Goldmark 1.5.4 does, into mdast (see `nodes.ts` for what is beyond it).
 *
 * Reads `source` from the offset `from` on; offsets, lines and columns are those of the whole `source`: offsets in UTF-16
 * units from 0, lines and columns from 1. Only LF and CR LF end lines. Never throws, whatever the text.
 */
export function parse(source: string, options: GoldmarkOptions = HUGO_DEFAULTS, from = 0): Root {
  const document = new Document(source, options);
  const root = new BlockParser(document, from).parse();
  const inlines = new InlineParser(document);
  for (const job of document.jobs) job.node.children = inlines.parse(job);
  return root;
}
