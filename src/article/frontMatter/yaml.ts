import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import { type Span, span } from '../../base/span';
import type { Field, ScalarStyle, Value } from '../frontMatter';
import { typeScalar } from './scalar';

/** A piece of front matter as the YAML reader sees it. */
export interface YamlTree {
  /** Undefined when the reader found an error, the root is no map, or the nesting is absurd. */
  readonly fields: readonly Field[] | undefined;
  /** What the root is; `nothing` for an empty text or one of comments. */
  readonly root: 'map' | 'list' | 'scalar' | 'nothing' | 'broken';
  /** The value of each anchor in this piece, for pieces that are read one at a time. */
  readonly anchors: ReadonlyMap<string, Value>;
}

/** Deeper front matter is cut off here: nobody writes it, and a reader must not fall over it. */
const MAX_DEPTH = 100;
/** Values that aliases may repeat in all, so that a few lines cannot grow into millions of values. */
const MAX_REPEATED = 10_000;

interface Reading {
  readonly shift: number;
  readonly source: string;
  readonly document: Document;
  readonly known: ReadonlyMap<string, Value> | undefined;
  readonly anchors: Map<string, Value>;
  repeated: number;
}

/**
 * Reads YAML. `source` is a part of the text that begins at `shift`; all spans are those of the text. Never throws.
 * @param known anchors that stand outside of this piece
 */
export function readYaml(source: string, shift: number, known?: ReadonlyMap<string, Value>): YamlTree {
  const anchors = new Map<string, Value>();
  if (tooDeep(source)) return { fields: undefined, root: 'broken', anchors };
  try {
    // One character for one: a lone CR is a line break to Hugo, but not to this reader.
    const text = source.replace(/\r(?!\n)/g, '\n');
    const document = parseDocument(text, {
      version: '1.1',
      schema: 'failsafe', // all scalars stay text; typeScalar decides
      keepSourceTokens: false,
      prettyErrors: false, // they would cost the length of the line each
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
      stringKeys: false,
    });
    const { contents } = document;
    if (document.errors.some((error) => error.code !== 'MULTIPLE_DOCS'))
      return { fields: undefined, root: 'broken', anchors };
    const reading: Reading = { shift, source, document, known, anchors, repeated: 0 };
    if (isMap(contents)) return { fields: fieldsOf(reading, contents.items, 0), root: 'map', anchors };
    if (isSeq(contents)) return { fields: undefined, root: 'list', anchors };
    if (isScalar(contents) && (contents.source ?? '') !== '') return { fields: undefined, root: 'scalar', anchors };
    return { fields: [], root: contents === null || isScalar(contents) ? 'nothing' : 'broken', anchors };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { fields: undefined, root: 'broken', anchors };
  }
}

/** Counts what could nest at most: brackets that are open, and dashes in a row. */
function tooDeep(source: string): boolean {
  let open = 0;
  let dashes = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 91 || c === 123) open++;
    else if ((c === 93 || c === 125) && open > 0) open--;
    if (c === 45 || c === 63) dashes++;
    else if (c !== 32) dashes = 0;
    if (open > MAX_DEPTH || (dashes > MAX_DEPTH && source[i - 1] === ' ')) return true;
  }
  return false;
}

function fieldsOf(reading: Reading, pairs: readonly Pair[], depth: number): Field[] {
  const fields: Field[] = [];
  for (const pair of pairs) {
    const key = pair.key as Node | null;
    if (!isScalar(key) || !key.range) continue;
    const text = typeof key.source === 'string' ? key.source : '';
    const keySpan = spanOf(reading, key);
    const value = readValue(reading, pair.value as Node | null, keySpan.end, depth);
    if (text === '<<' && key.type === 'PLAIN') fields.push(...merged(value, keySpan));
    fields.push({ key: text, name: text.toLowerCase(), keySpan, span: span(keySpan.start, value.span.end), value });
  }
  return fields;
}

/** What `<<: *base` brings in; each such field stands where the merge does. */
function merged(value: Value, keySpan: Span): Field[] {
  const maps = value.kind === 'list' ? value.items.toReversed() : [value]; // of a list, the first wins
  return maps.flatMap((map) =>
    map.kind === 'map'
      ? map.fields.map((field) => ({
          ...field,
          keySpan,
          span: span(keySpan.start, value.span.end),
          value: { ...field.value, span: value.span },
        }))
      : [],
  );
}

function readValue(reading: Reading, node: Node | null, after: number, depth: number): Value {
  if (!node?.range || depth >= MAX_DEPTH) return { kind: 'null', span: span(after, after) };
  if (isAlias(node)) return aliased(reading, node);
  const value = plainValue(reading, node, after, depth);
  if ('anchor' in node && typeof node.anchor === 'string') reading.anchors.set(node.anchor, value);
  return value;
}

function plainValue(reading: Reading, node: Node, after: number, depth: number): Value {
  if (isMap(node)) {
    const fields = fieldsOf(reading, node.items, depth + 1);
    const end = node.flow ? undefined : fields.at(-1)?.span.end;
    return { kind: 'map', span: spanOf(reading, node, end), fields, style: node.flow ? 'flow' : 'block' };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => {
      const at = (item as Node | null)?.range?.[0];
      return readValue(reading, item as Node | null, reading.shift + (at ?? node.range![0]), depth + 1);
    });
    const end = node.flow ? undefined : items.at(-1)?.span.end;
    return { kind: 'list', span: spanOf(reading, node, end), items, style: node.flow ? 'flow' : 'block' };
  }
  if (!isScalar(node)) return { kind: 'null', span: span(after, after) };
  const text = typeof node.source === 'string' ? node.source : '';
  return typeScalar({ span: scalarSpan(reading, node, after), text, style: styleOf(node.type), tag: node.tag });
}

function styleOf(type: string | undefined): ScalarStyle {
  switch (type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}

/** The value that the alias repeats, where the alias stands. Bounded; an alias to nothing is null. */
function aliased(reading: Reading, alias: Alias): Value {
  const at = spanOf(reading, alias);
  const value = reading.anchors.get(alias.source) ?? reading.known?.get(alias.source);
  if (!value) return { kind: 'null', span: at };
  if (reading.repeated <= MAX_REPEATED) reading.repeated += sizeOf(value, MAX_REPEATED - reading.repeated);
  return reading.repeated > MAX_REPEATED ? { kind: 'null', span: at } : { ...value, span: at };
}

function sizeOf(value: Value, limit: number): number {
  let size = 1;
  const inner = value.kind === 'list' ? value.items : value.kind === 'map' ? value.fields.map((f) => f.value) : [];
  for (const item of inner) {
    if (size > limit) break;
    size += sizeOf(item, limit - size);
  }
  return size;
}

function spanOf(reading: Reading, node: Node, end?: number): Span {
  const [start, stop] = node.range!;
  return span(start + reading.shift, end ?? stop + reading.shift);
}

/** Without the line break that ends a block scalar; an absent value stands right after what it belongs to. */
function scalarSpan(reading: Reading, node: Node, after: number): Span {
  const [start, stop] = node.range!;
  if (start === stop) return span(Math.max(start + reading.shift, after), Math.max(start + reading.shift, after));
  let end = stop;
  while (end > start && /[\r\n]/.test(reading.source[end - 1]!)) end--;
  return span(start + reading.shift, end + reading.shift);
}
