import type { Span } from '../base/span';

/** A value as someone gave it, in a file or in the editor's settings, with where it stands. */
export type Given = GivenMap | GivenList | GivenScalar;

interface Placed {
  /** `NOWHERE` for what stands in no text. */
  readonly span: Span;
}
export interface GivenMap extends Placed {
  readonly kind: 'map';
  readonly entries: readonly GivenEntry[];
}
export interface GivenList extends Placed {
  readonly kind: 'list';
  readonly items: readonly Given[];
}
export interface GivenScalar extends Placed {
  readonly kind: 'scalar';
  /** A text, number, boolean or null; in settings anything else too. */
  readonly value: unknown;
  /** As written: `0.110` is a number that says more than its value. */
  readonly source: string;
}
export interface GivenEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Given;
}

/** Where that stands which stands in no text. */
export const NOWHERE: Span = { start: 0, end: 0 };

/** Deeper values are none that anything here asks for. */
const MAX_DEPTH = 6;

/** A value that did not come from a text; one that holds itself ends after a few rounds. */
export function givenOf(raw: unknown, depth = 0): Given {
  if (Array.isArray(raw) && depth < MAX_DEPTH)
    return { kind: 'list', span: NOWHERE, items: raw.map((item) => givenOf(item, depth + 1)) };
  if (typeof raw === 'object' && raw !== null && depth < MAX_DEPTH) {
    const entries = Object.entries(raw).map(([key, value]) => ({
      key,
      keySpan: NOWHERE,
      value: givenOf(value, depth + 1),
    }));
    return { kind: 'map', span: NOWHERE, entries };
  }
  return { kind: 'scalar', span: NOWHERE, value: raw, source: String(raw) };
}

/** `"foo"`, `5`, `["a"]`: as JSON, for a message; cut when it is long. */
export function shown(given: Given): string {
  const text = jsonOf(given);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function jsonOf(given: Given): string {
  switch (given.kind) {
    case 'map':
      return `{${given.entries.map(({ key, value }) => `${JSON.stringify(key)}:${jsonOf(value)}`).join(',')}}`;
    case 'list':
      return `[${given.items.map(jsonOf).join(',')}]`;
    case 'scalar':
      return typeof given.value === 'string' ? JSON.stringify(given.value) : given.source;
    default:
      return given satisfies never;
  }
}
