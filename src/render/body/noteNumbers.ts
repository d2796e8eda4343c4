import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';

/** A reference to a note: the note's number, and how many references to it come before this one. */
export interface NoteUse {
  readonly number: number;
  readonly before: number;
}

/** A note that is published. */
export interface NumberedNote {
  readonly definition: FootnoteDefinition;
  /** How many references lead to it. */
  uses: number;
}

export interface Notes {
  /** In the order of their numbers, which count from 1. */
  readonly all: readonly NumberedNote[];
  readonly uses: ReadonlyMap<FootnoteReference, NoteUse>;
}

/**
 * Numbers notes by their first reference, in the order in which Goldmark comes upon references: all notes together stand where the
 * first of them is written. Notes without a reference get no number.
 */
export function numberNotes(tree: Root, definitions: readonly FootnoteDefinition[]): Notes {
  const all: NumberedNote[] = [];
  const uses = new Map<FootnoteReference, NoteUse>();
  if (definitions.length === 0) return { all, uses };
  const numbers = new Map<string, number>();
  const byLabel = new Map([...definitions].reverse().map((definition) => [definition.identifier, definition])); // the first counts
  let notesRead = false;
  const visitAll = (nodes: readonly Nodes[]) => nodes.forEach(visit);
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') refer(node);
    else if (node.type !== 'footnoteDefinition') visitAll('children' in node ? node.children : []);
    else if (!notesRead) {
      notesRead = true;
      for (const { children } of definitions) visitAll(children);
    }
  };
  const refer = (reference: FootnoteReference): void => {
    const definition = byLabel.get(reference.identifier);
    if (!definition) return;
    const number = numbers.get(reference.identifier) ?? all.push({ definition, uses: 0 });
    numbers.set(reference.identifier, number);
    const note = all[number - 1];
    if (note) uses.set(reference, { number, before: note.uses++ });
  };
  visit(tree);
  return { all, uses };
}
