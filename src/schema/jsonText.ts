import type { Field, Value } from '../article/frontMatter';
import { readYaml } from '../article/frontMatter/yaml';
import { type Span, span } from '../base/span';

/** A JSON file as a value, or what is wrong with it and where. */
export type JsonText =
  | { readonly value: unknown; readonly wrong?: undefined }
  | { readonly value?: undefined; readonly wrong: string; readonly span: Span };

/** Reads JSON. Never throws. */
export function readJsonText(text: string): JsonText {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, ' ')) };
  } catch (error) {
    const says = error instanceof Error ? error.message : '';
    return { wrong: reasonOf(says), span: brokenAt(text, says) };
  }
}

/** Engines name the place as `position 12`, `line 2 column 3`, or not at all: then it is where the text ends too early. */
function brokenAt(text: string, says: string): Span {
  const position = /position (\d+)/.exec(says)?.[1];
  const token = /[Uu]nexpected token '?(.)/u.exec(says)?.[1];
  const guess = token === undefined ? text.trimEnd().length - 1 : text.lastIndexOf(token);
  const at = Math.max(0, Math.min(position === undefined ? guess : Number(position), text.length - 1));
  return span(at, Math.min(at + 1, text.length));
}

function reasonOf(says: string): string {
  return says.replace(/,? ?(?:\.\.\.)?".*" is not valid JSON$/s, '').replace(/ in JSON at position.*$/s, '');
}

/** The way to a value: keys of maps and places in lists. */
export type Path = readonly (string | number)[];

/** Where a value of a JSON text stands, or its key; the nearest that is found above it when it is not there. JSON is a part of YAML's bracket notation. */
export function placeIn(text: string, path: Path, what: 'value' | 'key' = 'value'): Span {
  let fields: readonly Field[] | undefined = readYaml(text.replaceAll('\t', ' '), 0).fields ?? [];
  let value: Value | undefined;
  let place = span(0, Math.min(1, text.length));
  for (const [i, step] of path.entries()) {
    if (value?.kind === 'map') fields = value.fields;
    const field: Field | undefined = fields?.findLast(({ key }) => key === String(step));
    value = value?.kind === 'list' ? value.items[Number(step)] : field?.value;
    if (!value) return place;
    fields = undefined;
    const isLast = i === path.length - 1;
    place = isLast && (what === 'value' || !field) ? value.span : (field?.keySpan ?? value.span);
  }
  return place;
}
