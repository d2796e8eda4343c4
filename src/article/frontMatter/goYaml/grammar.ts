import { Refusal, type Scan, type Token } from './scan';
import { peek, take } from './tokens';

/** What the decoder needs to know of a document. */
export interface GoNode {
  readonly kind: 'scalar' | 'map' | 'list' | 'alias';
  readonly start: number;
  readonly end: number;
  /** As written: `!!str`. */
  readonly tag: string;
  /** A scalar without quotes. */
  readonly plain: boolean;
  /** Keys and values in turn, or items. */
  readonly children: GoNode[];
  /** What an alias stands for. */
  readonly target: GoNode | undefined;
}

interface Grammar {
  readonly scan: Scan;
  readonly anchors: Map<string, GoNode>;
  depth: number;
}

/** The grammar goes no deeper; what is deeper is taken as readable. */
export class TooDeep extends Error {}
const MAX_DEPTH = 500;

/**
 * Reads the first document, as Hugo does; what follows it is ignored.
 * @throws {Refusal} what Hugo's reader stops with
 * @throws {TooDeep}
 */
export function readDocument(scan: Scan): GoNode | undefined {
  const grammar: Grammar = { scan, anchors: new Map(), depth: 0 };
  let token = peek(scan);
  if (token.type === 'end') return undefined;
  if (token.type === 'directive' || (token.type === 'document' && scan.text[token.start] === '-')) {
    while (peek(scan).type === 'directive') take(scan);
    token = peek(scan);
    if (token.type !== 'document' || scan.text[token.start] !== '-')
      throw new Refusal('did not find expected <document start>', token.start);
    take(scan);
    token = peek(scan);
    if (token.type === 'document' || token.type === 'directive' || token.type === 'end') return undefined;
  }
  const root = readNode(grammar, { block: true, indentless: false });
  peek(scan);
  return root;
}

interface Place {
  readonly block: boolean;
  /** A list may stand at the indentation of its key. */
  readonly indentless: boolean;
}

const FLOW: Place = { block: false, indentless: false };
const IN_MAP: Place = { block: true, indentless: true };
const IN_LIST: Place = { block: true, indentless: false };

interface Properties {
  anchor: string | undefined;
  tag: string;
}

function readNode(grammar: Grammar, place: Place): GoNode {
  const { scan } = grammar;
  const first = peek(scan);
  if (first.type === 'alias') {
    take(scan);
    const name = scan.text.slice(first.start + 1, first.end);
    const target = grammar.anchors.get(name);
    if (!target) throw new Refusal(`unknown anchor '${name}' referenced`, first.start);
    return { kind: 'alias', start: first.start, end: first.end, tag: '', plain: false, children: [], target };
  }
  if (++grammar.depth > MAX_DEPTH) throw new TooDeep();
  const node = readContent(grammar, place, first, readProperties(scan));
  grammar.depth--;
  return node;
}

function readProperties(scan: Scan): Properties {
  const properties: Properties = { anchor: undefined, tag: '' };
  for (let i = 0; i < 2; i++) {
    const token = peek(scan);
    const text = scan.text.slice(token.start, token.end);
    if (token.type === 'anchor' && properties.anchor === undefined) properties.anchor = text.slice(1);
    else if (token.type === 'tag' && properties.tag === '') properties.tag = checkedTag(text, token);
    else break;
    take(scan);
  }
  return properties;
}

/** `!!x` and `!x` are known; `!h!x` would need a `%TAG` directive. */
function checkedTag(text: string, token: Token): string {
  if (/^![\w-]+!/.test(text)) throw new Refusal('found undefined tag handle', token.start);
  return text;
}

function readContent(grammar: Grammar, place: Place, first: Token, { anchor, tag }: Properties): GoNode {
  const { scan } = grammar;
  const token = peek(scan);
  const add = (kind: GoNode['kind'], plain = false): GoNode => {
    const node: GoNode = { kind, start: token.start, end: token.end, tag, plain, children: [], target: undefined };
    if (anchor !== undefined) grammar.anchors.set(anchor, node);
    return node;
  };
  if (place.indentless && token.type === '-') return readIndentless(grammar, add('list'));
  if (token.type === 'scalar') {
    take(scan);
    return add('scalar', token.plain);
  }
  if (token.type === '[') return readFlowList(grammar, add('list'));
  if (token.type === '{') return readFlowMap(grammar, add('map'));
  if (place.block && token.type === 'block-list') return readBlockList(grammar, add('list'));
  if (place.block && token.type === 'block-map') return readBlockMap(grammar, add('map'));
  if (anchor !== undefined || tag !== '') return { ...add('scalar', true), end: token.start };
  throw new Refusal('did not find expected node content', token.start, first.start);
}

