import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { type GoldmarkOptions, HUGO_DEFAULTS } from './options';
import { parse } from './parse';

/** A unified plug-in: `remark().use(goldmark)` reads Markdown as Hugo does. The body begins at the offset `from`. */
export const goldmark: Plugin<[options?: GoldmarkOptions, from?: number], string, Root> = function (
  options = HUGO_DEFAULTS,
  from = 0,
) {
  this.parser = (text) => parse(text, options, from);
};
