import type { Path } from './jsonText';
import { isMap } from './keywords';
import type { ReadSchema } from './readSchema';
import type { JsonSchema, JsonType } from './schema';
import { type RawFault, rawFaultsOf } from './validator';

/** One thing that a front matter does not fulfil, with the schema that says so. */
export interface Fault {
  readonly keyword: string;
  /** The part of the schema that has the word. */
  readonly node: JsonSchema & Readonly<Record<string, unknown>>;
  /** The way to the value: keys as the schema writes them. */
  readonly path: Path;
  /** The name of the last key is meant, not its value. */
  readonly onKey: boolean;
  /** What a value of several forms may be. */
  readonly types: readonly JsonType[];
  readonly values: readonly unknown[];
  /** A key that is missing, and the one that asks for it. */
  readonly missing?: string;
  readonly because?: string;
}

/** Words that only say that something in them does not fit. */
const AROUND: ReadonlySet<string> = new Set(
  '$ref properties patternProperties additionalProperties unevaluatedProperties items prefixItems additionalItems unevaluatedItems allOf if dependentSchemas propertyNames'.split(
    ' ',
  ),
);

/** Faults of a value, one for each cause. @param instance with the keys as the schema writes them */
export function faultsIn(instance: unknown, schema: ReadSchema): readonly Fault[] {
  const found = withoutEchoes(causes({ faults: rawFaultsOf(instance, schema), schema, instance }));
  // A value that is of the wrong kind, or none of those that are listed, has no right length or form either.
  const worst = new Map<string, number>();
  const wayOf = (fault: Fault): string => JSON.stringify([fault.path, fault.onKey]);
  for (const fault of found) worst.set(wayOf(fault), Math.min(rankOf(fault), worst.get(wayOf(fault)) ?? MILD));
  const seen = new Set<string>();
  return found.filter((fault) => {
    const same = `${fault.keyword} ${wayOf(fault)} ${fault.missing ?? ''}`;
    return rankOf(fault) === worst.get(wayOf(fault)) && seen.size < seen.add(same).size;
  });
}

/** To the validator, a property with a fault is one that the schema did not look at, and so an additional one too. */
function withoutEchoes(faults: readonly Fault[]): readonly Fault[] {
  const faulty = new Set<string>();
  for (const { keyword, path, onKey } of faults) {
    const upTo = keyword === 'additionalProperties' || onKey ? path.length - 1 : path.length;
    for (let length = 1; length <= upTo; length++) faulty.add(JSON.stringify(path.slice(0, length)));
  }
  return faults.filter(({ keyword, path }) => keyword !== 'additionalProperties' || !faulty.has(JSON.stringify(path)));
}

const MILD = 2;

function rankOf({ keyword }: Fault): number {
  if (keyword === 'type' || keyword === 'not') return 0;
  return keyword === 'enum' || keyword === 'const' ? 1 : MILD;
}

interface Asked {
  readonly faults: readonly RawFault[];
  readonly schema: ReadSchema;
  readonly instance: unknown;
}

function causes({ faults, schema, instance }: Asked): Fault[] {
  const found: Fault[] = [];
  for (let i = 0; i < faults.length; i++) {
    const fault = faults[i]!;
    if (fault.keyword === 'anyOf' || fault.keyword === 'oneOf' || fault.keyword === 'contains') {
      let end = i + 1;
      while (end < faults.length && faults[end]!.schema.startsWith(`${fault.schema}/`)) end++;
      const within = faults.slice(i + 1, end);
      if (fault.keyword === 'contains') found.push(faultOf(fault, schema));
      else found.push(...formCauses(fault, { faults: within, schema, instance }));
      i = end - 1;
    } else if (!AROUND.has(fault.keyword) && !isHugoTime(fault, schema, instance))
      found.push(...missingOrOne(fault, { faults, schema, instance }));
  }
  return found;
}

/** A time as newsrooms write it and Hugo reads it, without an offset or without seconds: good enough for `"format": "date-time"`. */
function isHugoTime({ keyword, schema, instance: way }: RawFault, read: ReadSchema, instance: unknown): boolean {
  if (keyword !== 'format' || nodeAt(schema, read).format !== 'date-time') return false;
  return HUGO_TIME.test(String(valueAt(instance, pathOf(way))));
}

const HUGO_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?(?:[Zz]|[-+]\d\d:?\d\d))?)?$/;