function absent(at: number): GoNode {
  return { kind: 'scalar', start: at, end: at, tag: '', plain: true, children: [], target: undefined };
}

function readBlockList(grammar: Grammar, list: GoNode): GoNode {
  const { scan } = grammar;
  take(scan);
  for (;;) {
    const token = take(scan);
    if (token.type === 'block-end') return list;
    if (token.type !== '-') throw new Refusal("did not find expected '-' indicator", token.start, list.start);
    const { type } = peek(scan);
    list.children.push(type === '-' || type === 'block-end' ? absent(token.end) : readNode(grammar, IN_LIST));
  }
}

function readIndentless(grammar: Grammar, list: GoNode): GoNode {
  const { scan } = grammar;
  while (peek(scan).type === '-') {
    const token = take(scan);
    const { type } = peek(scan);
    const empty = type === '-' || type === '?' || type === ':' || type === 'block-end';
    list.children.push(empty ? absent(token.end) : readNode(grammar, IN_LIST));
  }
  return list;
}

function readBlockMap(grammar: Grammar, map: GoNode): GoNode {
  const { scan } = grammar;
  take(scan);
  for (;;) {
    const token = take(scan);
    if (token.type === 'block-end') return map;
    if (token.type !== '?') throw new Refusal('did not find expected key', token.start, map.start);
    map.children.push(readBlockPart(grammar, token.end));
    const colon = peek(scan);
    if (colon.type === ':') take(scan);
    map.children.push(colon.type === ':' ? readBlockPart(grammar, colon.end) : absent(colon.start));
  }
}

/** A key or a value, which may be absent. */
function readBlockPart(grammar: Grammar, after: number): GoNode {
  const { type } = peek(grammar.scan);
  return type === '?' || type === ':' || type === 'block-end' ? absent(after) : readNode(grammar, IN_MAP);
}

function readFlowList(grammar: Grammar, list: GoNode): GoNode {
  const { scan } = grammar;
  take(scan);
  for (let first = true; peek(scan).type !== ']'; first = false) {
    if (!first) {
      expectComma(scan, list, ']');
      if (peek(scan).type === ']') break;
    }
    const token = peek(scan);
    list.children.push(token.type === '?' ? readFlowPair(grammar, token) : readNode(grammar, FLOW));
  }
  take(scan);
  return list;
}

/** `[a: b]` is a list of one map. */
function readFlowPair(grammar: Grammar, question: Token): GoNode {
  const { scan } = grammar;
  take(scan);
  const map: GoNode = { ...absent(question.start), kind: 'map', plain: false, children: [] };
  const token = peek(scan);
  const { type } = token;
  if (type === ':' || type === ',' || type === ']') {
    // The reader passes over this token when the key is absent.
    take(scan);
    map.children.push(absent(token.start));
  } else map.children.push(readNode(grammar, FLOW));
  map.children.push(readFlowValue(grammar, ']'));
  return map;
}

function readFlowValue(grammar: Grammar, close: ']' | '}'): GoNode {
  const { scan } = grammar;
  const colon = peek(scan);
  if (colon.type !== ':') return absent(colon.start);
  take(scan);
  const { type } = peek(scan);
  return type === ',' || type === close ? absent(colon.end) : readNode(grammar, FLOW);
}

function readFlowMap(grammar: Grammar, map: GoNode): GoNode {
  const { scan } = grammar;
  take(scan);
  for (let first = true; peek(scan).type !== '}'; first = false) {
    if (!first) {
      expectComma(scan, map, '}');
      if (peek(scan).type === '}') break;
    }
    const token = peek(scan);
    if (token.type !== '?') {
      map.children.push(readNode(grammar, FLOW), absent(token.end));
      continue;
    }
    take(scan);
    const { type } = peek(scan);
    const empty = type === ':' || type === ',' || type === '}';
    map.children.push(empty ? absent(token.end) : readNode(grammar, FLOW), readFlowValue(grammar, '}'));
  }
  take(scan);
  return map;
}

function expectComma(scan: Scan, node: GoNode, close: ']' | '}'): void {
  const token = peek(scan);
  if (token.type !== ',') throw new Refusal(`did not find expected ',' or '${close}'`, token.start, node.start);
  take(scan);
}
