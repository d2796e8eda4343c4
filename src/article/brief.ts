import { type FrontMatter, fieldOf, isTrue, type Value } from './frontMatter';
import { textOfScalar } from './frontMatter/scalar';
import { scanUsual } from './frontMatter/usual';
import { frontMatterOf } from './frontMatterOf';
import { type MenuUse, menuUsesOf } from './menuUses';

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
  /** What decides its address beside its path; absent when not set. */
  readonly slug?: string;
  readonly url?: string;
  /** Addresses that lead to it, as written; absent when there are none. */
  readonly aliases?: readonly string[];
  /** Menus that it puts itself into; absent when there are none. */
  readonly menus?: readonly MenuUse[];
  /** Connects translations whose names differ; absent when not set. */
  readonly translationKey?: string;
  /** It has no page of its own: `headless`, or `_build` that renders nothing. */
  readonly hidden?: true;
}

const UTF8 = new TextDecoder();
const DASH = 45;
const LF = 10;

/**
 * The brief of an article, straight from its bytes: of these only the front matter is decoded where it is of the usual forms. Never throws.
 * @param fields names of the list fields to keep, lower case
 */
export function briefOf(path: string, source: Uint8Array | string, fields: ReadonlySet<string>): ArticleBrief {
  const head = typeof source === 'string' ? source : headOf(source);
  const usual = head === undefined ? undefined : scanUsual(head);
  if (head !== undefined && usual) return briefFrom(path, head, usual, fields);
  const text = typeof source === 'string' ? source : UTF8.decode(source);
  return briefFrom(path, text, frontMatterOf(text), fields);
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
    const values = field ? termsOf(field.value) : [];
    if (values.length > 0) terms.set(name, values);
  }
  return {
    path,
    title: textOfScalar(valueOfField('title')),
    date: date && isScalar(date) ? (written ?? '') : '',
    draft: isTrue(valueOfField('draft')),
    thumbnail: thumbnailOf(valueOfField('thumbnail')),
    terms,
    ...connectionsOf(valueOfField),
  };
}

/** What connects an article with others. Most have little of it, and a site may have 100,000: only what is set takes memory. */
function connectionsOf(valueOfField: (name: string) => Value | undefined): Partial<ArticleBrief> {
  const slug = textOfScalar(valueOfField('slug'));
  const url = textOfScalar(valueOfField('url'));
  const aliases = aliasesOf(valueOfField('aliases'));
  const menus = menuUsesOf(valueOfField('menus') ?? valueOfField('menu'), textOfScalar(valueOfField('linktitle')));
  const translationKey = textOfScalar(valueOfField('translationkey'));
  return {
    ...(slug && { slug }),
    ...(url && { url }),
    ...(aliases.length > 0 && { aliases }),
    ...(menus.length > 0 && { menus }),
    ...(translationKey && { translationKey }),
    ...(isHidden(valueOfField('_build'), valueOfField('headless')) && { hidden: true }),
  };
}

/** A list, or addresses in one text with spaces between them. */
function aliasesOf(value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  if (value.kind !== 'string') return termsOf(value);
  return [...new Set(value.value.split(/\s+/).filter((alias) => alias !== ''))];
}

function isHidden(build: Value | undefined, headless: Value | undefined): boolean {
  if (isTrue(headless)) return true;
  const render = build?.kind === 'map' ? build.fields.findLast(({ name }) => name === 'render')?.value : undefined;
  return render !== undefined && /^(?:never|link|false)$/.test(textOfScalar(render));
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
function termsOf(value: Value): string[] {
  const items = value.kind === 'list' ? value.items : [value];
  return [...new Set(items.map(textOfScalar).filter((text) => text !== ''))];
}

/** A file up to the line of three dashes that ends its front matter; undefined when it does not begin with such a line. */
function headOf(bytes: Uint8Array): string | undefined {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes[start] !== DASH || bytes[start + 1] !== DASH || bytes[start + 2] !== DASH) return undefined;
  for (let at = bytes.indexOf(LF, start + 3); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === DASH && bytes[at + 2] === DASH && bytes[at + 3] === DASH)
      return UTF8.decode(bytes.subarray(start, at + 4));
  }
  return undefined;
}
