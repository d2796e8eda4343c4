import type { Edit } from '../base/edit';
import type { Message } from '../base/message';
import type { Span } from '../base/span';

export type Format = 'yaml' | 'toml' | 'json' | 'org' | 'none';

/**
 * The front matter of an article, as far as it can be read: broken text still yields every field around the break.
 * Fields of TOML and JSON have no written form that Copydesk edits; they carry spans where those are known, else the whole block.
 */
export interface FrontMatter {
  readonly format: Format;
  /** From the opening fence (or `{`) to the start of the body: everything that is not body. Empty for `none`. */
  readonly span: Span;
  /** The opening and closing fence lines, without their line ends; undefined when absent. */
  readonly open: Span | undefined;
  readonly close: Span | undefined;
  /** What stands between the fences, ends of lines included. */
  readonly content: Span;
  /** Top-level fields in the order written; a key that stands twice is there twice. */
  readonly fields: readonly Field[];
  /** What Hugo's reader refuses or misreads in the text itself. */
  readonly problems: readonly SyntaxProblem[];
}

export interface Field {
  /** The key as written, decoded: `Title`. */
  readonly key: string;
  /** Lower-cased, since Hugo ignores case. */
  readonly name: string;
  readonly keySpan: Span;
  /** From the key to the end of the value (comments after it not included). */
  readonly span: Span;
  readonly value: Value;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A value as Hugo's YAML 1.1 reader (TOML, JSON reader) types it. Spans include quotes and brackets; an absent value has an empty span after the colon. */
export type Value =
  | { readonly kind: 'null'; readonly span: Span }
  | { readonly kind: 'string'; readonly span: Span; readonly value: string; readonly style: ScalarStyle }
  | { readonly kind: 'number'; readonly span: Span; readonly value: number }
  | { readonly kind: 'boolean'; readonly span: Span; readonly value: boolean }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Value[]; readonly style: 'flow' | 'block' }
  | { readonly kind: 'map'; readonly span: Span; readonly fields: readonly Field[]; readonly style: 'flow' | 'block' };

export type SyntaxCode =
  | 'unclosed-quote'
  | 'inner-quote'
  | 'bad-escape'
  | 'colon-in-value'
  | 'full-width-colon'
  | 'reserved-character'
  | 'bracket-in-value'
  | 'undefined-alias'
  | 'no-space-after-colon'
  | 'no-space-after-dash'
  | 'tab'
  | 'indent'
  | 'two-fields'
  | 'two-values'
  | 'full-width-comma'
  | 'nameless-line'
  | 'wrong-sign'
  | 'duplicate-key'
  | 'not-a-map'
  | 'unclosed-front-matter'
  | 'bad-closing-fence'
  | 'bad-opening-fence'
  | 'text-before-front-matter'
  | 'no-front-matter'
  | 'toml'
  | 'json'
  | 'other';

export interface SyntaxProblem {
  readonly code: SyntaxCode;
  /** `error`: the build fails. `warning`: it builds, but not as written. */
  readonly severity: 'error' | 'warning';
  readonly span: Span;
  /** What is wrong, what Hugo says of it, and what to do. */
  readonly message: Message;
  /** The correction, where the intent is clear; not `preferred` where only the editor knows. */
  readonly fix?: { readonly title: Message; readonly edits: readonly Edit[]; readonly preferred?: boolean };
  /** Edits that make a list of it, for a field that wants one. */
  readonly asList?: readonly Edit[];
}

/** The field of that name (lower case) that Hugo uses. */
export function fieldOf(frontMatter: FrontMatter, name: string): Field | undefined {
  let used: Field | undefined;
  for (const field of frontMatter.fields) if (field.name === name) used = usedOf(used, field);
  return used;
}

/** The fields that Hugo uses, by their lower-cased names. */
export function fieldsInUse(frontMatter: FrontMatter): ReadonlyMap<string, Field> {
  const used = new Map<string, Field>();
  for (const field of frontMatter.fields) used.set(field.name, usedOf(used.get(field.name), field));
  return used;
}

/** Of two fields of one name Hugo 0.111 uses the one that is written with capital letters, else the later one. */
function usedOf(earlier: Field | undefined, later: Field): Field {
  return earlier && earlier.key !== earlier.name && later.key === later.name ? earlier : later;
}

/** Whether Hugo takes a value for true: `true`, a number but 0, and the texts that Go reads so. */
export function isTrue(value: Value | undefined): boolean {
  if (value?.kind === 'string') return /^(?:1|t|T|TRUE|true|True)$/.test(value.value);
  return value?.kind === 'boolean' ? value.value : value?.kind === 'number' && value.value !== 0;
}
