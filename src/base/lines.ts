/** A place in a text: zero-based line and UTF-16 column, as the Language Server Protocol counts. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets into lines and back. Lines end at LF, CR LF or a lone CR, as editors count. */
export interface Lines {
  readonly count: number;
  placeAt(offset: number): Place;
  offsetAt(place: Place): number;
  /** Offset of the line's first character. */
  startOf(line: number): number;
}

/** The lines of a text. Offsets outside of it count as its ends. */
export function linesOf(text: string): Lines {
  const starts = lineStarts(text);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count: starts.length,
    placeAt(offset) {
      const line = lineAt(Math.max(0, Math.min(offset, text.length)));
      return { line, character: Math.max(0, Math.min(offset, text.length)) - starts[line]! };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(starts[line]! + Math.max(0, character), starts[line + 1] ?? text.length);
    },
    startOf: (line) => starts[line] ?? text.length,
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (c === 10 || c === 13) starts.push(i + 1);
  }
  return starts;
}
