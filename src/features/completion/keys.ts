import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-types';
import type { Caret } from '../../article/caret';
import type { Value } from '../../article/frontMatter';
import { lineBreakOf } from '../../article/frontMatter/lineBreak';
import { message } from '../../base/message';
import { formatNow } from '../../hugo/zone';
import type { Property } from '../../schema/schema';
import { rangeOf } from '../lsp';
import type { CompletionContext } from './context';
import { quoted } from './scalar';

type KeyCaret = Extract<Caret, { kind: 'key' }>;

/** Keys that the front matter does not have yet, in the schema's order, each with a sensible value in the file's own style. */
export function completeKeys(context: CompletionContext, caret: KeyCaret): CompletionItem[] {
  const { text, frontMatter } = context.article;
  const typed = text.slice(caret.typed.start, caret.typed.end).toLowerCase();
  const present = new Set(frontMatter.fields.map((field) => field.name));
  present.delete(typed); // the key under the caret itself, when it is whole
  const restOfLine = /^[^\r\n]*/.exec(text.slice(caret.typed.end))?.[0] ?? '';
  const hasValue = restOfLine.trimStart().startsWith(':');
  return [...context.world.schema.properties.values()]
    .filter((property) => !present.has(property.key.toLowerCase()))
    .map((property, rank) => keyItem(context, caret, { property, rank, hasValue }));
}

interface Offer {
  readonly property: Property;
  readonly rank: number;
  /** The line already has a colon: only the key is replaced. */
  readonly hasValue: boolean;
}

function keyItem(context: CompletionContext, caret: KeyCaret, { property, rank, hasValue }: Offer): CompletionItem {
  const { editor, lines, world, translate } = context;
  const value = hasValue ? { text: '', open: false } : initialOf(context, property);
  const written = hasValue ? property.key : `${property.key}:${value.text}`;
  const required = world.schema.required.includes(property.key.toLowerCase());
  return {
    label: property.key,
    kind: CompletionItemKind.Property,
    ...(required ? { labelDetails: { description: translate(message('required')) } } : {}),
    documentation: { kind: MarkupKind.Markdown, value: translate(message(property.description)) },
    sortText: String(rank).padStart(5, '0'),
    filterText: property.key,
    insertTextFormat: editor.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(lines, caret.typed), newText: editor.snippets ? written : plain(written) },
    ...(value.open && editor.retrigger ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

/** A snippet as text, for an editor without them. */
function plain(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
    .replace('$0', '')
    .replace(/\\([$}\\])/g, '$1');
}

/** The text after the colon, a snippet with the caret at `$0`; `open` when suggestions should follow at once. */
function initialOf(context: CompletionContext, property: Property): { text: string; open: boolean } {
  const { world } = context;
  const quote = usualQuote(context.article.frontMatter.fields.map((field) => field.value));
  const empty = quote === '' ? '$0' : `${quote}$0${quote}`;
  const given = givenInitial(context, property, quote);
  if (given !== undefined) return { text: given, open: false };
  if (property.format === 'date-time')
    return { text: ` ${escaped(quoted(formatNow(world.now, world.site.timeZone), quote, false))}$0`, open: false };
  if (property.types.includes('array')) return { text: `${lineBreakOf(context.article.text)}  - ${empty}`, open: true };
  if (property.types[0] === 'boolean') return { text: ` ${property.initial === true}$0`, open: false };
  if (property.values.length > 0) return { text: ` ${empty}`, open: true };
  if (typeof property.initial === 'number') return { text: ` ${property.initial}$0`, open: false };
  if (property.types.includes('string')) return { text: ` ${empty}`, open: false };
  return { text: ' $0', open: false };
}

/** What the newsroom's schema has as the default, ready to be typed over. */
function givenInitial(
  { article, world }: CompletionContext,
  property: Property,
  quote: '' | '"' | "'",
): string | undefined {
  const { initial } = property;
  if (!world.schema.own?.names.has(property.key.toLowerCase())) return undefined;
  if (typeof initial === 'string' && initial !== '') return ` ${placeholder(initial, quote)}`;
  if (!Array.isArray(initial) || initial.length === 0 || initial.some((item) => typeof item !== 'string'))
    return undefined;
  const brk = lineBreakOf(article.text);
  return initial.map((item: string, i) => `${brk}  - ${placeholder(item, quote, i + 1)}`).join('');
}

/** `"${1:编辑部}"`: selected when it is written. */
function placeholder(text: string, quote: '' | '"' | "'", stop = 1): string {
  const whole = quoted(text, quote, false);
  const mark = whole.startsWith('"') || whole.startsWith("'") ? whole.slice(0, 1) : '';
  const inner = escaped(whole.slice(mark.length, whole.length - mark.length));
  return `${mark}\${${stop}:${inner}}${mark}`;
}

function escaped(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/** The quote that most strings of this front matter have. */
function usualQuote(values: readonly Value[]): '' | '"' | "'" {
  const counts = { '': 0, '"': 0, "'": 0 };
  for (const value of values.flatMap((v) => (v.kind === 'list' ? v.items : [v]))) {
    if (value.kind !== 'string') continue;
    if (value.style === 'double') counts['"']++;
    else if (value.style === 'single') counts["'"]++;
    else counts['']++;
  }
  const total = counts[''] + counts['"'] + counts["'"];
  if (total === 0 || (counts['"'] >= counts[''] && counts['"'] >= counts["'"])) return '"';
  return counts["'"] > counts[''] ? "'" : '';
}
