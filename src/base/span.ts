/** A half-open range of UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `end` is the offset behind the last character. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** True when `offset` is in the span or at either of its ends, as a caret is. */
export function touches(of: Span, offset: number): boolean {
  return offset >= of.start && offset <= of.end;
}

/** The text of a span. */
export function slice(text: string, of: Span): string {
  return text.slice(of.start, of.end);
}
