import type { Root } from 'mdast';
import type { Processor } from 'unified';
import { type GoldmarkOptions, HUGO_DEFAULTS } from './options';
import { parse } from './parse';

/** A unified plug-in: `remark().use(goldmark)` reads Markdown as Hugo does. The body begins at the offset `from`. */
export function goldmark(this: Processor<Root>, options: GoldmarkOptions = HUGO_DEFAULTS, from = 0): void {
  this.parser = (text) => parse(text, options, from);
}

export default goldmark;
