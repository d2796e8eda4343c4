import type { BlockContent, DefinitionContent, Node, Parent, PhrasingContent } from 'mdast';

// What our tree has beyond plain mdast. Every node has an exact position.

/** A run of emphasis characters that stayed text, with what Goldmark thought of it. Offsets are those of the source. */
export interface LeftoverRun {
  readonly start: number;
  readonly end: number;
  readonly char: '*' | '_' | '~';
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** `{#id .cls key="value"}` after a heading; `class` is joined by spaces. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** `[ ]` or `[x]` in the first block of a list item. */
export interface Checkbox extends Node {
  type: 'checkbox';
  checked: boolean;
}
export interface DefinitionList extends Parent {
  type: 'definitionList';
  children: (DefinitionTerm | DefinitionDescription)[];
}
export interface DefinitionTerm extends Parent {
  type: 'definitionTerm';
  children: PhrasingContent[];
}
/** `: text` below a term; `spread` when a blank line stands before it, so that Hugo writes a paragraph. */
export interface DefinitionDescription extends Parent {
  type: 'definitionDescription';
  spread: boolean;
  children: (BlockContent | DefinitionContent)[];
}

declare module 'mdast' {
  interface TextData {
    /** The text as Hugo prints it, when the typographer changed it. */
    typeset?: string;
    /** Emphasis characters in this text that Hugo publishes literally. */
    leftover?: readonly LeftoverRun[];
  }
  interface HeadingData {
    /** Source of the heading's last line, from which Hugo makes the id. */
    raw: string;
    attributes?: readonly Attribute[];
  }
  interface CodeData {
    indented?: true;
    /** A fence that nothing closes. */
    unclosed?: true;
  }
  interface HtmlData {
    /** The block ends on a later line than it began. */
    closedLater?: boolean;
  }
  interface ImageData {
    /** The alt text as Hugo prints it, when it is not `alt`. */
    hugoAlt?: string;
  }
  interface ImageReferenceData {
    hugoAlt?: string;
  }
  interface LinkData {
    /** Found by linkify or written `<url>`. */
    auto?: 'linkify' | 'angle';
  }
  interface PhrasingContentMap {
    checkbox: Checkbox;
  }
  interface BlockContentMap {
    definitionList: DefinitionList;
  }
  interface RootContentMap {
    checkbox: Checkbox;
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    definitionDescription: DefinitionDescription;
  }
}
