import { typeScalar } from '../scalar';
import { type GoNode, readDocument, TooDeep } from './grammar';
import { Refusal, startScan } from './scan';

/** What Hugo says of front matter that it cannot read. */
export interface Verdict {
  /** In Hugo's own words, without its line number: `did not find expected key`. */
  readonly says: string;
  /** Where Hugo stopped. */
  readonly at: number;
  /** Where the thing began that it could not finish; `at` when there is no such thing. */
  readonly from: number;
}

/**
 * Decides whether Hugo 0.111 reads a piece of YAML as front matter: our own reading of it by the rules of gopkg.in/yaml.v2, which differ from
 * YAML 1.2 in many small things. Undefined when it does. Never throws.
 */
export function judge(source: string): Verdict | undefined {
  const control = CONTROL.exec(source);
  if (control) return { says: 'control characters are not allowed', at: control.index, from: control.index };
  try {
    const root = readDocument(startScan(source));
    if (root) checkRoot(source, root);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return { says: error.says, at: error.at, from: error.from };
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

/** What the reader takes for no text. */
const CONTROL = /[^\t\n\r\x20-\x7e\x85\xa0-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

function checkRoot(source: string, root: GoNode): void {
  const value = root.kind === 'alias' ? root.target! : root;
  if (value.kind === 'map') {
    checkKeys(source, value, true);
    checkAliases(source, value);
    return;
  }
  if (value.kind === 'list') throw unmarshal('!!seq', root);
  if (value.plain && value.tag === '' && /^(?:|~|null|Null|NULL)$/.test(textOf(source, value))) return;
  throw unmarshal('!!str', root);
}

function unmarshal(what: string, node: GoNode): Refusal {
  return new Refusal(`unmarshal errors: cannot unmarshal ${what} into map[string]interface {}`, node.start);
}

function textOf(source: string, node: GoNode): string {
  return source.slice(node.start, node.end);
}

/** A key must be a scalar; `<<` needs a map. */
function checkKeys(source: string, node: GoNode, top: boolean): void {
  if (node.kind === 'list') for (const item of node.children) checkKeys(source, item, false);
  if (node.kind === 'scalar') checkTag(source, node);
  if (node.kind !== 'map') return;
  for (let i = 0; i < node.children.length; i += 2) {
    const key = node.children[i]!;
    const value = node.children[i + 1]!;
    if (key.kind === 'scalar' && key.plain && key.tag === '' && textOf(source, key) === '<<') checkMerge(value);
    else if (kindOf(key) === 'map' || kindOf(key) === 'list') {
      const says = top ? 'unmarshal errors: cannot unmarshal a list or map into string' : 'invalid map key';
      throw new Refusal(says, key.start);
    }
    checkKeys(source, key, false);
    checkKeys(source, value, false);
  }
}

function kindOf(node: GoNode): GoNode['kind'] {
  return node.target?.kind ?? node.kind;
}

function checkMerge(value: GoNode): void {
  const maps = value.kind === 'list' ? value.children : [value];
  for (const map of maps)
    if (kindOf(map) !== 'map')
      throw new Refusal('map merge requires map or sequence of maps as the value', value.start);
}

const TAGGED: Readonly<Record<string, readonly string[]>> = {
  '!!bool': ['boolean'],
  '!!int': ['number'],
  '!!float': ['number'],
  '!!null': ['null'],
};

/** `!!int abc` */
function checkTag(source: string, node: GoNode): void {
  const kinds = TAGGED[node.tag];
  if (!kinds) return;
  const text = textOf(source, node).replace(/^(["'])([\s\S]*)\1$/, '$2');
  const { kind } = typeScalar({ span: node, text, style: 'plain' });
  if (!kinds.includes(kind)) throw new Refusal(`cannot decode \`${text}\` as a ${node.tag}`, node.start);
}

/** Values that aliases may repeat before Hugo takes the text for an attack. */
const MAX_REPEATED = 400_000;

/** An alias inside of what it stands for, and aliases of aliases that grow without end. */
function checkAliases(source: string, root: GoNode): void {
  const sizes = new Map<GoNode, number>();
  const open = new Set<GoNode>();
  const sizeOf = (node: GoNode): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    if (open.has(node)) throw new Refusal('anchor value contains itself', node.start);
    open.add(node);
    let size = 1;
    for (const child of node.target ? [node.target] : node.children) size += sizeOf(child);
    open.delete(node);
    sizes.set(node, size);
    if (size > MAX_REPEATED && sizes.size < size / 100)
      throw new Refusal('document contains excessive aliasing', node.start);
    return size;
  };
  if (source.includes('*')) sizeOf(root);
}