/** Of the forms that a value may have, the faults of the one that was probably meant. */
function formCauses(fault: RawFault, asked: Asked): readonly Fault[] {
  const { schema } = asked;
  const node = nodeAt(fault.schema, schema);
  const forms = node[fault.keyword as 'anyOf' | 'oneOf'];
  const itself = faultOf(fault, schema);
  const byForm = new Map<string, RawFault[]>();
  for (const inner of asked.faults) {
    const form = inner.schema.slice(fault.schema.length + 1).split('/', 1)[0] ?? '';
    byForm.set(form, [...(byForm.get(form) ?? []), inner]);
  }
  // Several forms fit where only one may.
  if (Array.isArray(forms) && byForm.size < forms.length) return [itself];
  const ways = [...byForm.values()].map((faults) => causes({ ...asked, faults }));
  const here = itself.path.join('/');
  const isOfKind = (way: readonly Fault[]): boolean =>
    !way.some(({ keyword, path }) => KINDS.has(keyword) && path.join('/') === here);
  const meant = ways.filter(isOfKind).sort((a, b) => a.length - b.length)[0];
  if (meant && meant.length > 0) return meant;
  const told = ways.flat().filter(({ keyword, path }) => KINDS.has(keyword) && path.join('/') === here);
  const values = told.flatMap((one) => one.values);
  const types = told.filter(({ keyword }) => keyword === 'type').flatMap((one) => one.types);
  if (told.length === 0) return [itself];
  const keyword = types.length > 0 && values.length === 0 ? 'type' : 'enum';
  return [{ ...itself, node: { ...told[0]!.node, ...noted(node) }, keyword, values, types: [...new Set(types)] }];
}

/** Words that tell a form from another one. */
const KINDS: ReadonlySet<string> = new Set(['type', 'enum', 'const']);

function noted({ title, description, errorMessage }: JsonSchema): JsonSchema {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(errorMessage === undefined ? {} : { errorMessage }),
  };
}

function missingOrOne(fault: RawFault, { schema, instance }: Asked): readonly Fault[] {
  const one = faultOf(fault, schema);
  const map = valueAt(instance, one.path);
  const missing = (names: unknown, because?: string): Fault[] =>
    (Array.isArray(names) ? names : [])
      .filter((name): name is string => typeof name === 'string' && !(isMap(map) && name in map))
      .map((name) => ({ ...one, keyword: 'required', missing: name, ...(because === undefined ? {} : { because }) }));
  if (fault.keyword === 'required') return missing(one.node.required);
  if (fault.keyword !== 'dependentRequired' && fault.keyword !== 'dependencies') return [one];
  const dependent = one.node[fault.keyword];
  if (!isMap(dependent) || !isMap(map)) return [];
  return Object.entries(dependent).flatMap(([key, names]) => (key in map ? missing(names, key) : []));
}

function faultOf(fault: RawFault, schema: ReadSchema): Fault {
  const node = nodeAt(fault.schema, schema);
  const { type } = node;
  return {
    keyword: keywordOf(fault),
    node,
    path: pathOf(fault.instance),
    onKey: /\/propertyNames(?:\/|$)/.test(fault.schema),
    types: type === undefined ? [] : typeof type === 'string' ? [type] : type,
    values: node.enum ?? ('const' in node ? [node.const] : []),
  };
}

/** `false` stands in a schema as `{"not": {}}`: what that forbids is not a form but that there is something. */
function keywordOf({ keyword, schema }: RawFault): string {
  if (keyword !== 'not') return keyword;
  return /\/(?:additional|unevaluated)Properties\/not$/.test(schema) ? 'additionalProperties' : 'not';
}

/** The part of the schema that has the word at the end of the way. */
function nodeAt(way: string, { json, references }: ReadSchema): Fault['node'] {
  let at: unknown = json;
  const steps = pathOf(way);
  for (const [i, step] of steps.entries()) {
    if (i === steps.length - 1) break;
    if (step === '$ref' && isMap(at) && typeof at['$ref'] === 'string') at = references[at['$ref']];
    else at = isMap(at) || Array.isArray(at) ? (at as Record<string, unknown>)[step] : undefined;
  }
  return isMap(at) ? at : {};
}

/** `#/tags/0` → tags, 0. */
function pathOf(pointer: string): readonly string[] {
  if (pointer === '#') return [];
  return pointer
    .slice(2)
    .split('/')
    .map((step) => decoded(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decoded(step: string): string {
  try {
    return decodeURI(step);
  } catch {
    return step;
  }
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) at = isMap(at) || Array.isArray(at) ? (at as Record<string, unknown>)[step] : undefined;
  return at;
}
