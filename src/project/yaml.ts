import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { type Message, message } from '../base/message';
import { type Span, span } from '../base/span';
import type { Given, GivenEntry } from './given';

/** A file as values with their places, as far as it can be read, and what is wrong with it as YAML. */
export interface GivenText {
  /** Undefined for an empty file. */
  readonly value: Given | undefined;
  readonly problems: readonly { readonly span: Span; readonly message: Message }[];
}

/** Deeper values are nobody's settings. */
const MAX_DEPTH = 12;
/** Where the reader itself would fall: its stack must not run out, which Node does not survive everywhere. */
const TOO_DEEP = 200;

/** Reads a file of YAML 1.2, which JSON is too. Never throws. */
export function readGiven(text: string): GivenText {
  if (isTooDeep(text)) return broken(text, 'nested too deeply');
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', keepSourceTokens: false });
    const problems = document.errors.map(({ pos: [start, end], message: says }) => ({
      span: span(Math.min(start, text.length), Math.min(Math.max(start, end), text.length)),
      message: message(
        'This cannot be read as YAML, and what follows may not count: {0}',
        says.split('\n', 1)[0] ?? '',
      ),
    }));
    const { contents } = document;
    return { value: contents === null ? undefined : givenOf({ document, text }, contents, 0), problems };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return broken(text, error.message);
  }
}

function broken(text: string, says: string): GivenText {
  const where = span(0, Math.min(1, text.length));
  return {
    value: undefined,
    problems: [
      { span: where, message: message('This cannot be read as YAML, and what follows may not count: {0}', says) },
    ],
  };
}

/** Counts brackets that are open, and the dashes of a line. */
function isTooDeep(text: string): boolean {
  let open = 0;
  let dashes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '[' || c === '{') open++;
    else if ((c === ']' || c === '}') && open > 0) open--;
    else if (c === '-' || c === '?') dashes++;
    else if (c === '\n') dashes = 0;
    if (open > TOO_DEEP || dashes > TOO_DEEP) return true;
  }
  return false;
}

interface Reading {
  readonly document: Document;
  readonly text: string;
}

function givenOf(reading: Reading, node: Node | null, depth: number, after = 0): Given {
  const where = spanOf(reading, node, after);
  const nothing: Given = { kind: 'scalar', span: where, value: null, source: 'null' };
  if (!node || depth > MAX_DEPTH) return nothing;
  if (isAlias(node)) {
    const target = node.resolve(reading.document);
    return target ? { ...givenOf(reading, target, depth + 1), span: where } : nothing;
  }
  if (isMap(node)) return { kind: 'map', span: where, entries: entriesOf(reading, node.items, depth) };
  if (isSeq(node))
    return {
      kind: 'list',
      span: where,
      items: node.items.map((item) => givenOf(reading, item as Node | null, depth + 1, where.start)),
    };
  if (!isScalar(node)) return nothing;
  return { kind: 'scalar', span: where, value: node.value, source: String(node.source ?? node.value) };
}

function entriesOf(reading: Reading, pairs: readonly { key: unknown; value: unknown }[], depth: number): GivenEntry[] {
  return pairs.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const keySpan = spanOf(reading, key, 0);
    return [
      { key: String(key.value ?? ''), keySpan, value: givenOf(reading, value as Node | null, depth + 1, keySpan.end) },
    ];
  });
}

/** Without the line breaks that a block of YAML ends with; where nothing stands, what it belongs to ends. */
function spanOf({ text }: Reading, node: Node | null, after: number): Span {
  if (!node?.range) return span(after, after);
  const [start, stop] = node.range;
  if (start === stop) return span(Math.max(start, after), Math.max(start, after));
  let end = stop;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return span(start, end);
}
