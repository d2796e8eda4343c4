import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Field, Value } from '../article/frontMatter';
import { targetAt } from '../article/target';
import { message } from '../base/message';
import type { Span } from '../base/span';
import { dateOf } from '../hugo/zone';
import { type HouseUse, houseWordAt } from '../rules/houseWords';
import type { Property } from '../schema/schema';
import type { HoverContext } from './hoverContext';
import { rangeOf } from './lsp';
import { escapeMarkdown } from './markdown';
import { pictureMarkdown } from './pictureMarkdown';
import { pictureAt } from './pictures';

/** What stands under the pointer: a picture, a key's documentation, or how a term is used. */
export function hover(context: HoverContext): Hover | undefined {
  const picture = pictureAt(context.article, context.offset);
  if (picture) return shown(context, picture.span, pictureMarkdown(context, picture));
  const target = targetAt(context.article, context.offset);
  if (target.kind === 'key') return shown(context, target.field.keySpan, keyText(context, target.field));
  const word = houseWordAt(context.article, context.world.project.words, context.offset);
  if (word) return shown(context, word.span, wordText(context, word));
  if (target.kind === 'value') return shown(context, target.value.span, termText(context, target.field, target.value));
  return undefined;
}

/** What the house says of a word: how it is written, and why. */
function wordText({ translate }: HoverContext, { word, name }: HouseUse): string | undefined {
  const note = word?.note ?? name?.note;
  const rest = note === undefined ? '' : `\n\n${escapeMarkdown(note)}`;
  if (word && word.right.length === 0) return `${translate(message('Not written in this house.'))}${rest}`;
  if (word) return `**${word.right.map(escapeMarkdown).join(' / ')}**${rest}`;
  if (!name) return undefined;
  return `**${escapeMarkdown(name.right)}** ${escapeMarkdown(name.original)}${rest}`;
}

function shown(context: HoverContext, span: Span, value: string | undefined): Hover | undefined {
  if (value === undefined) return undefined;
  return { range: rangeOf(context.lines, span), contents: { kind: MarkupKind.Markdown, value } };
}

function keyText({ world, translate }: HoverContext, field: Field): string | undefined {
  const property = world.schema.properties.get(field.name);
  if (!property) return undefined;
  const allowed =
    property.values.length > 0
      ? `\n\n${translate(message('Values: {0}', property.values.map((v) => `\`${v}\``).join(', ')))}${valueTexts(property)}`
      : '';
  return `**${escapeMarkdown(property.key)}**\n\n${translate(message(property.description))}${allowed}`;
}

/** What each of the values means, where the schema says so. */
function valueTexts({ values, valueTexts: texts }: Property): string {
  const lines = values.flatMap((value, i) => (texts[i] ? [`- \`${value}\`: ${texts[i]}`] : []));
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}

function termText({ world, translate }: HoverContext, field: Field, value: Value): string | undefined {
  if (value.kind !== 'string' || ![...world.site.taxonomies.values()].includes(field.name)) return undefined;
  const term = world.catalog.term(field.name, value.value);
  const name = `**${escapeMarkdown(value.value)}**`;
  if (!term) return `${name}\n\n${translate(message('No article uses it yet.'))}`;
  const used = term.count === 1 ? message('1 article uses it.') : message('{0} articles use it.', term.count);
  const last =
    term.last === undefined
      ? ''
      : ` ${translate(message('The newest is dated {0}.', dateOf(term.last).toISOString().slice(0, 10)))}`;
  return `${name}\n\n${translate(used)}${last}`;
}
