import type { Article } from '../article/article';
import type { Field, Value } from '../article/frontMatter';
import { touches } from '../base/span';
import type { FoundWord, Words } from '../project/words';
import { fieldsThatCount } from './fields';
import { Prose } from './prose';

/** Fields that readers read as text. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set(
  'title linktitle lead summary description tags categories'.split(' '),
);

/** A word of the house in an article; `value` is the field's value that it stands in. */
export interface HouseUse extends FoundWord {
  readonly value: Extract<Value, { kind: 'string' }> | undefined;
}

/** Where words of the house stand in what readers read: prose of the body, and the front matter's texts. */
export function* houseWordsIn(article: Article, words: Words): Iterable<HouseUse> {
  if (words.entries.length === 0 && words.names.length === 0) return;
  const { text, body } = article;
  for (const value of textsOf(article))
    for (const found of words.find(text, value.span.start, value.span.end)) yield { ...found, value };
  const prose = new Prose(article);
  for (const found of words.find(text, body.span.start, body.span.end))
    if (prose.at(found.span.start) && prose.at(found.span.end - 1)) yield { ...found, value: undefined };
}

/** The word of the house at an offset. */
export function houseWordAt(article: Article, words: Words, offset: number): HouseUse | undefined {
  for (const use of houseWordsIn(article, words)) if (touches(use.span, offset)) return use;
  return undefined;
}

function* textsOf({ frontMatter }: Article): Iterable<Extract<Value, { kind: 'string' }>> {
  for (const field of fieldsThatCount(frontMatter)) if (TEXT_FIELDS.has(field.name)) yield* stringsOf(field);
}

function stringsOf({ value }: Pick<Field, 'value'>): readonly Extract<Value, { kind: 'string' }>[] {
  if (value.kind === 'string') return [value];
  return value.kind === 'list' ? value.items.filter((item) => item.kind === 'string') : [];
}

/** Whether a word can stand in a value of YAML in the quotes that are there, as it is. */
export function fitsIn(word: string, { style }: Extract<Value, { kind: 'string' }>): boolean {
  if (style === 'double') return !/["\\]/.test(word);
  if (style === 'single') return !word.includes("'");
  return style !== 'plain' || /^[\p{L}\p{N}·・ ]*$/u.test(word);
}
