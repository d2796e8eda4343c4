import type { Definition, Node, PhrasingContent } from 'mdast';
import type { GoldmarkOptions } from './options';
import { LeafText, Lines } from './source';

/** Where inline text stands, as far as reading it depends on that. */
export type Place = 'text' | 'cell' | 'item';

/** Inline text to be read when all blocks are known, because only then all definitions are. */
export interface InlineJob {
  readonly node: Node & { children: PhrasingContent[] };
  readonly leaf: LeafText;
  /** Range in `leaf.text`. */
  readonly start: number;
  readonly end: number;
  /** `item` is the first block of a list item, where `[ ]` is a check box; `cell` a table cell, where `\|` is `|`. */
  readonly place: Place;
}

/** What one parse knows of its document. */
export class Document {
  readonly lines: Lines;
  readonly whole: LeafText;
  readonly jobs: InlineJob[] = [];
  /** The first definition of each label, by `labelKey`. */
  readonly definitions = new Map<string, Definition>();
  /** Labels of footnote definitions, which Goldmark compares letter by letter. */
  readonly notes = new Set<string>();

  constructor(
    readonly source: string,
    readonly options: GoldmarkOptions,
  ) {
    this.lines = new Lines(source);
    this.whole = LeafText.whole(source);
  }
}
