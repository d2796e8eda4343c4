import {
  type Field,
  type FrontMatter,
  fieldsInUse,
  type SyntaxCode,
  fieldOf as usedField,
  type Value,
} from '../article/frontMatter';
import { message } from '../base/message';
import { type Span, span } from '../base/span';
import type { Fix, Subject } from './rule';

/**
 * Whether Hugo reads this front matter at all, so that a field that is not there is really missing. False when the build fails on it
 * or when it is published as text: the one problem to tell then is that.
 */
export function isRead(frontMatter: FrontMatter): boolean {
  return (
    frontMatter.format !== 'none' &&
    frontMatter.format !== 'org' &&
    !frontMatter.problems.some((problem) => problem.severity === 'error')
  );
}

/** Copydesk rewrites YAML only; TOML and JSON are read. */
function isEditable({ article }: Subject): boolean {
  return article.frontMatter.format === 'yaml';
}

/** Fixes of the front matter, none where it is not rewritten. */
export function fixesIn(subject: Subject, ...fixes: readonly (Fix | undefined)[]): readonly Fix[] {
  return isEditable(subject) ? fixes.filter((fix) => fix !== undefined) : [];
}

/** The fix that puts `text` where `where` is. It is safe to apply without looking, unless said otherwise. */
export function writing(text: string, where: Span, preferred = true): Fix {
  return { title: message('Write {0}', text), edits: [{ span: where, text }], preferred };
}

/** The fix that puts a name in place of one that was probably meant to be it, in the quotes that stand there; none when it is not known. */
export function writingName(name: string | undefined, value: Value): Fix | undefined {
  return name === undefined
    ? undefined
    : { ...writing(inItsQuotes(value, name), value.span), title: message('Write {0}', name) };
}

/** Where a problem of the whole front matter is shown: its opening fence. */
export function fenceOf(frontMatter: FrontMatter): Span {
  return frontMatter.open ?? span(frontMatter.span.start, frontMatter.span.start);
}

/**
 * The fields that count: of a key that stands twice, the one that Hugo uses, and none that it cannot read, since what it says is not known until
 * it is put right.
 */
export function fieldsThatCount(frontMatter: FrontMatter): readonly Field[] {
  // Of YAML, the reader tells of each key that stands twice.
  if (frontMatter.problems.length === 0 && frontMatter.format === 'yaml') return frontMatter.fields;
  const used = fieldsInUse(frontMatter);
  const isSound = soundness(frontMatter);
  return frontMatter.fields.filter((field) => used.get(field.name) === field && isSound(field));
}

/** The field of that name (lower case), when it counts. */
export function fieldOf(frontMatter: FrontMatter, name: string): Field | undefined {
  const field = usedField(frontMatter, name);
  return field && soundness(frontMatter)(field) ? field : undefined;
}

/** What the reader tells though the value is known. What else it tells of a value means that Hugo reads it otherwise than it looks. */
const KNOWN: ReadonlySet<SyntaxCode> = new Set(['duplicate-key', 'no-space-after-dash', 'bad-closing-fence']);

/** Tells whether no fault of its own touches a field. The faults are put in order once, since both may be many. */
function soundness({ problems }: FrontMatter): (field: Field) => boolean {
  if (problems.length === 0) return () => true;
  const faults = problems
    .filter(({ severity, code }) => severity === 'error' || !KNOWN.has(code))
    .map(({ span }) => span);
  faults.sort((a, b) => a.start - b.start);
  let reach = -1;
  const reaches = faults.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
  return ({ span }) => {
    let low = 0;
    let high = faults.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (faults[middle]!.start <= span.end) low = middle + 1;
      else high = middle;
    }
    return low === 0 || reaches[low - 1]! < span.start;
  };
}

/** The text of a scalar as Hugo takes it, `5` and `true` included; undefined for lists, maps and what is absent. */
export function textOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
    case 'boolean':
      return String(value.value);
    case 'null':
    case 'list':
    case 'map':
      return undefined;
    default:
      return value satisfies never;
  }
}

/** What Go templates and `default` take for false: nothing, `""`, `0`, `false`, an empty list or map. */
export function isFalsy(value: Value): boolean {
  switch (value.kind) {
    case 'null':
      return true;
    case 'string':
      return value.value === '';
    case 'number':
      return value.value === 0;
    case 'boolean':
      return !value.value;
    case 'list':
      return value.items.length === 0;
    case 'map':
      return value.fields.length === 0;
    default:
      return value satisfies never;
  }
}

/** The items of a list, the values of a map, or the value itself: what a template that goes through it sees. */
export function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'map') return value.fields.map((field) => field.value);
  return [value];
}

/** Something to underline even where a value is absent: then the key. */
export function spanOf(field: Field): Span {
  return field.value.span.end > field.value.span.start ? field.value.span : field.keySpan;
}

/** Writes `text` in place of a scalar, in the quotes that it has. `text` needs no escaping in any style: letters, digits, `-`, `:`, `+`. */
function inItsQuotes(value: Value, text: string): string {
  if (value.kind !== 'string') return text;
  if (value.style === 'double') return `"${text}"`;
  if (value.style === 'single') return `'${text}'`;
  return text;
}
