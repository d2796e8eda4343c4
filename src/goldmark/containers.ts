import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  FootnoteDefinition,
  List,
  ListItem,
  Paragraph,
  Root,
} from 'mdast';
import type { InlineJob } from './document';
import type { DefinitionDescription, DefinitionList } from './nodes';
import type { LeafText } from './source';

export type Flow = BlockContent | DefinitionContent;
export type ContainerNode = Root | Blockquote | ListItem | FootnoteDefinition | DefinitionDescription;

/** Deeper nesting than this stays text: nobody writes it, and every later step may walk the tree recursively. */
export const DEEPEST = 100;

/** A list to which the next item may belong. */
export interface OpenList {
  readonly node: List;
  /** `-`, `*`, `+`, `.` or `)`. */
  readonly marker: number;
  readonly ordered: boolean;
}

/** A paragraph that a `:` line below may yet turn into terms. */
export interface ClosedParagraph {
  readonly node: Paragraph;
  readonly leaf: LeafText;
  /** Range in `leaf.text`, a check box at its begin included. */
  readonly start: number;
  readonly end: number;
  readonly job: InlineJob | undefined;
}

interface ContainerParts {
  readonly kind: 'root' | 'quote' | 'item' | 'note' | 'description';
  readonly node: ContainerNode;
  readonly children: Flow[];
  /** Columns that a line must be indented by to belong to it. */
  readonly indent: number;
  readonly line: number;
  readonly markerEnd: number;
  /** The list that ends where this item ends, or the definition list of this description. */
  readonly list?: List | DefinitionList;
}

/** A block that holds blocks and is still open. */
export class Container {
  readonly kind: ContainerParts['kind'];
  readonly node: ContainerNode;
  readonly children: Flow[];
  readonly indent: number;
  readonly line: number;
  readonly markerEnd: number;
  readonly list: List | DefinitionList | undefined;
  /** Nothing is in it yet. */
  empty = true;
  /** How many of its children are printed in it. */
  visible = 0;
  openList: OpenList | undefined;
  closedParagraph: ClosedParagraph | undefined;

  constructor(parts: ContainerParts) {
    this.kind = parts.kind;
    this.node = parts.node;
    this.children = parts.children;
    this.indent = parts.indent;
    this.line = parts.line;
    this.markerEnd = parts.markerEnd;
    this.list = parts.list;
  }

  get lastChild(): Flow | undefined {
    return this.children[this.children.length - 1];
  }
}
