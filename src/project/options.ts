import { type Message, message } from '../base/message';
import { nearest } from '../base/near';
import type { Span } from '../base/span';
import { type Given, type GivenEntry, type GivenMap, shown } from './given';
import { isGlob } from './globs';
import type { HugoVersion, Override, SchemaChoice, Severities, Severity } from './project';

/** What a project file or the editor's settings choose, each for itself; what they leave out is empty. */
export interface Options {
  readonly severities: Severities;
  readonly overrides: readonly Override[];
  readonly ignore: readonly string[];
  /** Lower case. */
  readonly allowedKeys: ReadonlySet<string>;
  readonly hugoVersion: HugoVersion | undefined;
  readonly schemas: readonly SchemaChoice[];
  readonly remoteSchemas: boolean | undefined;
}

export const NO_OPTIONS: Options = {
  severities: new Map(),
  overrides: [],
  ignore: [],
  allowedKeys: new Set(),
  hugoVersion: undefined,
  schemas: [],
  remoteSchemas: undefined,
};

/** The names that a severity may be chosen for. */
export interface RuleNames {
  readonly rules: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

export interface OptionProblem {
  readonly span: Span;
  readonly message: Message;
  /** What was probably meant, to be written there instead. */
  readonly meant?: string;
}

/** Where options are read from, and what is wrong with them. */
export interface Reading {
  /** What their names begin with: `copydesk.` in the settings. */
  readonly prefix: string;
  /** A severity for anything else is told of; without them, none is. */
  readonly names: RuleNames | undefined;
  readonly problems: OptionProblem[];
}

export const LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies (Severity | 'off')[];
export const OPTION_NAMES = [
  'rules',
  'overrides',
  'ignore',
  'allowedKeys',
  'hugoVersion',
  'schemas',
  'remoteSchemas',
] as const;
const OVERRIDE_NAMES = ['files', 'rules'] as const;
const SCHEMA_NAMES = ['files', 'schema'] as const;

/** Parses options. A wrong value counts as not given, and a problem tells so at its place. */
export function optionsOf(map: GivenMap, reading: Reading): Options {
  const at = (key: (typeof OPTION_NAMES)[number]): Asked => ({ given: valueIn(map, key), name: key, reading });
  return {
    severities: severitiesOf(at('rules')),
    overrides: overridesOf(at('overrides')),
    ignore: globsOf(at('ignore')),
    allowedKeys: new Set(textsOf(at('allowedKeys')).map((key) => key.toLowerCase())),
    hugoVersion: versionOf(at('hugoVersion')),
    schemas: schemasOf(at('schemas')),
    remoteSchemas: flagOf(at('remoteSchemas')),
  };
}

/** One value that is asked for. */
export interface Asked {
  readonly given: Given | undefined;
  /** Without the prefix: `overrides[0].rules`. */
  readonly name: string;
  readonly reading: Reading;
}

/** Says what an option must be. Whole sentences, so that they can be translated. */
type Wrong = (name: string, is: string) => Message;
const notAnObject: Wrong = (name, is) => message('“{0}” must be an object, not {1}. It is ignored.', name, is);
const notAList: Wrong = (name, is) => message('“{0}” must be a list of texts, not {1}. It is ignored.', name, is);
const notObjects: Wrong = (name, is) => message('“{0}” must be a list of objects, not {1}. It is ignored.', name, is);
const notAText: Wrong = (name, is) => message('“{0}” must be a text, not {1}. It is ignored.', name, is);
const notAFlag: Wrong = (name, is) => message('“{0}” must be true or false, not {1}. It is ignored.', name, is);
const notAGlob: Wrong = (name, is) =>
  message('“{0}” must be a pattern of paths such as content/en/**, not {1}. It is ignored.', name, is);
const notAVersion: Wrong = (name, is) =>
  message('“{0}” must be a version of Hugo such as "0.111", not {1}. It is ignored.', name, is);

/** The value of a key; null counts as none. Of a key that stands twice, the later one. */
export function valueIn(map: GivenMap, key: string): Given | undefined {
  const value = map.entries.findLast((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' && (value.value === null || value.value === undefined) ? undefined : value;
}

function tell({ name, reading }: Asked, given: Given, wrong: Wrong): undefined {
  reading.problems.push({ span: given.span, message: wrong(reading.prefix + name, shown(given)) });
}

/** Tells of keys that mean nothing. */
export function tellUnknown(map: GivenMap, known: readonly string[], { problems }: Reading): void {
  for (const { key, keySpan } of map.entries) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known);
    problems.push({
      span: keySpan,
      message:
        meant === undefined
          ? message('Copydesk knows no “{0}” here and ignores it.', key)
          : message('Copydesk knows no “{0}” here and ignores it. Did you mean “{1}”?', key, meant),
      ...(meant === undefined ? {} : { meant }),
    });
  }
}

export function mapOf(asked: Asked): GivenMap | undefined {
  const { given } = asked;
  return given === undefined || given.kind === 'map' ? given : tell(asked, given, notAnObject);
}

export function flagOf(asked: Asked): boolean | undefined {
  const { given } = asked;
  if (given === undefined) return undefined;
  return given.kind === 'scalar' && typeof given.value === 'boolean' ? given.value : tell(asked, given, notAFlag);
}

/** The texts of a list; items that are none are told of and left out. */
export function textsOf(asked: Asked): readonly string[] {
  return itemsOf(asked, notAList).flatMap((item) => {
    const { given } = item;
    if (given?.kind === 'scalar' && typeof given.value === 'string') return [given.value];
    if (given) tell(item, given, notAText);
    return [];
  });
}

function itemsOf(asked: Asked, wrong: Wrong): readonly Asked[] {
  const { given, name, reading } = asked;
  if (given === undefined) return [];
  if (given.kind === 'list') return given.items.map((item, i) => ({ given: item, name: `${name}[${i}]`, reading }));
  tell(asked, given, wrong);
  return [];
}

function globsOf(asked: Asked): readonly string[] {
  return itemsOf(asked, notAList).flatMap((item) => {
    const { given } = item;
    if (given?.kind === 'scalar' && typeof given.value === 'string' && isGlob(given.value)) return [given.value];
    if (given) tell(item, given, notAGlob);
    return [];
  });
}

function severitiesOf(asked: Asked): Severities {
  const severities = new Map<string, Severity | 'off'>();
  for (const entry of mapOf(asked)?.entries ?? []) {
    const { key, value } = entry;
    tellUnknownRule(entry, asked.reading);
    const level = LEVELS.find((name) => value.kind === 'scalar' && value.value === name);
    if (level) severities.set(key, level);
    else tellNoLevel({ ...asked, given: value, name: `${asked.name}.${key}` }, value);
  }
  return severities;
}

function tellUnknownRule({ key, keySpan }: GivenEntry, { names, problems }: Reading): void {
  if (!names || names.rules.has(key) || names.groups.has(key)) return;
  const meant = nearest(key, [...names.rules, ...names.groups]);
  problems.push({
    span: keySpan,
    message:
      meant === undefined
        ? message('Copydesk has no rule and no group of rules “{0}”, so this does nothing.', key)
        : message(
            'Copydesk has no rule and no group of rules “{0}”, so this does nothing. Did you mean “{1}”?',
            key,
            meant,
          ),
    ...(meant === undefined ? {} : { meant }),
  });
}

/** Words that other linters have for a severity. */
const LEVEL_ALIKE: ReadonlyMap<string, string> = new Map([
  ['warn', 'warning'],
  ['info', 'information'],
  ['none', 'off'],
  ['false', 'off'],
  ['disable', 'off'],
  ['disabled', 'off'],
  ['suggestion', 'hint'],
]);

function tellNoLevel({ name, reading }: Asked, given: Given): void {
  const levels = LEVELS.map((level) => `"${level}"`).join(', ');
  const written = given.kind === 'scalar' ? String(given.value) : '';
  const meant = LEVEL_ALIKE.get(written.toLowerCase()) ?? nearest(written, LEVELS);
  reading.problems.push({
    span: given.span,
    message: message('“{0}” must be one of {2}, not {1}. It is ignored.', reading.prefix + name, shown(given), levels),
    ...(meant === undefined ? {} : { meant }),
  });
}

function overridesOf(asked: Asked): readonly Override[] {
  return itemsOf(asked, notObjects).flatMap((item) => {
    const map = mapOf(item);
    if (!map) return [];
    tellUnknown(map, OVERRIDE_NAMES, asked.reading);
    const files = globsOf(partOf(item, map, 'files'));
    const severities = severitiesOf(partOf(item, map, 'rules'));
    return files.length > 0 && severities.size > 0 ? [{ files, severities }] : [];
  });
}

/** A part that nothing works without. */
function partOf({ name, reading }: Asked, map: GivenMap, key: string): Asked {
  const given = valueIn(map, key);
  if (!given)
    reading.problems.push({
      span: map.span,
      message: message('“{0}” is missing here, so that this does nothing.', `${reading.prefix}${name}.${key}`),
    });
  return { given, name: `${name}.${key}`, reading };
}

function schemasOf(asked: Asked): readonly SchemaChoice[] {
  return itemsOf(asked, notObjects).flatMap((item) => {
    const map = mapOf(item);
    if (!map) return [];
    tellUnknown(map, SCHEMA_NAMES, asked.reading);
    const files = globsOf(partOf(item, map, 'files'));
    const schema = textOf(partOf(item, map, 'schema'));
    return files.length > 0 && schema !== undefined ? [{ files, schema }] : [];
  });
}

function textOf(asked: Asked): string | undefined {
  const { given } = asked;
  if (given === undefined) return undefined;
  return given.kind === 'scalar' && typeof given.value === 'string' && given.value !== ''
    ? given.value
    : tell(asked, given, notAText);
}

/** `0.111`, `v0.111.3`, `0.152.2+extended`. A number is taken as written: 0.110 is not 0.11. */
function versionOf(asked: Asked): HugoVersion | undefined {
  const { given } = asked;
  if (given === undefined) return undefined;
  const text =
    given.kind !== 'scalar'
      ? ''
      : typeof given.value === 'string'
        ? given.value
        : typeof given.value === 'number'
          ? given.source
          : '';
  const match = /^v?(\d{1,3})\.(\d{1,4})(?:\.\d+)?(?:[-+][\w.+-]*)?$/.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2])] : tell(asked, given, notAVersion);
}
