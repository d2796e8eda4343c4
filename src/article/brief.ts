import { scanBrief } from './briefScan';
import { type Field, type FrontMatter, fieldOf, isTrue, type Value } from './frontMatter';
import { textOfScalar, typeScalar } from './frontMatter/scalar';
import { frontMatterOf } from './frontMatterOf';

/** The few facts of an article that the catalog keeps. */
export interface ArticleBrief {
  /** Below the workspace root. */
  readonly path: string;
  /** '' when there is none. */
  readonly title: string;
  /** The date as written (a scalar's text), '' when there is none. */
  readonly date: string;
  readonly draft: boolean;
  readonly thumbnail: string;
  /** Values of list fields whose name was asked for (taxonomies), by lower-cased field name; fields without a value are absent. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}

const UTF8 = new TextDecoder();
const DASH = 45;
const LF = 10;
const CR = 13;

/**
 * The brief of an article, straight from its bytes: only the front matter is decoded, and its lines are read without a parser where they are
 * all of the usual forms; anything else goes to the real one. Never throws.
 * @param fields names of the list fields to keep, lower case
 */
export function briefOf(path: string, source: Uint8Array | string, fields: ReadonlySet<string>): ArticleBrief {
  const matter = typeof source === 'string' ? matterOfText(source) : matterOfBytes(source);
  const scanned = matter === undefined ? undefined : scanBrief(matter, fields);
  if (!scanned) {
    const text = typeof source === 'string' ? source : UTF8.decode(source);
    return briefFrom(path, text, frontMatterOf(text), fields);
  }
  const { title, date, draft, thumbnail, terms } = scanned;
  const asValue = (raw: typeof title) => raw && typeScalar({ ...raw, span: { start: 0, end: 0 } });
  return {
    path,
    title: textOfScalar(asValue(title)),
    date: date && asValue(date)?.kind !== 'null' ? date.text : '',
    draft: isTrue(asValue(draft)),
    thumbnail: textOfScalar(asValue(thumbnail)),
    terms,
  };
}

/** The same from front matter that is already read. */
export function briefFrom(
  path: string,
  text: string,
  frontMatter: FrontMatter,
  fields: ReadonlySet<string>,
): ArticleBrief {
  const valueOfField = (name: string): Value | undefined => fieldOf(frontMatter, name)?.value;
  const date = valueOfField('date');
  const written = date && (date.kind === 'string' ? date.value : text.slice(date.span.start, date.span.end));
  const terms = new Map<string, readonly string[]>();
  for (const { name } of frontMatter.fields) {
    const field = fields.has(name) && !terms.has(name) ? fieldOf(frontMatter, name) : undefined;
    const values = field ? termsOf(field) : [];
    if (values.length > 0) terms.set(name, values);
  }
  return {
    path,
    title: textOfScalar(valueOfField('title')),
    date: date && isScalar(date) ? (written ?? '') : '',
    draft: isTrue(valueOfField('draft')),
    thumbnail: thumbnailOf(valueOfField('thumbnail')),
    terms,
  };
}

function isScalar(value: Value): boolean {
  return value.kind === 'string' || value.kind === 'number' || value.kind === 'boolean';
}

/** Mainroad also takes a map with `src`. */
function thumbnailOf(value: Value | undefined): string {
  if (value?.kind !== 'map') return textOfScalar(value);
  return textOfScalar(value.fields.findLast((field) => field.name === 'src')?.value);
}

/** A single text counts as a list of one; a term that stands twice counts once. */
function termsOf({ value }: Field): string[] {
  const items = value.kind === 'list' ? value.items : [value];
  return [...new Set(items.map(textOfScalar).filter((text) => text !== ''))];
}

/** The lines between two plain `---` fences at the very start of a file; undefined when it is anything else. */
function matterOfBytes(bytes: Uint8Array): string | undefined {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes[start] !== DASH || bytes[start + 1] !== DASH || bytes[start + 2] !== DASH) return undefined;
  let from = start + 3;
  if (bytes[from] === CR) from++;
  if (bytes[from] !== LF) return undefined;
  from++;
  for (let at = bytes.indexOf(LF, from - 1); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] !== DASH || bytes[at + 2] !== DASH || bytes[at + 3] !== DASH) continue;
    return at < from ? '' : UTF8.decode(bytes.subarray(from, at + 1));
  }
  return undefined;
}

function matterOfText(text: string): string | undefined {
  const open = /^\ufeff?---\r?\n/.exec(text);
  if (!open) return undefined;
  const close = text.indexOf('\n---', open[0].length - 1);
  return close < 0 ? undefined : text.slice(open[0].length, close + 1);
}
