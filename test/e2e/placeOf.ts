/** As much of the page as is needed here: the tests are compiled without the browser's types. */
interface PageNode {
  readonly textContent: string | null;
}
interface PageRange {
  setStart(node: PageNode, offset: number): void;
  setEnd(node: PageNode, offset: number): void;
  getBoundingClientRect(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}
interface Line extends PageNode {
  readonly ownerDocument: {
    createTreeWalker(root: PageNode, what: number): { nextNode(): PageNode | null };
    createRange(): PageRange;
  };
}

/**
 * The middle of a text in an editor, in pixels of the page; undefined when no line that shows holds it. Runs inside the
 * page, so it uses nothing from outside. A line is cut into spans by its colours: the text may be spread over several.
 */
export function placeOf(
  editor: { querySelectorAll(what: string): Iterable<Line> },
  text: string,
): { x: number; y: number } | undefined {
  for (const line of editor.querySelectorAll('.view-line')) {
    // Spaces are shown as no-break spaces.
    const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (at < 0) continue;
    const middle = at + Math.floor(text.length / 2);
    const texts = line.ownerDocument.createTreeWalker(line, 4);
    let before = 0;
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const length = (node.textContent ?? '').length;
      if (middle < before + length) {
        const range = line.ownerDocument.createRange();
        range.setStart(node, middle - before);
        range.setEnd(node, middle - before + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      before += length;
    }
  }
  return undefined;
}
